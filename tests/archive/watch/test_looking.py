"""Whole looks over HTTP: what is new, what is kept for the next look, what went wrong."""

from datetime import timedelta

import pytest

from dateline.archive.watch.told import WatchError
from tests.archive.hostile import refused_port

from .conftest import NOW, sample

RSS = {
    "Content-Type": "text/html",
    "ETag": '"v1"',
    "Last-Modified": "Wed, 21 Oct 2015 07:28:00 GMT",
}
HTML = {"Content-Type": "application/rss+xml"}


def rss(numbers):
    """Return a feed of the numbered items, the highest first."""
    items = (
        f"<item><guid>{n}</guid><title>Item {n}</title><link>/items/{n}</link></item>"
        for n in sorted(numbers, reverse=True)
    )
    return f"<rss><channel><title>Wire</title>{''.join(items)}</channel></rss>".encode()


def page(*headlines, head=""):
    links = "".join(f'<p><a href="/{n}">Headline number {n} of today</a>' for n in headlines)
    return f"<!doctype html><html><head><title>News</title>{head}</head>{links}".encode()


def numbers(looked):
    return [int(one.address.rpartition("/")[2]) for one in looked.items]


def left(looked, *before):
    """Return what the next look is given."""
    seen = frozenset(looked.seen).union(*(one.seen for one in before))
    return {
        "kind": looked.kind,
        "first": False,
        "found_at": looked.found_at,
        "etag": looked.etag,
        "last_modified": looked.last_modified,
        "seen": seen,
    }


def test_kind_is_judged_by_content_not_by_type(look_at, hostile):
    assert look_at(hostile.put("/a", rss([1]), RSS)).kind == "feed"
    assert look_at(hostile.put("/b", sample("feed.json"), HTML)).kind == "feed"
    assert look_at(hostile.put("/c", page(1), HTML)).kind == "page"


def test_links_resolve_against_the_address_that_answered(look_at, hostile):
    hostile.put("/feeds/rss", rss([1]))
    hostile.put("/old", b"", {"Location": "/feeds/rss"}, 301)
    assert look_at(hostile.url("/old")).items[0].address == hostile.url("/items/1")


def test_only_new_items_come_the_oldest_first(look_at, hostile):
    feed = hostile.put("/feed", rss([1, 2, 3]))
    first = look_at(feed)
    assert numbers(first) == [1, 2, 3]
    hostile.put("/feed", rss([2, 3, 4, 5]))
    assert numbers(look_at(feed, **left(first))) == [4, 5]


def test_a_first_look_takes_the_newest_50_and_the_rest_never(look_at, hostile):
    feed = hostile.put("/feed", rss(range(1, 1001)))
    first = look_at(feed)
    assert numbers(first) == list(range(951, 1001))
    assert first.note == "It lists 1,000 items; the newest 50 were taken."
    assert len(first.seen) == 1000
    again = look_at(feed, **left(first))
    assert (again.items, again.waiting) == ((), 0)


def test_of_120_new_items_none_is_lost(look_at, hostile):
    feed = hostile.put("/feed", rss([1]), RSS)
    looks = [look_at(feed)]
    hostile.put("/feed", rss(range(1, 122)), RSS)
    for _ in range(3):
        looks.append(look_at(feed, **left(looks[-1], *looks) | {"etag": ""}))
    assert [one.waiting for one in looks[1:]] == [70, 20, 0]
    assert [n for one in looks[1:] for n in numbers(one)] == list(range(2, 122))
    assert looks[1].note == "120 items are new; the oldest 50 were taken, the rest follows."


def test_while_items_wait_no_validator_is_kept_and_the_next_look_is_soon(look_at, hostile):
    feed = hostile.put("/feed", rss(range(1, 121)), RSS)
    looked = look_at(feed, kind="feed", first=False)
    assert (looked.etag, looked.last_modified) == ("", "")
    assert looked.next_after == timedelta(minutes=5)


def test_validators_are_kept_and_sent(look_at, hostile):
    feed = hostile.put("/feed", rss([1]), RSS)
    first = look_at(feed)
    assert (first.etag, first.last_modified) == (RSS["ETag"], RSS["Last-Modified"])
    look_at(feed, **left(first))
    sent = hostile.seen[-1].headers
    assert (sent["If-None-Match"], sent["If-Modified-Since"]) == (first.etag, first.last_modified)


def test_nothing_modified_changes_nothing(look_at, hostile):
    feed = hostile.put("/feed", rss([1]), RSS)
    first = look_at(feed)
    hostile.put("/feed", b"", {}, 304)
    again = look_at(feed, **left(first))
    assert again.not_modified
    assert (again.kind, again.items, again.seen) == ("feed", (), ())
    assert (again.etag, again.last_modified) == (first.etag, first.last_modified)


def test_nothing_modified_is_no_answer_to_a_first_look(look_at, hostile):
    with pytest.raises(WatchError, match="304"):
        look_at(hostile.put("/feed", b"", {}, 304))


@pytest.mark.parametrize("etag", ["a" * 501, '"é"', '"a\r\nX: y"', ""])
def test_a_strange_validator_is_not_sent(look_at, hostile, etag):
    looked = look_at(hostile.put("/feed", rss([1])), etag=etag)
    assert looked.items
    assert "If-None-Match" not in hostile.seen[-1].headers


@pytest.mark.parametrize(
    ("status", "words", "retry", "minutes"),
    [
        (401, "password", False, None),
        (403, "refuses", True, None),
        (404, "nothing at this address", True, None),
        (429, "less often", True, 5),  # 120 seconds are asked for
        (451, "451", True, None),
        (500, "in trouble", True, None),
        (503, "busy", True, 5),
        (599, "in trouble", True, None),
    ],
)
def test_a_status_is_told_in_words(look_at, hostile, status, words, retry, minutes):
    with pytest.raises(WatchError, match=words) as error:
        look_at(hostile.url(f"/status/{status}"))
    assert (error.value.retry, error.value.gone) == (retry, False)
    assert error.value.after == (None if minutes is None else timedelta(minutes=minutes))


@pytest.mark.parametrize(
    ("asked", "minutes"),
    [
        ("3600", 60),
        ("Thu, 22 Oct 2015 14:00:00 GMT", 120),
        ("Wed, 21 Oct 2015 14:00:00 GMT", 5),
        ("999999999", 1440),
        ("9" * 50, None),
        ("-1", None),
        ("soon", None),
        ("", None),
    ],
)
def test_retry_after_is_a_number_or_a_date_within_a_day(look_at, hostile, asked, minutes):
    with pytest.raises(WatchError) as error:
        look_at(hostile.put("/feed", b"", {"Retry-After": asked}, 503), now=NOW)
    assert error.value.after == (None if minutes is None else timedelta(minutes=minutes))


def test_gone_is_gone(look_at, hostile):
    with pytest.raises(WatchError, match="gone for good") as error:
        look_at(hostile.url("/status/410"))
    assert error.value.gone
    assert not error.value.retry


@pytest.mark.parametrize(
    ("path", "retry"),
    [
        ("/cut-off", True),
        ("/hangs-up", True),
        ("/inward/metadata", False),
        ("/bomb/gzip", False),
    ],
)
def test_a_fetch_that_fails_keeps_its_words(look_at, hostile, path, retry):
    with pytest.raises(WatchError) as error:
        look_at(hostile.url(path))
    assert error.value.retry is retry
    assert str(error.value)


def test_nobody_listening_is_tried_again(look_at):
    with pytest.raises(WatchError) as error:
        look_at(f"http://127.0.0.1:{refused_port()}/")
    assert error.value.retry


def test_a_declared_feed_is_used(look_at, hostile):
    head = '<link rel="alternate" type="application/rss+xml" href="/feed">'
    news = hostile.put("/news", page(1, 2, head=head))
    feed = hostile.put("/feed", rss([7]), RSS)
    looked = look_at(news)
    assert (looked.kind, looked.found_at, numbers(looked)) == ("feed", feed, [7])
    look_at(news, **left(looked))
    assert hostile.paths()[-1] == "/feed"
    assert hostile.seen[-1].headers["If-None-Match"] == looked.etag


def test_a_declared_feed_that_is_none_leaves_the_page(look_at, hostile):
    head = '<link rel="alternate" type="application/rss+xml" href="/feed">'
    news = hostile.put("/news", page(1, head=head))
    for body, status in ((b"", 404), (b"<html><p>Moved", 200), (b"<rss", 200)):
        hostile.put("/feed", body, {}, status)
        assert look_at(news).kind == "page"


def test_a_declared_feed_in_trouble_is_waited_for(look_at, hostile):
    """Else a short outage would turn a feed into a page for ever."""
    head = '<link rel="alternate" type="application/rss+xml" href="/status/503">'
    with pytest.raises(WatchError, match="busy"):
        look_at(hostile.put("/news", page(1, head=head)))


def test_a_feed_that_moved_is_found_again_from_its_page(look_at, hostile):
    head = '<link rel="alternate" type="application/rss+xml" href="/new">'
    news = hostile.put("/news", page(1, head=head))
    new = hostile.put("/new", rss([7, 8]))
    known = frozenset(look_at(hostile.put("/old", rss([7]))).seen)
    hostile.put("/old", b"", {}, 404)
    old = hostile.url("/old")
    looked = look_at(news, kind="feed", first=False, found_at=old, etag='"v0"', seen=known)
    assert (looked.found_at, numbers(looked)) == (new, [8])


def test_a_page_chosen_as_a_page_stays_one(look_at, hostile):
    head = '<link rel="alternate" type="application/rss+xml" href="/feed">'
    hostile.put("/feed", rss([7]))
    assert look_at(hostile.put("/news", page(1, head=head)), kind="page").kind == "page"


def test_a_feed_that_became_a_page_is_told(look_at, hostile):
    with pytest.raises(WatchError, match="brought a feed before"):
        look_at(hostile.put("/feed", page(1)), kind="feed", first=False)


def test_what_a_page_shows_at_first_is_not_news(look_at, hostile):
    news = hostile.put("/news", page(1, 2))
    first = look_at(news)
    assert (first.kind, first.items, first.note, len(first.seen)) == ("page", (), "", 2)
    hostile.put("/news", page(4, 3, 1, 2))
    again = look_at(news, **left(first))
    assert numbers(again) == [3, 4]
    assert again.text_digest != first.text_digest


def test_what_is_neither_feed_nor_page_is_told(look_at, hostile):
    for body in (b"", b"\x89PNG\r\n\x1a\n" + bytes(100), b"just words"):
        with pytest.raises(WatchError, match="neither a feed nor a web page"):
            look_at(hostile.put("/x", body))


def preview(*posts):
    messages = "".join(
        f'<div class="tgme_widget_message_wrap"><div class="tgme_widget_message"'
        f' data-post="sarmin_now/{n}"><div class="tgme_widget_message_text js-message_text">'
        f"Post {n}</div></div></div>"
        for n in posts
    )
    return f'<div class="tgme_channel_info"></div><main>{messages}</main>'.encode()


def test_a_telegram_channel_is_looked_at(look_at, hostile):
    hostile.put("/t.me/s/sarmin_now", sample("telegram.html"))
    looked = look_at("@sarmin_now")
    assert (looked.kind, numbers(looked)) == ("telegram", [41, 42])
    assert look_at("https://t.me/sarmin_now", **left(looked)).items == ()


def test_a_burst_of_posts_is_read_back_to_the_last_known(look_at, hostile):
    hostile.put("/t.me/s/sarmin_now", preview(1, 2))
    first = look_at("@sarmin_now")
    hostile.put("/t.me/s/sarmin_now", preview(*range(21, 41)))
    hostile.put("/t.me/s/sarmin_now?before=21", preview(*range(1, 21)))
    looked = look_at("@sarmin_now", **left(first))
    assert numbers(looked) == list(range(3, 41))
    assert looked.note == ""


def test_a_burst_without_end_is_bounded_and_told(look_at, hostile):
    hostile.put("/t.me/s/sarmin_now", preview(1))
    first = look_at("@sarmin_now")
    hostile.put("/t.me/s/sarmin_now", preview(1000))
    for n in range(900, 1001):
        hostile.put(f"/t.me/s/sarmin_now?before={n}", preview(n - 1))
    looked = look_at("@sarmin_now", **left(first))
    assert numbers(looked) == [996, 997, 998, 999, 1000]
    assert "may have been missed" in looked.note


def test_a_preview_that_repeats_itself_ends(look_at, hostile):
    hostile.put("/t.me/s/sarmin_now", preview(1))
    first = look_at("@sarmin_now")
    hostile.put("/t.me/s/sarmin_now", preview(7, 8))  # also what ?before= brings
    assert numbers(look_at("@sarmin_now", **left(first))) == [7, 8]
