"""A page hears what changed since it last asked, and asks anew for that alone."""

import pytest

from dateline.archive.bring import bring_address
from dateline.desk.presence import changed as module
from dateline.desk.presence.changed import Changed, changed_since
from dateline.ledger.models import Entry
from dateline.ledger.verbs.claims import accept_claim
from dateline.ledger.verbs.incidents import open_incident
from dateline.ledger.verbs.proposing import make_claim
from tests.desk.reports.archive import captured, flagged
from tests.ledger.claimed import said
from tests.ledger.kept import TEXT

pytestmark = pytest.mark.django_db


@pytest.fixture
def hear(blog, alice):
    """Return what someone hears of what a step changed: `hear(lambda: …, person)`."""

    def _hear(step, person=alice):
        since = Entry.objects.latest("sequence").sequence
        step()
        return changed_since(person, blog, since)

    return _hear


@pytest.fixture
def claim(alice):
    text = captured(alice, text=TEXT).newest.text
    return make_claim(by=alice, text=text, said=said("people"))


def test_nothing_changed(hear):
    since = hear(lambda: None)
    assert (since.changed, since.bounded) == (Changed(), False)
    assert since.sequence == Entry.objects.latest("sequence").sequence


@pytest.mark.parametrize("since", [None, 10**9])
def test_whoever_asks_first_or_from_another_time_begins_now(blog, alice, publish, since):
    publish("One")
    found = changed_since(alice, blog, since)
    assert (found.sequence, found.changed) == (Entry.objects.count(), Changed())


def test_an_update_of_this_blog_changed(hear, publish):
    assert hear(lambda: publish("One")).changed == Changed(updates=True)


def test_an_update_of_another_blog_is_no_news_here(hear, write, owner, other_blog):
    step = lambda: write("Donetsk", by=owner, blog=other_blog)  # noqa: E731  one step
    assert hear(step).changed == Changed()


def test_a_report_came_in(hear, alice):
    step = lambda: bring_address(by=alice, address="https://example.org/")  # noqa: E731
    assert hear(step).changed == Changed(wire=True)


def test_claims_changed_and_of_which_report(hear, alice, carl, claim, column):
    step = lambda: accept_claim(by=alice, claim=claim, column=column, based_on=1)  # noqa: E731
    assert hear(step, carl).changed == Changed(claims=(str(claim.report_id),))


def test_what_one_did_to_a_claim_oneself_is_no_news(hear, alice, claim, column):
    step = lambda: accept_claim(by=alice, claim=claim, column=column, based_on=1)  # noqa: E731
    assert hear(step).changed == Changed()


def test_claims_of_a_held_report_are_not_told_to_whoever_may_not_know_it(
    hear, alice, carl, claim, column
):
    flagged(alice, claim.report, protected=True)
    step = lambda: accept_claim(by=alice, claim=claim, column=column, based_on=1)  # noqa: E731
    assert hear(step, carl).changed.claims == ()


def test_incidents_changed(hear, alice, claim, column):
    accepted = accept_claim(by=alice, claim=claim, column=column, based_on=1)
    step = lambda: open_incident(  # noqa: E731
        by=alice, column=column, title="A strike", claims=[accepted]
    )
    assert hear(step).changed.grouping


def test_too_much_is_not_looked_at_and_everything_is_renewed(hear, publish, monkeypatch):
    monkeypatch.setattr(module, "MOST", 2)
    since = hear(lambda: [publish(f"Update {number}") for number in range(3)])
    assert since.bounded
    assert since.changed == Changed(updates=True, wire=True, grouping=True)
    assert since.sequence == Entry.objects.latest("sequence").sequence


def test_it_is_one_walk_along_the_ledger(hear, publish, django_assert_max_num_queries):
    publish("One")
    with django_assert_max_num_queries(3):
        hear(lambda: None)


def test_it_goes_on_from_where_it_was_told(blog, alice, publish):
    publish("One")
    first = changed_since(alice, blog, 1)
    assert first.changed.updates
    assert changed_since(alice, blog, first.sequence).changed == Changed()
