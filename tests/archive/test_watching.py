"""Watches through the archive's rounds: what is new there comes into the wire, politely."""

import json

import pytest
from django.utils import timezone

from dateline.archive import rounds
from dateline.ledger import storage
from dateline.ledger.models import Capture, Report, Watch, WatchSeen
from dateline.ledger.verbs.in_hand import let_go_of_all
from dateline.ledger.verbs.watching import add_watch, let_go_of_watches, rest_watch
from dateline.ledger.verify import verify
from tests.archive.news import article

pytestmark = pytest.mark.django_db(transaction=True)


def rss(*items, title="Idlib Rescue"):
    """Return a feed; an item is a path or address, or whole markup."""
    told = "".join(
        one if one.startswith("<") else f"<item><link>{one}</link><guid>{one}</guid></item>"
        for one in items
    )
    return f"<rss version='2.0'><channel><title>{title}</title>{told}</channel></rss>".encode()


@pytest.fixture
def watch(hostile, owner):
    """Watch a feed that lists these items: `watch("/1", "/2")`."""

    def _watch(*items, path="/feed", **how):
        put_feed(hostile, *items, path=path, **how)
        return add_watch(by=owner, address=hostile.url(path))

    return _watch


def put_feed(hostile, *items, path="/feed", **how):
    for item in items:
        if item.startswith("/") and item not in hostile.pages:
            hostile.put(item, article())
    hostile.put(path, rss(*items, **how), {"Content-Type": "application/rss+xml"})


def seen(watch):
    return WatchSeen.objects.filter(watch=watch).count()


def addresses():
    return list(Report.objects.order_by("brought_at").values_list("address", flat=True))


def test_new_items_come_into_the_wire_and_are_kept(archive, hostile, watch):
    made = watch("/2", "/1")
    archive.one()
    assert addresses() == [hostile.url("/1"), hostile.url("/2")]
    assert set(Report.objects.values_list("watch", flat=True)) == {made.pk}
    archive.one()
    assert Capture.objects.count() == 2
    made.refresh_from_db()
    assert (made.kind, made.title, made.trouble) == ("feed", "Idlib Rescue", "")
    assert made.due_at > timezone.now()
    assert verify().broken is None


def test_a_later_look_brings_only_what_came_since(archive, hostile, watch, later):
    watch("/1")
    archive.one()
    put_feed(hostile, "/2", "/1")
    later(minutes=30)
    archive.one()
    assert addresses() == [hostile.url("/1"), hostile.url("/2")]
    later(minutes=30)
    archive.one()
    assert len(addresses()) == 2


def test_a_start_after_a_kill_brings_nothing_twice_and_loses_nothing(
    archive, hostile, watch, later, monkeypatch
):
    made = watch("/1", "/2", "/3")
    real, brought = rounds.Watcher.look, []

    def killed(self, one):
        monkeypatch.setattr("dateline.archive.watching.note_watch", die)
        real(self, one)

    def die(*_):
        brought.append(Report.objects.count())
        raise KeyboardInterrupt

    monkeypatch.setattr(rounds.Watcher, "look", killed)
    with pytest.raises(KeyboardInterrupt):
        archive.one()
    assert (brought, seen(made)) == ([3], 0)
    monkeypatch.undo()
    let_go_of_watches()
    let_go_of_all()
    archive.one()
    assert len(addresses()) == 3
    assert seen(made) == 3


def test_ten_thousand_items_are_taken_in_by_and_by(archive, hostile, watch, later):
    many = [f"{hostile.url('/news')}?n={n}" for n in range(10_000)]
    hostile.put("/news", article())
    made = watch(*many)
    archive.one()
    made.refresh_from_db()
    assert len(addresses()) == 50
    assert made.note == "It lists 10,000 items; the newest 50 were taken."
    assert seen(made) == 10_000
    fresh = [f"{hostile.url('/news')}?new={n}" for n in range(60)]
    put_feed(hostile, *fresh, *many[:200])
    for _ in range(2):
        later(minutes=30)
        archive.watcher.look(Watch.objects.get())
    assert len(addresses()) == 110


def test_an_item_without_an_address_is_kept_as_its_text(archive, hostile, watch):
    words = "Two rescuers were wounded in Sarmin."
    watch(f"<item><title>Sarmin</title><description>{words}</description></item>")
    archive.one()
    archive.one()
    report = Report.objects.get()
    assert (report.address, report.given_title) == ("", "Sarmin")
    assert words in storage.read(report.newest.text.sha256).decode()


def test_an_item_that_cannot_be_kept_is_counted_and_holds_up_no_other(archive, hostile, watch):
    long = f"<item><guid>1</guid><link>{hostile.url('/')}{'x' * 2500}</link></item>"
    signed = hostile.url("/3").replace("//", "//user:hunter2@")
    signed = f"<item><guid>2</guid><link>{signed}</link></item>"
    made = watch("/1", long, signed)
    archive.one()
    made.refresh_from_db()
    assert set(addresses()) == {hostile.url("/1"), hostile.url("/3")}
    assert made.trouble == ""


def test_half_a_character_in_an_address_breaks_no_feed(archive, hostile, owner):
    items = [{"id": "1", "url": "https://example.org/\ud800"}, {"id": "2", "url": "/2"}]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "A\0\ud800", "items": items}
    hostile.put("/2", article())
    hostile.put("/feed", json.dumps(feed).encode(), {"Content-Type": "application/feed+json"})
    made = add_watch(by=owner, address=hostile.url("/feed"))
    archive.one()
    made.refresh_from_db()
    assert made.trouble == ""
    assert hostile.url("/2") in addresses()


# Trouble stands where the watch is


@pytest.mark.parametrize(
    ("status", "words"), [(404, "There is nothing at this address"), (500, "in trouble (500)")]
)
def test_an_error_stands_at_the_watch_in_plain_words_and_goes_with_it(
    archive, hostile, watch, later, status, words
):
    made = watch("/1")
    hostile.put("/feed", b"", status=status)
    archive.one()
    made.refresh_from_db()
    assert words in made.trouble
    assert (made.tries, made.busy_until) == (1, None)
    assert made.due_at > timezone.now()
    put_feed(hostile, "/1")
    later(minutes=10)
    archive.one()
    made.refresh_from_db()
    assert (made.trouble, made.tries) == ("", 0)


def test_what_is_gone_for_good_is_not_asked_again(archive, hostile, watch):
    made = watch("/1")
    hostile.put("/feed", b"", status=410)
    archive.one()
    made.refresh_from_db()
    assert made.due_at is None
    assert "gone for good" in made.trouble


def test_what_breaks_us_says_so_at_the_watch_and_holds_up_nobody(
    archive, hostile, watch, monkeypatch, caplog
):
    made = watch("/1")

    def broken(*_, **__):
        raise ValueError("https://planted-secret.example.org/")

    monkeypatch.setattr("dateline.archive.watching.look", broken)
    archive.one()
    made.refresh_from_db()
    assert (made.trouble, made.tries, made.busy_until) == (rounds.OUR_FAULT, 1, None)
    assert "ValueError" in caplog.text
    assert "planted-secret" not in caplog.text


def test_it_counts_no_failure_as_it_ends(archive, hostile, watch):
    made = watch("/1")
    archive.fetcher.close()
    archive.one()
    made.refresh_from_db()
    assert (made.trouble, made.tries) == ("", 0)


def test_a_watch_that_rests_is_not_looked_at(archive, hostile, watch, owner):
    rest_watch(by=owner, watch=watch("/1"))
    archive.one()
    assert hostile.seen == []


# Pages


def test_a_changed_page_becomes_a_new_version(archive, hostile, owner, later):
    page = hostile.put("/page", article())
    made = add_watch(by=owner, address=page)
    archive.one()
    assert Report.objects.count() == 0
    hostile.put("/page", article("A first change, which says something else than before."))
    later(minutes=30)
    archive.one()
    assert addresses() == [page]
    assert Capture.objects.count() == 1
    hostile.put("/page", article("A second change, which says something else than before."))
    later(minutes=30)
    archive.one()
    made.refresh_from_db()
    assert (made.kind, made.trouble) == ("page", "")
    assert [one.number for one in Capture.objects.order_by("number")] == [1, 2]


def test_a_page_that_robots_txt_closes_is_not_watched(archive, hostile, owner):
    hostile.put("/robots.txt", b"User-agent: *\nDisallow: /")
    made = add_watch(by=owner, address=hostile.put("/page", article()))
    archive.one()
    made.refresh_from_db()
    assert "robots.txt asks programs not to read this page" in made.trouble
