"""Watches: an address is taken up, its trouble stands there in words, it is given up again."""

import pytest
from django.utils import timezone

from dateline.archive.bring import bring_address
from dateline.ledger.models import Watch
from dateline.ledger.verbs.watching import Found, add_watch, note_watch, note_watch_trouble
from tests.desk.conftest import words_of

WATCHES = "/desk/watches/"
FEED = "https://smart.example.org/feed"


def test_an_address_is_watched(enter, alice):
    assert enter(alice).post(WATCHES, {"address": FEED}).status_code == 302
    watch = Watch.objects.get()
    assert (watch.address, watch.active, watch.added_by) == (FEED, True, alice)
    page = words_of(enter(alice).get(WATCHES))
    assert FEED in page
    assert "not looked at yet" in page
    again = enter(alice).post(WATCHES, {"address": FEED})
    assert again.status_code == 400
    assert "watched already" in words_of(again)


@pytest.mark.parametrize(
    "address", ["", "smart", "file:///etc", "https://a:b@example.org/", "\x00", "https://" * 300]
)
def test_what_is_no_address_is_not_watched(enter, alice, address):
    response = enter(alice).post(WATCHES, {"address": address})
    assert response.status_code == 400
    assert not Watch.objects.exists()


def test_it_says_what_it_found_and_what_it_brought(enter, alice):
    watch, now = add_watch(by=alice, address=FEED), timezone.now()
    found = Found(
        due_at=now, looked_at=now, kind="feed", title="<b>The feed", note="3 had no date."
    )
    note_watch(watch, found, [])
    bring_address(by=None, address="https://smart.example.org/1", watch=watch)
    page = words_of(enter(alice).get(WATCHES))
    for words in ("feed ·", "&lt;b&gt;The feed", "3 had no date.", "brought 1 report", "next "):
        assert words in page


def test_trouble_stands_where_the_watch_is(enter, alice):
    watch = add_watch(by=alice, address=FEED)
    words = "The site answered 503. Nothing is to be done"
    note_watch_trouble(watch, words=words, due_at=None)
    assert f"{words}." in words_of(enter(alice).get(WATCHES))


def test_it_is_stopped_and_taken_up_again(enter, alice):
    watch, here = add_watch(by=alice, address=FEED), enter(alice)
    for _ in range(2):
        assert here.post(f"{WATCHES}{watch.pk}/rest/").status_code == 302
    watch.refresh_from_db()
    assert not watch.active
    assert "Take up again" in words_of(here.get(WATCHES))
    assert here.post(f"{WATCHES}{watch.pk}/again/").status_code == 302
    watch.refresh_from_db()
    assert watch.active
    assert here.post(f"{WATCHES}{watch.pk}/again/").status_code == 400
