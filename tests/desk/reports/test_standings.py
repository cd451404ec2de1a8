"""The desk sees what readers are told of a quotation, and where its words differ."""

import pytest

from dateline.archive.bring import bring_address
from tests.desk.conftest import composed, words_of
from tests.desk.reports.archive import captured, flagged

TEXT = "Rescuers say that twelve people died in Sarmin."


@pytest.fixture
def preview(enter, carl, blog):
    """Return what Carl's preview shows of words quoted from a report: `preview(report, words)`."""

    def _preview(report, words):
        body = f":::quote{{report={report.pk}}}\n{words}\n:::"
        where = f"/desk/blogs/{blog.pk}/updates/preview"
        return " ".join(words_of(enter(carl).post(where, composed("", body))).split())

    return _preview


def test_words_that_stand_there_are_kept(preview, carl):
    page = preview(captured(carl, text=TEXT), "twelve people died")
    assert "kept since" in page
    assert "do not stand so" not in page


def test_words_that_differ_are_shown_beside_the_nearest(preview, carl):
    page = preview(captured(carl, text=TEXT), "thirteen people died in Sarmin")
    assert "not checked" in page
    assert "“thirteen” is “twelve” there" in page
    assert "twelve people died in Sarmin</q>" in page


def test_where_nothing_is_near_that_is_said(preview, carl):
    assert "Nothing near to them" in preview(captured(carl, text=TEXT), "It rained all day long")


def test_before_anything_is_kept_it_is_not_yet_checked(preview, carl):
    report = bring_address(by=carl, address="https://example.org/slow")
    page = preview(report, "twelve people died")
    assert "not yet checked" in page
    assert "do not stand so" not in page


def test_of_a_protected_report_neither_words_nor_nearest_are_shown(preview, alice, carl):
    report = flagged(alice, captured(carl, text="Zinnias grow at the shelter."), protected=True)
    page = preview(report, "Zinnias grow at a shelter")
    assert "Report held by the desk" in page
    assert "words may not be public" in page
    assert "Zinnias" not in page


def test_hostile_words_stay_words(preview, carl):
    report = captured(carl, text="<script>alert(1)</script> twelve died")
    page = preview(report, "<script>alert(2)</script> twelve died")
    assert "<script>" not in page


def test_a_hundred_thousand_characters_are_refused_in_words(preview, carl):
    assert "longer than 100,000" in preview(captured(carl, text=TEXT), "twelve " * 15_000)
