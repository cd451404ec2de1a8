"""An Arabic column's evidence is Arabic, from right to left; quotes keep their own direction."""

import pytest

from dateline.ledger.verbs.columns import ColumnText, edit_column
from tests.live.site import words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(rivals, owner, column, follow, incident_page):
    text = ColumnText(name="بوتين في سوريا", publisher="The Interpreter", language="ar")
    edit_column(by=owner, column=column, text=text)
    follow()
    return incident_page(rivals.incident)


def test_the_page_says_its_language_and_direction(page):
    assert (page.get("lang"), page.get("dir")) == ("ar", "rtl")


def test_its_labels_are_arabic(page):
    said = words_of(page)
    for words in (
        "هل حدث؟",
        "من فعله؟",
        "مصادر مستقلة",
        "في موقع الحدث",
        "من 9 إلى 12",
        "3 تقارير",
    ):
        assert words in said
    for words in ("Did it", "source", "killed:", "Changes", "By whose"):
        assert words not in said


def test_quotes_keep_their_own_direction(page):
    quotes = page.xpath("//blockquote")
    assert quotes
    assert {one.get("dir") for one in quotes} == {"auto"}


def test_the_claims_page_is_arabic_too(page, rivals, claim_page):
    found = claim_page(rivals.agency)
    assert (found.get("lang"), found.get("dir")) == ("ar", "rtl")
    assert "من يقوله" in words_of(found)
