"""Watching an address: taken up, rested, taken up again, looked at by one worker at a time."""

from datetime import timedelta

import pytest
from django.utils import timezone

from dateline.ledger.models import Entry, Watch, WatchSeen
from dateline.ledger.refusal import NotAllowed, Refused
from dateline.ledger.verbs import watching
from dateline.ledger.verbs.watching import (
    Found,
    add_watch,
    let_go_of_watches,
    note_watch,
    note_watch_trouble,
    rest_watch,
    take_due_watches,
)

pytestmark = pytest.mark.django_db(transaction=True)
FEED = "https://example.org/feed"


@pytest.fixture
def watch(alice):
    """The agency's feed, watched by Alice."""
    return add_watch(by=alice, address=FEED)


def found(hours=1, **fields):
    now = timezone.now()
    return Found(due_at=now + timedelta(hours=hours), looked_at=now, **fields)


def test_it_is_due_at_once(watch, alice, holds):
    assert (watch.active, watch.added_by) == (True, alice)
    assert Entry.objects.last().content.body["after"] == {
        "id": str(watch.pk),
        "address": FEED,
        "added_by_id": str(alice.pk),
        "active": True,
    }
    assert take_due_watches(9) == [watch]
    assert take_due_watches(9) == []
    assert holds()


def test_an_address_is_watched_once(watch, owner):
    with pytest.raises(Refused, match="watched already"):
        add_watch(by=owner, address=FEED)


@pytest.mark.parametrize("address", ["https://example.org/\0", "x" * 2001, "\ud800"], ids=ascii)
def test_what_cannot_be_stored_is_refused(alice, address):
    with pytest.raises(Refused):
        add_watch(by=alice, address=address)
    assert not Watch.objects.exists()


def test_one_that_rests_is_left_alone_until_it_is_taken_up_again(watch, alice, owner, holds):
    note_watch(watch, found(etag='"1"'), ["a"])
    assert not rest_watch(by=alice, watch=watch).active
    assert take_due_watches(9) == []
    again = add_watch(by=owner, address=FEED)
    assert (again.pk, again.active, again.added_by) == (watch.pk, True, alice)
    assert (again.etag, again.seen.count()) == ('"1"', 1)
    assert take_due_watches(9) == [watch]
    assert holds()


def test_one_that_is_put_to_rest_while_it_is_looked_at_stays_at_rest(watch, alice, holds):
    (taken,) = take_due_watches(1)
    rest_watch(by=alice, watch=watch)
    note_watch(taken, found(hours=-1), [])
    assert not Watch.objects.get().active
    assert take_due_watches(9) == []
    note_watch_trouble(taken, words="No answer.", due_at=timezone.now())
    assert take_due_watches(9) == []
    assert holds()


def test_a_look_is_remembered_without_an_entry(watch, holds):
    before = Entry.objects.count()
    note_watch_trouble(watch, words="No answer.", due_at=None)
    assert Watch.objects.get().tries == 1
    note_watch(watch, found(kind="feed", title="The Agency", interval=600), ["a", "b", "a"])
    stored = Watch.objects.get()
    assert (stored.kind, stored.title, stored.interval) == ("feed", "The Agency", 600)
    assert (stored.tries, stored.trouble, stored.busy_until) == (0, "", None)
    assert set(stored.seen.values_list("key", flat=True)) == {"a", "b"}
    assert Entry.objects.count() == before
    assert holds()


def test_a_killed_worker_gives_it_back(watch, monkeypatch):
    assert take_due_watches(1) == [watch]
    soon = timezone.now() + watching.IN_HAND + timedelta(seconds=5)
    monkeypatch.setattr(timezone, "now", lambda: soon)
    assert take_due_watches(1) == [watch]


def test_a_worker_that_starts_gives_back_what_a_killed_one_had(watch):
    assert take_due_watches(1) == [watch]
    let_go_of_watches()
    assert take_due_watches(1) == [watch]


def test_it_remembers_so_many_items_and_no_more(watch, monkeypatch):
    monkeypatch.setattr(watching, "MOST_SEEN", 1000)
    for look in range(3):  # a hostile page that shows only new items every time
        note_watch(watch, found(), [f"{look} {n}" for n in range(1700)])
        assert watch.seen.count() == 1000
    newest = watch.seen.order_by("-pk").values_list("key", flat=True)
    assert set(newest) == {f"2 {n}" for n in range(700, 1700)}


def test_one_watch_forgets_nothing_of_another(watch, alice, monkeypatch):
    monkeypatch.setattr(watching, "MOST_SEEN", 10)
    other = add_watch(by=alice, address="https://example.org/other")
    note_watch(other, found(), [f"{n}" for n in range(10)])
    note_watch(watch, found(), [f"{n}" for n in range(30)])
    assert other.seen.count() == WatchSeen.objects.count() - 10 == 10


@pytest.mark.parametrize("words", ["x" * 9000, "a\0b", "half \ud800", ""], ids=ascii)
def test_a_servers_hostile_words_do_not_hinder_the_worker(watch, words):
    note_watch_trouble(watch, words=words, due_at=None)
    assert len(Watch.objects.get().trouble) <= 500


def test_its_address_is_in_no_log_message(watch):
    assert "example" not in f"{watch} {watch!r}"


def test_a_contributor_watches_nothing(carl, watch):
    with pytest.raises(NotAllowed):
        add_watch(by=carl, address="https://example.org/new")
    with pytest.raises(NotAllowed):
        rest_watch(by=carl, watch=watch)
