"""A report that links to another, prints its address or names its whole title cites it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.archive.likeness.citation import (
    LONGEST,
    address_key,
    names,
    page_keys,
    printed,
    same_address,
)

STORY = "https://example.org/2015/10/sarmin"
TITLE = "Ten killed as bakery in Sarmin is hit"

SAME = {
    "scheme": ("http://example.org/a", "https://example.org/a"),
    "case of the host": ("https://EXAMPLE.org/a", "https://example.org/a"),
    "www": ("https://www.example.org/a", "https://example.org/a"),
    "a phone's host": ("https://m.example.org/a", "https://www.example.org/a"),
    "AMP's host": ("https://amp.example.org/a", "https://example.org/a"),
    "the scheme's own port": ("https://example.org:443/a", "http://example.org:80/a"),
    "trailing slash": ("https://example.org/a/", "https://example.org/a"),
    "no path": ("https://example.org", "https://example.org/"),
    "fragment": ("https://example.org/a#comments", "https://example.org/a"),
    "campaign": ("https://example.org/a?utm_source=x&utm_medium=y", "https://example.org/a"),
    "click ids": ("https://example.org/a?fbclid=1&gclid=2&id=3", "https://example.org/a?id=3"),
    "shared from Instagram": ("https://instagram.com/p/x/?igshid=1", "https://instagram.com/p/x"),
    "embedding page": ("https://example.org/a?ref_src=twsrc%5Etfw", "https://example.org/a"),
    "order of parameters": ("https://example.org/?a=1&b=2", "https://example.org/?b=2&a=1"),
    "the host's last dot": ("https://example.org./a", "https://example.org/a"),
    "Arabic, plain and escaped": ("https://example.org/سرمين", "https://example.org/%d8%b3%D8%B1%D9%85%D9%8A%D9%86"),
    "needless escape": ("https://example.org/%7Ea%2Db", "https://example.org/~a-b"),
    "host in its own script": ("https://пример.рф/a", "https://xn--e1afmkfd.xn--p1ai/a"),
    "spaces around": (" https://example.org/a\n", "https://example.org/a"),
    "who signed in": ("https://me:secret@example.org/a", "https://example.org/a"),
    "a short video link": ("https://youtu.be/dQw4w9WgXcQ?t=10", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"),
    "a place in a film": ("https://youtube.com/watch?t=1&v=dQw4w9WgXcQ&list=z", "https://m.youtube.com/watch?v=dQw4w9WgXcQ"),
    "a live film": ("https://youtube.com/live/dQw4w9WgXcQ?si=1", "https://youtu.be/dQw4w9WgXcQ"),
    "Twitter and X": ("https://twitter.com/a/status/12", "https://x.com/a/status/12"),
    "Twitter's phone host": ("https://mobile.twitter.com/a/status/12?s=20", "https://x.com/a/status/12"),
    "a post's picture": ("https://x.com/a/status/12/photo/1", "https://x.com/i/web/status/12"),
    "profile": ("https://twitter.com/a", "https://x.com/a"),
    "Telegram's preview": ("https://t.me/s/chan/1", "https://t.me/chan/1"),
    "Telegram embedded": ("https://t.me/Chan/1?embed=1&mode=tme", "https://telegram.me/chan/1"),
    "kept elsewhere": ("https://web.archive.org/web/20151021120000/https://example.org/a", "https://example.org/a"),
    "kept elsewhere, raw": ("http://web.archive.org/web/20151021id_/http:/example.org/a?b=1", "https://example.org/a?b=1"),
    "kept elsewhere, bare": ("https://web.archive.org/web/2015/example.org/a", "https://example.org/a"),
    "kept twice": ("https://web.archive.org/web/2/web.archive.org/web/1/https://example.org/a", "https://example.org/a"),
}  # fmt: skip

OTHER = {
    "path": ("https://example.org/a", "https://example.org/b"),
    "case of the path": ("https://example.org/A", "https://example.org/a"),
    "parameter that means something": ("https://example.org/?id=1", "https://example.org/?id=2"),
    "ref may name a page": ("https://example.org/?ref=a", "https://example.org/"),
    "a name that starts like tracking": ("https://example.org/?utm=1", "https://example.org/"),
    "a parameter given twice": ("https://example.org/?a=1&a=2", "https://example.org/?a=1"),
    "port": ("https://example.org:8443/a", "https://example.org/a"),
    "another site's subdomain": ("https://news.example.org/a", "https://example.org/a"),
    "a host called www": ("https://www.org/a", "https://org/a"),
    "a host that ends alike": ("https://badexample.org/a", "https://example.org/a"),
    "the host is what follows @": ("https://example.org@evil.test/a", "https://example.org/a"),
    "the address in a parameter": ("https://evil.test/?u=https://example.org/a", "https://example.org/a"),
    "an archive that is none": ("https://web.archive.org.evil.test/web/2015/https://example.org/a", "https://example.org/a"),
    "escaped slash": ("https://example.org/a%2Fb", "https://example.org/a/b"),
    "another film": ("https://youtu.be/dQw4w9WgXcQ", "https://youtu.be/dQw4w9WgXcq"),
    "another post": ("https://x.com/a/status/12", "https://x.com/a/status/123"),
    "another message": ("https://t.me/chan/1", "https://t.me/chan/11"),
    "a private group's message": ("https://t.me/c/12/1", "https://t.me/c/13/1"),
    "not Twitter": ("https://nottwitter.com/a/status/1", "https://x.com/a/status/1"),
}  # fmt: skip

NO_ADDRESS = [
    "",
    "example.org/a",
    "mailto:a@example.org",
    "javascript:alert(1)",
    "ftp://example.org/a",
    "https://",
    "https:///a",
    "http://[::1",
    "http://example.org:99999/a",
    "http://example.org/\ud800",
    "https://web.archive.org/web/2015/",
    "https://example.org/" + "a" * LONGEST,
    "https://web.archive.org/web/1/" * 30_000,
]


@pytest.mark.parametrize(("a", "b"), SAME.values(), ids=SAME)
def test_two_addresses_of_one_page_are_the_same(a, b):
    assert address_key(a) == address_key(b) != ""
    assert same_address(a, b)


@pytest.mark.parametrize(("a", "b"), OTHER.values(), ids=OTHER)
def test_addresses_of_two_pages_are_not(a, b):
    assert not same_address(a, b)


@pytest.mark.parametrize("url", NO_ADDRESS, ids=lambda url: url[:40].encode("ascii", "replace"))
def test_what_is_no_address_equals_nothing_not_even_itself(url):
    assert address_key(url) == ""
    assert not same_address(url, url)


@given(st.text())
def test_no_address_breaks_it(rest):
    address_key(rest)
    address_key(f"https://{rest}")
    address_key(f"https://example.org/{rest}")


@given(st.text(max_size=50))
def test_a_key_is_its_own_key(rest):
    key = address_key(f"https://example.org/{rest}")
    assert address_key(f"https://{key}") == key


def linked(links, address):
    """Say whether a link leads to the page at an address."""
    return bool(page_keys(map(address_key, links)) & page_keys([address_key(address)]))


def prints(text, address):
    """Say whether the page at an address is named in a text."""
    return bool(page_keys(printed(text)) & page_keys([address_key(address)]))


def test_a_link_leads_there_however_it_is_written():
    assert linked(["http://www.example.org/2015/10/sarmin/?utm_source=x"], STORY)


@pytest.mark.parametrize(
    "text",
    [
        "The story (https://example.org/2015/10/sarmin) says so.",
        "More: example.org/2015/10/sarmin.",
        "WWW.EXAMPLE.ORG/2015/10/sarmin",
        "“https://example.org/2015/10/sarmin”",
        "المصدر: https://example.org/2015/10/sarmin، أمس",
        "消息来源https://example.org/2015/10/sarmin。",
        "https://web.archive.org/web/2015/https://example.org/2015/10/sarmin",
    ],
)
def test_a_printed_address_cites(text):
    assert prints(text, STORY)


def test_a_bracket_may_belong_to_the_address():
    page = "https://en.wikipedia.org/wiki/Sarmin_(Syria)"
    assert prints(f"See {page}", page)
    assert prints(f"(see {page})", page)


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/2015/10/sarmin-2",
        "https://example.org/2015/10/",
        "editor@example.org/2015/10/sarmin",
        "notexample.org/2015/10/sarmin",
        "https://evil.test/example.org/2015/10/sarmin",
        "example.org",
        "",
    ],
)
def test_another_address_cites_nothing(text):
    assert not prints(text, STORY)


@pytest.mark.parametrize(
    "front", ["https://example.org/", "https://example.org", "http://example.org:8080"]
)
def test_a_link_to_a_front_page_cites_no_report(front):
    assert not linked([front], front)
    assert not prints(f"{front}/", front)


def test_a_report_without_an_address_is_cited_by_no_broken_link():
    assert not linked(["", "mailto:a@example.org"], "")
    assert not prints("http://[", "")


def test_a_whole_title_cites():
    text = "The agency wrote under “TEN KILLED, as bakery in\nSarmin is hit” that rescuers came."
    assert names(text, TITLE)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Syria: live updates today", "All in Syria: live updates today, as ever."),
        (TITLE, "Ten killed as bakery in Sarmin burns"),
        (TITLE, "Often killed as bakery in Sarmin is hit"),
        ("", "Ten killed as bakery in Sarmin is hit"),
        ("!!! … !!!", "!!! … !!!"),
        ("俄罗斯空军", "俄罗斯空军今天轰炸了伊德利卜"),
    ],
    ids=["four words", "part of it", "part of a word", "none", "no word", "five signs"],
)
def test_less_than_a_whole_title_cites_nothing(title, text):
    assert not names(text, title)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("مقتل عشرة في قصف على سرمين", "كتبت الوكالة: «مَقتَل عشرة في قصف على سرمين» أمس"),
        ("俄罗斯空军轰炸伊德利卜的面包店", "报道《俄罗斯空军轰炸伊德利卜的面包店》说"),
        ("Авиация нанесла удар по посёлку Сармин", "авиация нанесла удар по поселку Сармин"),
    ],
    ids=["Arabic", "Chinese", "Russian"],
)
def test_a_title_cites_in_its_own_script(title, text):
    assert names(text, title)


@pytest.mark.parametrize("unit", ["a.", "a-", "a/", "a)", "https://", "a" * 99 + "."])
def test_a_megabyte_of_almost_an_address_is_read_once(unit):
    # Backtracking over all of it would take hours.
    assert not prints(unit * (1_000_000 // len(unit)), STORY)


def test_two_places_on_a_map_are_two_addresses():
    north = "https://www.openstreetmap.org/#map=12/35.9/36.7"
    assert not same_address(north, "https://www.openstreetmap.org/#map=12/33.5/36.3")
    assert same_address(north, north.replace("www.", ""))
