"""Attacks on whoever reads strangers' feeds and pages; each test names the one it pins.

Bounds hold by construction, not by a clock: a feed's entities are refused before any parser sees
them, and feedparser's loose parser, which takes quadratic time, is never reached.
"""

import sys
from contextlib import suppress
from datetime import UTC, datetime

import feedparser.api
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from dateline.archive.charset import decode
from dateline.archive.watch.feeds import read_feed
from dateline.archive.watch.jsonfeed import read_json_feed
from dateline.archive.watch.page import declared_feed, parsed, read_page
from dateline.archive.watch.repair import MOST_OF_A_KIND, mended
from dateline.archive.watch.sniff import sniff
from dateline.archive.watch.telegram import channel, read_preview
from dateline.archive.watch.told import Item, WatchError, key
from dateline.archive.watch.words import address, line, lines, plain
from dateline.archive.watch.youtube import feed_in, is_channel

NOW = datetime(2015, 10, 22, 12, tzinfo=UTC)
URL = "https://a.example/feed"

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BOMBS = [
    f'<!DOCTYPE rss [<!ENTITY l0 "lol">{LAUGHS}]>',
    f'<!DOCTYPE rss [<!ENTITY a "{"a" * 10_000}">]>',
    '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    '<!DOCTYPE rss [<!ENTITY % p SYSTEM "http://127.0.0.1/x.dtd"> %p;]>',
    '<!-- <rss> --><!DOCTYPE rss SYSTEM "a>b" [<!ENTITY a "b">]>',
    '<!DOCTYPE rss><!doctype rss [<!ENTITY a "b">]>',
    '<?x <rss>?>\n\n<!DOCTYPE\nrss\n[\n<!ELEMENT a ANY>\n<!ENTITY a "b">]>',
]
FEED = "<rss><channel><item><title>&l9;&a;&x;</title></item></channel></rss>"


@pytest.fixture(autouse=True)
def no_loose_parser(monkeypatch):
    def reached(*_):
        raise AssertionError("feedparser's loose parser was reached")

    monkeypatch.setattr(feedparser.api, "LooseFeedParser", reached)


def feed(text):
    nature, rest = sniff(text)
    return read_feed(rest, url=URL, now=NOW) if nature == "feed" else None


@pytest.mark.parametrize("bomb", BOMBS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-32"])
def test_a_feed_that_declares_entities_is_refused_in_words(bomb, encoding):
    body = ('<?xml version="1.0"?>' + bomb + FEED).encode(encoding)
    with pytest.raises(WatchError, match="declares entities") as error:
        feed(decode(body))
    assert not error.value.retry


@pytest.mark.parametrize("bomb", BOMBS)
def test_entities_declared_behind_words_are_never_read(bomb):
    """Whatever stands before the root is cut away, so no declaration reaches a parser."""
    listing = feed("Warning: line 1 " + bomb + FEED)
    titles = {one.title for one in listing.items} if listing else set()
    assert titles <= {"&l9;&a;&x;"}


def test_netscapes_doctype_of_1999_is_no_bomb():
    doctype = '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://n.example/rss.dtd">'
    assert len(feed(doctype + FEED).items) == 1


def test_words_about_entities_are_no_bomb():
    about = '<![CDATA[<!DOCTYPE x [<!ENTITY a "b">]>]]>'
    assert len(feed(f"<rss><channel><item><title>{about}").items) == 1


def test_feedparser_sees_a_bounded_number_of_flat_elements():
    """Its lists of categories and people take quadratic time."""
    many = "<category>a</category><author>b</author><link href='x'/>" * 1_000
    deep = f"<description>{many}</description><media:group>{many}</media:group>"
    text = f"<rss><channel>{many}<item>{many}{deep}{deep * 50}</item></channel></rss>"
    data, count = mended(text)
    root = etree.fromstring(data)
    assert count == 1
    (item,) = root.iter("item")
    assert not [one for child in item for one in child]
    assert not list(root.iter("category"))
    for parent in root.iter("channel", "item"):
        names = [one.tag for one in parent]
        assert all(names.count(name) <= MOST_OF_A_KIND for name in names if name != "item")


@pytest.mark.parametrize(
    "broken",
    [
        "<a " * 50_000,
        "<![CDATA[" * 50_000,
        "&" * 50_000,
        "<!--" * 50_000,
        '<a b="' * 50_000,
        "<item>" * 50_000,
        "<x:item>" * 1_000,
        "</item>" * 50_000,
    ],
)
def test_broken_markup_never_reaches_the_loose_parser(broken):
    assert feed(f"<rss><channel><item><title>T</title></item>{broken}") is not None


def test_titles_are_words():
    image, script = "&lt;img src=x onerror=steal()&gt;", "&lt;script&gt;steal()&lt;/script&gt;"
    title = f"{image}gpj.\u202eexe{script}&#7;\x1b\ufeff"
    (only,) = feed(f"<rss><channel><item><title>{title}</title></item></channel></rss>").items
    assert only.title == "gpj.exe"


def test_sizes_are_bounded():
    long = "a" * 100_000
    fields = "".join(f"<{name}>{long}</{name}>" for name in ("title", "guid", "pubDate", "author"))
    body = f"<item>{fields}<description>{long}</description><link>https://a.example/{long}</link>"
    (only,) = feed(f"<rss><channel>{body}").items
    assert (len(only.title), len(only.text), len(only.author)) == (500, 2_000, 200)
    assert (only.address, len(only.posted_words), len(only.key)) == ("", 100, 32)


@pytest.mark.parametrize(
    "link",
    ["javascript:steal()", "file:///etc/passwd", "data:text/html,x", "ftp://a.example/", "http://",
     "http://[", "https://[::1", " ", "\x00", "http:///x"],
)  # fmt: skip
def test_only_web_addresses_are_addresses(link):
    assert address(link, "") == ""


def test_an_address_keeps_no_password():
    assert address("https://ann:secret@a.example/x y") == "https://a.example/x%20y"


def test_a_feed_of_ours_cannot_be_told_from_its_parts():
    """Joined parts that could be shifted would let one item pass for another."""
    assert key("a", "bc") != key("ab", "c")


def test_a_page_of_any_number_of_links_is_bounded():
    links = "".join(f'<a href="/{n}">Headline number {n} of today</a>' for n in range(20_000))
    assert len(read_page(parsed(links), URL).items) == 2_000


def test_deep_pages_are_read():
    depth = sys.getrecursionlimit() * 3
    page = parsed("<div>" * depth + '<a href="/1">Some headline of five words</a>')
    assert read_page(page, URL).title == ""


PIECES = [
    b"<rss", b"<feed ", b"<rdf:RDF", b"<channel>", b"<item>", b"</item>", b"<entry>", b"<title>",
    b"</title>", b"<link href='http://[' rel=enclosure>", b"<dc:date>", b"<x:y>", b"xmlns:x=''",
    b"xmlns='http://www.w3.org/2005/Atom'>", b"xml:base='http://['",
    b"<pubDate>9999-99-99</pubDate>",
    b"<content type='application/octet-stream' mode='base64'>", b"<content type='xhtml'>",
    b"<![CDATA[", b"]]>", b"<!--", b"-->", b"&", b"&amp;", b"&#0;", b"&#xd800;", b"&nbsp;", b"&x;",
    b"<?xml version='1.0' encoding='utf-16'?>", b"<!DOCTYPE x", b"[", b"<!ENTITY a 'b'>", b">",
    b'{"version": "https://jsonfeed.org/version/1", "items": [', b'{"id": 1, "url": "http://["}',
    b'{"date_published": "0001-01-01T00:00:00+23:00"}', b"]}", b"<a href='//['>",
    b"<base href='['>", b"<\xe7\x89\xb3\xef\xbf\xbd:title ",
    b"<div class='tgme_widget_message js-message_text tgme_channel_info' data-post='abcde/1'>",
    b"<a class='tgme_widget_message_date'><time datetime='0001-01-01T00:00:00+23:00'>", b"\x01",
    b"<link rel=alternate type='application/rss+xml' href='//['>", b"\x00", b"\xff\xfe",
    b"\xef\xbb\xbf",
]  # fmt: skip

READERS = [
    feed,
    lambda text: read_feed(text, url=URL, now=NOW),
    lambda text: read_json_feed(text, url=URL, now=NOW),
    lambda text: read_page(parsed(text), URL),
    lambda text: declared_feed(parsed(text), URL),
    lambda text: read_preview(text, name="abcde", now=NOW),
    lambda text: feed_in(text),
    channel,
    is_channel,
    plain,
    lambda text: address(text, URL),
]


def hostile_bytes():
    pieces = st.one_of(st.sampled_from(PIECES), st.binary(max_size=12))
    return st.one_of(st.lists(pieces, max_size=30).map(b"".join), st.binary(max_size=200))


@settings(max_examples=400, deadline=None)
@given(hostile_bytes(), st.sampled_from(["", "utf-8", "utf-16", "koi8-r", "utf-7", "rot13"]))
@example(b"<div class='tgme_channel_info'>\x01", "")
@example(b"<geo:lat>", "")
def test_any_bytes_raise_nothing_but_a_watch_error(body, declared):
    text = decode(body, declared=declared)
    for read in READERS:
        with suppress(WatchError):
            found = read(text)
            for item in getattr(found, "items", ()):
                check_sound(item)


def check_sound(item: Item):
    assert item.address == "" or item.address.startswith(("http://", "https://"))
    assert max(len(item.title), len(item.text), len(item.address)) <= 2_000
    for words in (item.title, item.text, item.author, item.posted_words):
        assert words == lines(words) or words == line(words)
        words.encode()  # no lone surrogates
    assert item.posted_at is None or item.posted_at.tzinfo is UTC
