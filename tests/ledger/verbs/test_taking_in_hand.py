"""Work in hand: who takes a report has it alone, and a killed worker gives it back."""

from datetime import timedelta

import pytest
from django.utils import timezone

from dateline.ledger.models import Entry, Report
from dateline.ledger.verbs.capturing import give_back, note_look
from dateline.ledger.verbs.in_hand import (
    IN_HAND,
    let_go,
    let_go_of_all,
    look_at_once,
    take,
    take_due,
    want_again,
)
from dateline.ledger.verbs.redacting import redact_report
from dateline.ledger.verbs.reports import ask_again, bring_report
from dateline.ledger.verbs.watching import take_due_watches
from tests.ledger.kept import AT, asked

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def later(monkeypatch):
    """Let time pass: `later(hours=2)`. The clock is the outside world."""
    real = timezone.now

    def _later(**time):
        monkeypatch.setattr(timezone, "now", lambda: real() + timedelta(**time))

    return _later


def test_the_oldest_comes_first_and_no_more_than_asked(carl, holds):
    brought = [bring_report(by=carl, asked=asked(f"https://example.org/{n}")) for n in range(3)]
    before = Entry.objects.count()
    assert take_due(2) == brought[:2]
    assert take_due(2) == brought[2:]
    assert take_due(2) == []
    assert Entry.objects.count() == before
    assert holds()


def test_a_killed_worker_gives_it_back(report, later):
    assert take_due(1) == [report]
    later(seconds=IN_HAND.total_seconds() - 5)
    assert take_due(1) == []
    later(seconds=IN_HAND.total_seconds() + 5)
    assert take_due(1) == [report]


@pytest.mark.parametrize("take_what_is_due", [take_due, take_due_watches])
def test_looking_where_nothing_is_due_keeps_no_writer_waiting(db, monkeypatch, take_what_is_due):
    monkeypatch.setattr(f"{take_what_is_due.__module__}.write_lock", None)
    assert take_what_is_due(9) == []


def test_what_is_due_later_is_taken_later(report, later):
    give_back(report, trouble="No answer.", due_at=timezone.now() + timedelta(hours=1))
    assert take_due(1) == []
    later(hours=2)
    assert take_due(1) == [report]


def test_what_is_due_never_again_is_never_taken(report, later):
    give_back(report, trouble="No such site.", due_at=None)
    later(days=9999)
    assert take_due(1) == []


def test_what_was_redacted_is_never_taken(report, owner, later):
    redact_report(by=owner, report=report, reason="It named a shelter.")
    later(days=1)
    assert take_due(1) == []


def test_one_report_is_taken_by_name_unless_another_has_it(report, owner, later):
    mine = take(report)
    assert (mine, take(report), take_due(9)) == (report, None, [])
    later(seconds=IN_HAND.total_seconds() + 5)
    assert take(report) == report
    redact_report(by=owner, report=report, reason="It named a shelter.")
    later(days=1)
    assert take(report) is None


def test_what_is_put_back_is_as_it_was_and_due_when_said(report, later, holds):
    (taken,) = take_due(1)
    let_go(taken, due_at=timezone.now() + timedelta(hours=1))
    stored = Report.objects.get()
    assert (stored.tries, stored.trouble, stored.standing) == (0, "", "")
    assert take_due(1) == []
    later(hours=2)
    assert take_due(1) == [report]
    assert holds()


def test_a_worker_that_starts_gives_back_what_a_killed_one_had(report):
    assert take_due(1) == [report]
    let_go_of_all()
    assert take_due(1) == [report]


def test_the_command_line_has_one_looked_at_now(report, capture):
    assert take_due(1) == []
    look_at_once(report)
    assert [one.wanted for one in take_due(1)] == [False]
    let_go_of_all()
    want_again(report)
    assert [one.wanted for one in take_due(1)] == [True]


@pytest.mark.parametrize("ask", [look_at_once, want_again], ids=lambda ask: ask.__name__)
def test_the_command_line_brings_nothing_redacted_back(report, owner, ask):
    redact_report(by=owner, report=report, reason="It named a shelter.")
    ask(report)
    assert Report.objects.get().due_at is None


def test_who_asked_while_a_worker_looked_still_gets_a_version(report, capture, carl):
    taken = Report.objects.get()
    ask_again(by=carl, report=report)
    note_look(taken, standing="unchanged", at=AT, due_at=None)
    assert Report.objects.get().wanted
    (taken,) = take_due(1)
    note_look(taken, standing="unchanged", at=AT, due_at=None)
    assert not Report.objects.get().wanted
    assert take_due(1) == []


def test_a_workers_source_needs_no_query_of_its_own(capture, carl, django_assert_num_queries):
    ask_again(by=carl, report=capture.report)
    (taken,) = take_due(1)
    with django_assert_num_queries(0):
        assert taken.source.name == "The Agency"
