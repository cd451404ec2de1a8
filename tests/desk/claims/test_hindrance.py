"""Why a report has no claims yet, as the worker left it for the desk."""

import pytest

from dateline.desk.claims import hindrance
from tests.desk.claims.said import proposed
from tests.desk.conftest import words_of
from tests.desk.reports.archive import captured

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.DATELINE_DATA = tmp_path


@pytest.fixture
def shown(enter, alice):
    """Return the page of a report's claims as words: `shown()`."""
    report, here = captured(alice), enter(alice)
    return report, lambda: words_of(here.get(f"/desk/reports/{report.pk}/claims/"))


def test_while_nothing_is_in_the_way_claims_are_promised(shown):
    assert "Not read yet. Its claims appear here by themselves." in shown[1]()


def test_what_is_in_the_way_is_said_until_it_is_gone(shown):
    hindrance.tell("Install <one>: pip install …")
    page = shown[1]()
    assert "Not read yet. Install &lt;one&gt;: pip install …" in page
    assert "by themselves" not in page
    hindrance.tell("")
    assert "by themselves" in shown[1]()


def test_a_report_that_was_read_says_nothing_of_it(shown):
    report, page = shown
    proposed(report)
    hindrance.tell("Install one.")
    assert "Install one" not in page()


def test_words_that_cannot_be_left_or_read_stop_nobody(settings, tmp_path):
    (tmp_path / "reading.hindered").write_bytes(b"\xff\xfe\xff")
    assert hindrance.told() == ""
    settings.DATELINE_DATA = tmp_path / "gone"
    hindrance.tell("No disk.")
    assert hindrance.told() == ""
