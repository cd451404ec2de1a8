"""RSS 2.0, RSS 1.0 and Atom, as they are and as they are broken."""

from datetime import UTC, datetime, timedelta

import pytest

from dateline.archive.charset import decode
from dateline.archive.watch.feeds import read_feed
from dateline.archive.watch.sniff import sniff

from .conftest import NOW, sample


def read(feed, url="https://relief.example/feed"):
    nature, text = sniff(decode(feed if isinstance(feed, bytes) else feed.encode()))
    assert nature == "feed"
    return read_feed(text, url=url, now=NOW)


def rss(*items):
    return f"<rss version='2.0'><channel><title>T</title>{''.join(items)}</channel></rss>"


def item(**fields):
    return f"<item>{''.join(f'<{name}>{value}</{name}>' for name, value in fields.items())}</item>"


def one(*items):
    (only,) = read(rss(*items)).items
    return only


def test_it_reads_rss_2():
    listing = read(sample("rss.xml"))
    assert listing.title == "Idlib Rescue & Relief"
    assert listing.next_after == timedelta(minutes=30)
    second, first = listing.items
    assert second.title == "Second strike on Sarmin field hospital"
    assert second.address == "https://relief.example/2015/10/21/sarmin?a=1&b=2"
    assert second.posted_at == datetime(2015, 10, 21, 17, 58, tzinfo=UTC)
    assert (second.author, second.text) == ("Desk in Idlib", "Two rescuers were wounded.")
    assert (second.has_media, first.has_media) == (False, True)
    assert first.address == "https://relief.example/2015/10/20/first"


def test_it_reads_rss_1():
    listing = read(sample("rdf.xml"))
    assert (listing.title, listing.next_after) == ("وكالة الأنباء", timedelta(minutes=30))
    (only,) = listing.items
    assert (only.title, only.text) == ("بيان وزارة الدفاع", "نص قصير")
    assert only.posted_at == datetime(2015, 10, 21, 14, 58, tzinfo=UTC)


def test_it_reads_atom():
    listing = read(sample("atom.xml"))
    assert listing.title == "Ministry <press> office"
    (only,) = listing.items
    assert only.address == "https://ministry.example/news/2015/statement-7"
    assert only.title == "No strike on Sarmin & Ma'arrat"
    assert only.text == "Denied & rejected.\nSecond."
    assert only.author == "Spokesman"
    assert only.posted_at == datetime(2015, 10, 21, 15, tzinfo=UTC)


def test_a_broken_feed_gives_what_it_has():
    cut_off = sample("rss.xml").partition(b"</description>")[0]
    (only,) = read(cut_off).items
    assert only.title == "Second strike on Sarmin field hospital"


def test_a_feed_behind_a_servers_warning_is_a_feed():
    warned = b"<br />\n<b>Warning</b>: strtotime() in /x.php\n" + sample("rss.xml")
    assert len(read(warned).items) == 2


def test_undeclared_names_and_lone_ampersands_are_mended():
    only = one(item(title="Caf&eacute; &nbsp; Q&A &unknown;", link="https://a.example/?a=1&b=2"))
    assert only.title == "Café Q&A &unknown;"
    assert only.address == "https://a.example/?a=1&b=2"


def test_ampersands_in_a_cdata_section_are_left_alone():
    only = one(item(link="<![CDATA[https://a.example/?a=1&b=2]]>"))
    assert only.address == "https://a.example/?a=1&b=2"


def test_unescaped_markup_in_a_description_is_read():
    assert one(item(title="T", description="<p>One <b>two</b></p><p>three</p>")).text == (
        "One two\nthree"
    )


@pytest.mark.parametrize(
    ("written", "posted_at", "words"),
    [
        ("Wed, 21 Oct 2015 17:58:00 GMT", datetime(2015, 10, 21, 17, 58, tzinfo=UTC), ""),
        ("Wed, 21 Oct 2015 17:58 EST", datetime(2015, 10, 21, 22, 58, tzinfo=UTC), ""),
        ("2015-10-21T17:58:00+03:00", datetime(2015, 10, 21, 14, 58, tzinfo=UTC), ""),
        ("21 Oct 15", datetime(2015, 10, 21, tzinfo=UTC), ""),
        ("2015-10-22T12:05:00Z", datetime(2015, 10, 22, 12, 5, tzinfo=UTC), ""),  # a fast clock
        ("Thu, 21 Oct 2055 17:58:00 GMT", None, "Thu, 21 Oct 2055 17:58:00 GMT"),
        ("Thu, 01 Jan 1970 00:00:00 GMT", None, "Thu, 01 Jan 1970 00:00:00 GMT"),
        ("yesterday, towards \u202eevening", None, "yesterday, towards evening"),
        ("9999999999999999", None, "9999999999999999"),
        ("", None, ""),
    ],
)
def test_a_date_is_a_moment_or_words(written, posted_at, words):
    only = one(item(title="T", pubDate=written))
    assert (only.posted_at, only.posted_words) == (posted_at, words)


def test_the_newest_come_first_and_an_undated_one_stays_with_its_neighbour():
    dated = [
        item(title="old", pubDate="Mon, 19 Oct 2015 10:00:00 GMT"),
        item(title="beside old"),
        item(title="new", pubDate="Wed, 21 Oct 2015 10:00:00 GMT"),
    ]
    assert [one.title for one in read(rss(*dated)).items] == ["new", "old", "beside old"]


def test_an_undated_feed_keeps_its_order():
    titles = ["c", "a", "b"]
    assert [one.title for one in read(rss(*(item(title=t) for t in titles))).items] == titles


def test_an_item_keeps_its_key_while_its_title_and_link_change():
    before, after = (
        one(item(guid="7", title=title, link=f"https://a.example/{title}"))
        for title in ("Strike", "Update")
    )
    assert before.key == after.key


def test_items_of_one_id_are_told_apart():
    broken = [item(guid="0", link=f"https://a.example/{n}") for n in range(3)]
    assert len({one.key for one in read(rss(*broken)).items}) == 3


def test_without_an_id_the_link_counts_and_without_a_link_the_words():
    linked = [one(item(link="https://a.example/1", title=title)).key for title in "ab"]
    bare = [one(item(title=title, pubDate="21 Oct 15")).key for title in "ab"]
    assert linked[0] == linked[1]
    assert bare[0] != bare[1]


def test_the_same_item_twice_is_one():
    twice = item(guid="1", link="https://a.example/1")
    assert len(read(rss(twice, twice)).items) == 1


def test_an_item_without_a_link_has_no_address():
    assert one(item(title="Only words")).address == ""


@pytest.mark.parametrize(
    ("rhythm", "hours"),
    [
        ("<ttl>120</ttl>", 2),
        ("<ttl>1</ttl>", 5 / 60),
        ("<ttl>999999</ttl>", 24),
        ("<ttl>soon</ttl>", None),
        ("<ttl>-5</ttl>", None),
        ("<sy:updatePeriod xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'>daily"
         "</sy:updatePeriod>", 24),
        ("", None),
    ],
)  # fmt: skip
def test_a_feed_may_say_how_often_to_look(rhythm, hours):
    assert read(rss(rhythm)).next_after == (None if hours is None else timedelta(hours=hours))


def test_more_than_10_000_items_are_not_read():
    listing = read(rss(*(item(title=str(n)) for n in range(10_005))))
    assert len(listing.items) == 10_000
    assert listing.note == "It lists 10,005 items; the first 10,000 were read."
