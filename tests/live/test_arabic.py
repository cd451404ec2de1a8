"""An Arabic blog: its language, its direction, its labels, also beside English ones."""

import pytest

from dateline.ledger.verbs.blogs import Masthead, start_blog
from dateline.ledger.verbs.publishing import correct_update, withdraw_update
from dateline.ledger.verbs.writing import Text
from tests.live.site import COLUMN, words_of

ARABIC = f"{COLUMN}/2015-10-21-ar"
PAGES = ("index.html", "page/1/index.html", "u/1/index.html", "embed/index.html", "day.html")


@pytest.fixture
def arabic(short_pages, alice, column, publish, follow, mark, blog):
    """An Arabic blog in an English column."""
    words = {"headline": "الأسد في موسكو", "lead": "اليوم التالي"}
    masthead = Masthead(**words, language="ar", previous=blog)
    made = start_blog(by=alice, column=column, slug="2015-10-21-ar", masthead=masthead)
    updates = [publish(f"خبر {n}", "كلمات", place="حلب", blog=made) for n in range(1, 5)]
    mark(updates[0], "key_event")
    text = Text(headline="خبر", body="كلمات")
    correct_update(by=alice, update=updates[0], text=text, note="تصويب", based_on=1)
    withdraw_update(by=alice, update=updates[1], reason="خطأ")
    follow()
    return made


def test_every_page_says_its_language_and_direction(arabic, site):
    for path in PAGES:
        page = site.parsed(f"{ARABIC}/{path}")
        assert (page.get("lang"), page.get("dir")) == ("ar", "rtl"), path


def test_its_labels_are_arabic(arabic, site):
    index = words_of(site.parsed(f"{ARABIC}/index.html"))
    for words in ("مباشر", "حدث رئيسي", "تصويب", "سُحب هذا التحديث", "أبرز الأحداث", "سابقًا:"):
        assert words in index
    for words in ("Live", "Corrected", "Key event", "Share", "updated"):
        assert words not in index


def test_the_arrow_to_the_blog_before_points_with_the_language(arabic, site):
    (arrow,) = site.parsed(f"{ARABIC}/index.html").find_class("arrow")
    assert arrow.text == "→"


def test_its_feeds_and_deltas_are_arabic_too(arabic, site):
    assert site.json(f"{ARABIC}/feed.json")["language"] == "ar"
    assert 'xml:lang="ar"' in site.text(f"{ARABIC}/feed.atom")
    for name in ("feed.atom", "feed.json"):
        assert "سُحب" in site.text(f"{ARABIC}/{name}")
        assert "تصويب: تصويب" in site.text(f"{ARABIC}/{name}")
    assert "سُحب هذا التحديث" in site.newest_delta(ARABIC)["entries"][0]["html"]


def test_in_lists_it_stands_in_its_own_direction(arabic, site):
    listed = [one.find("h2") for one in site.parsed(f"{COLUMN}/index.html").find_class("listed")]
    assert [(one.get("lang"), one.get("dir")) for one in listed] == [("ar", "rtl"), ("en", "ltr")]
    assert site.parsed("index.html").xpath('//a[@lang="ar"][@dir="rtl"]')
    assert site.parsed(f"{COLUMN}/index.html").get("dir") == "ltr"


def test_the_english_blog_beside_it_stays_english(arabic, site, publish, follow, blog):
    publish("Aleppo", blog=blog)
    follow()
    page = site.parsed(f"{COLUMN}/2015-10-21/index.html")
    assert (page.get("lang"), page.get("dir")) == ("en", "ltr")
    assert "Live" in words_of(page)
