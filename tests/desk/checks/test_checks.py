"""Checks of a report: recorded, withdrawn, and told in plain words where they are refused."""

import pytest

from dateline.ledger.models import Check
from tests.desk.conftest import words_of
from tests.desk.reports.archive import captured

pytestmark = pytest.mark.django_db
FINDING = {"question": "old_footage", "result": "confirmed", "method": "Reverse search."}


@pytest.fixture
def report(alice):
    return captured(alice)


@pytest.fixture
def at(report):
    return f"/desk/reports/{report.pk}/checks/"


def test_a_check_is_recorded_and_stands_in_the_list(enter, alice, at, report):
    assert enter(alice).post(at, FINDING).status_code == 302
    page = words_of(enter(alice).get(at))
    assert "Reverse search." in page
    assert "old footage?" in page
    assert at in words_of(enter(alice).get(f"/desk/reports/{report.pk}/"))


def test_a_refused_check_stays_in_the_form(enter, alice, at):
    typed = FINDING | {"addresses": "javascript:alert(1)", "evidence": "My long words."}
    response = enter(alice).post(at, typed)
    assert response.status_code == 400
    assert "My long words." in words_of(response)
    assert Check.objects.count() == 0


def test_a_check_is_withdrawn_with_a_reason(enter, alice, at):
    enter(alice).post(at, FINDING)
    withdraw = f"/desk/checks/{Check.objects.get().pk}/withdraw/"
    refused = enter(alice).post(withdraw, {"reason": " "})
    assert refused.status_code == 400
    enter(alice).post(withdraw, {"reason": "Another report."})
    assert "Another report." in words_of(enter(alice).get(at))
    assert enter(alice).post(withdraw, {"reason": "Twice."}).status_code == 400


def test_a_contributor_reads_checks_and_records_none(enter, alice, carl, at):
    enter(alice).post(at, FINDING)
    page = words_of(enter(carl).get(at))
    assert "Reverse search." in page
    assert "Record a check" not in page
    assert enter(carl).post(at, FINDING).status_code == 403
    withdraw = f"/desk/checks/{Check.objects.get().pk}/withdraw/"
    assert enter(carl).post(withdraw, {"reason": "Why."}).status_code == 403


def test_hostile_words_are_only_words(enter, alice, at):
    enter(alice).post(at, FINDING | {"evidence": "<script>alert(1)</script>"})
    assert "<script>alert" not in words_of(enter(alice).get(at))
