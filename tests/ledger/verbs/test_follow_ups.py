"""Links between updates, and taking them back."""

import pytest

from dateline.ledger.models import Entry, FollowUp
from dateline.ledger.refusal import NotAllowed, Refused
from dateline.ledger.verbs.follow_ups import link_updates, unlink_updates

pytestmark = pytest.mark.django_db(transaction=True)


def test_readers_of_both_learn_of_a_link(alice, publish, holds):
    one, other = publish("Yesterday"), publish("Today")
    before = Entry.objects.count()
    link = link_updates(by=alice, update=other, on=one, kind="follows")
    told = Entry.objects.order_by("sequence")[before:]
    assert [entry.object for entry in told] == [
        link.name_in_log,
        other.name_in_log,
        one.name_in_log,
    ]
    assert [entry.revision is not None for entry in told] == [False, True, True]
    assert holds()


def test_its_kind_is_changed_and_it_is_taken_back(alice, publish, holds):
    one, other = publish("Yesterday"), publish("Today")
    link = link_updates(by=alice, update=other, on=one, kind="follows")
    again = link_updates(by=alice, update=other, on=one, kind="contradicts")
    assert (again.pk, again.kind) == (link.pk, "contradicts")
    assert not unlink_updates(by=alice, link=link).standing
    with pytest.raises(Refused, match="taken back already"):
        unlink_updates(by=alice, link=link)
    assert link_updates(by=alice, update=other, on=one, kind="corrects").standing
    assert FollowUp.objects.count() == 1
    assert holds()


@pytest.mark.parametrize("kind", ["", "likes", "follows\x00"])
def test_a_kind_that_means_nothing_is_refused(alice, publish, kind):
    one, other = publish("Yesterday"), publish("Today")
    with pytest.raises(Refused, match="follows, corrects, contradicts or translates"):
        link_updates(by=alice, update=other, on=one, kind=kind)


def test_only_what_readers_know_is_linked(alice, publish, write):
    public, draft = publish("Yesterday"), write("Not yet")
    with pytest.raises(Refused, match="Only updates that were published"):
        link_updates(by=alice, update=draft, on=public, kind="follows")
    with pytest.raises(Refused, match="cannot take itself up"):
        link_updates(by=alice, update=public, on=public, kind="follows")


def test_a_contributor_links_nothing(carl, publish):
    one, other = publish("Yesterday"), publish("Today")
    with pytest.raises(NotAllowed):
        link_updates(by=carl, update=other, on=one, kind="follows")
