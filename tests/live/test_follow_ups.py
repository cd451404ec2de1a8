"""Links between updates stand at both, and follow what becomes of them."""

import pytest

from dateline.ledger.verbs.blogs import Masthead, start_blog
from dateline.ledger.verbs.follow_ups import link_updates, unlink_updates
from dateline.ledger.verbs.publishing import correct_update, restore_update, withdraw_update
from dateline.ledger.verbs.redacting import redact_update, redact_words
from dateline.ledger.verbs.writing import Text
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


@pytest.fixture
def elsewhere(alice, column, publish):
    """A link from the blog's first update to one of another blog: "The spy Zanzibar"."""
    masthead = Masthead(headline="Another day", language="en")
    other = start_blog(by=alice, column=column, slug="another-day", masthead=masthead)
    one, on = publish("Today"), publish("The spy Zanzibar", blog=other)
    return link_updates(by=alice, update=one, on=on, kind="follows")


def test_a_corrected_headline_stands_at_the_other_end(elsewhere, alice, follow, site, seen_in):
    follow()
    assert "u/1/index.html" in seen_in("The spy Zanzibar")
    text = Text(headline="A corrected one", body="Words.")
    correct_update(by=alice, update=elsewhere.on, text=text, based_on=1, note="Wrong.")
    follow()
    pages = {"index.html", "u/1/index.html", "embed/index.html"}
    assert pages <= seen_in("A corrected one")
    assert not pages & seen_in("The spy Zanzibar")
    assert "A corrected one" in str(site.newest_delta())


def test_one_withdrawn_elsewhere_is_linked_no_more_until_it_is_restored(
    elsewhere, alice, follow, seen_in
):
    follow()
    withdraw_update(by=alice, update=elsewhere.on, reason="Wrong.")
    follow()
    assert not {"index.html", "u/1/index.html"} & seen_in("Zanzibar")
    restore_update(by=alice, update=elsewhere.on)
    follow()
    assert {"index.html", "u/1/index.html"} <= seen_in("Zanzibar")


@pytest.mark.parametrize("before", ["linked", "unlinked", "withdrawn", "corrected"])
@pytest.mark.parametrize("how", ["words", "update"])
def test_a_redacted_headline_is_left_nowhere(how, before, elsewhere, alice, owner, follow, seen_in):
    follow()
    if before == "unlinked":
        unlink_updates(by=alice, link=elsewhere)
    elif before == "withdrawn":
        withdraw_update(by=alice, update=elsewhere.update, reason="Wrong.")
    elif before == "corrected":
        text = Text(headline="A corrected one", body="Words.")
        correct_update(by=alice, update=elsewhere.on, text=text, based_on=1, note="Wrong.")
    follow()
    assert seen_in("Zanzibar")
    if how == "words":
        redact_words(by=owner, words=["Zanzibar"], reason="It named a person.")
    else:
        redact_update(by=owner, update=elsewhere.on, reason="It named a person.")
    follow()
    assert seen_in("Zanzibar", under="") == set()


def test_what_does_not_show_at_the_other_end_tells_its_readers_nothing(
    elsewhere, mark, follow, site
):
    follow()
    before = site.json(f"{BLOG}/head.json")["rev"]
    mark(elsewhere.on, "pinned")
    follow()
    assert site.json(f"{BLOG}/head.json")["rev"] == before
