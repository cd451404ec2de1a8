"""Links between updates stand at both, and follow what becomes of them."""

import pytest

from dateline.ledger.verbs.follow_ups import link_updates, unlink_updates
from dateline.ledger.verbs.publishing import withdraw_update
from tests.live.site import BLOG

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def linked(alice, publish):
    one, other = publish("Yesterday"), publish("Today")
    return link_updates(by=alice, update=other, on=one, kind="contradicts")


def test_readers_of_both_see_it(linked, follow, site):
    follow()
    page = site.text(f"{BLOG}/index.html")
    assert "Contradicts" in page
    assert "Contradicted by" in page


def test_what_is_taken_back_is_linked_no_more(linked, alice, follow, site):
    follow()
    unlink_updates(by=alice, link=linked)
    follow()
    for path in ("index.html", "u/1/index.html", "u/2/index.html"):
        assert "Contradict" not in site.text(f"{BLOG}/{path}")


def test_a_withdrawn_update_takes_nothing_up(linked, alice, follow, site):
    withdraw_update(by=alice, update=linked.update, reason="Wrong.")
    follow()
    assert "Contradict" not in site.text(f"{BLOG}/index.html")
