"""Pages without a feed: their headlines, and whether their words changed."""

import pytest

from dateline.archive.watch.page import declared_feed, is_headline, parsed, read_page

from .conftest import sample

URL = "https://ministry.example/news"


def read(text):
    return read_page(parsed(text), URL)


def test_headlines_are_items_and_buttons_are_not():
    listing = read(sample("index.html").decode())
    assert listing.title == "News | Ministry"
    assert {one.address: one.title for one in listing.items} == {
        "https://ministry.example/news/2015/strike": "Air force hits command post near Sarmin",
        "https://ministry.example/news/2015/talks": "Foreign minister meets envoy in Vienna today",
        "https://ministry.example/ar/1": "وزارة الدفاع تنفي قصف المستشفى في سرمين",
        "https://ministry.example/zh/1": "国防部否认轰炸医院的报道",
    }


@pytest.mark.parametrize(
    ("words", "headline"),
    [
        ("Air force hits post", True),
        ("Flugzeugabwehrraketenstellung", True),
        ("Read more here", False),
        ("Next", False),
        ("1 2 3 4 5", False),
        ("国防部否认轰炸医院的", True),
        ("国防部否认轰炸", False),
        ("", False),
    ],
)
def test_a_headline_has_four_words_or_twenty_letters(words, headline):
    assert is_headline(words) is headline


def test_links_resolve_against_the_base_and_stay_on_the_site():
    links = "".join(
        f'<a href="{href}">Some headline of five words</a>'
        for href in ("a", "//www.ministry.example/b", "//press.ministry.example/c",
                     "//ministry.example.evil.example/d", "http://[", "mailto:a@b.example", "#top")
    )  # fmt: skip
    listing = read(f'<base href="/archive/">{links}')
    assert [one.address for one in listing.items] == [
        "https://ministry.example/archive/a",
        "https://www.ministry.example/b",
        "https://press.ministry.example/c",
        "https://ministry.example/archive/",
    ]


def test_the_digest_changes_with_the_words_only():
    page = sample("index.html").decode()
    later = page.replace("5 minutes ago", "17 minutes ago").replace("<h2>", "<h2 class=x>")
    edited = page.replace("hits command post", "hits hospital")
    assert read(page).text_digest == read(later).text_digest
    assert read(page).text_digest != read(edited).text_digest


@pytest.mark.parametrize(
    ("link", "feed"),
    [
        ('rel="alternate" type="application/rss+xml" href="/rss"', "https://ministry.example/rss"),
        ('rel="ALTERNATE home" type="application/atom+xml; charset=x" href="a"',
         "https://ministry.example/a"),
        ('rel="alternate" type="application/feed+json" href="//x.example/f.json"',
         "https://x.example/f.json"),
        ('rel="alternate" type="application/rss+xml" title="Comments" href="/rss"', ""),
        ('rel="alternate" hreflang="ar" href="/ar"', ""),
        ('rel="alternate" type="application/rss+xml" href="javascript:x()"', ""),
        ('rel="stylesheet" type="text/css" href="/rss"', ""),
    ],
)  # fmt: skip
def test_a_page_may_declare_its_feed(link, feed):
    assert declared_feed(parsed(f"<head><link {link}></head>"), URL) == feed
