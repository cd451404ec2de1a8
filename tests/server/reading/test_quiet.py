"""How long nothing else must be due before something heavy begins."""

from datetime import timedelta

import pytest
from django.utils import timezone

from dateline.ledger.models import Report
from dateline.ledger.models.record import writing
from dateline.ledger.verbs.redacting import redact_report
from dateline.ledger.verbs.reports import bring_report
from dateline.server.reading import quiet
from dateline.server.reading.quiet import LONG, PATIENCE, Quiet, captures_wait
from tests.ledger.kept import asked

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def clock(monkeypatch):
    now = [1000.0]
    monkeypatch.setattr(quiet, "monotonic", lambda: now[0])
    return now


@pytest.fixture
def busy(monkeypatch):
    waits = [False]
    monkeypatch.setattr(quiet, "captures_wait", lambda: waits[0])
    return waits


def test_it_is_long_only_after_a_minute(clock, busy):
    one = Quiet()
    assert not one.is_long()
    clock[0] += LONG - 1
    assert not one.is_long()
    clock[0] += 1
    assert one.is_long()


def test_a_capture_begins_it_anew(clock, busy):
    one = Quiet()
    clock[0] += LONG
    busy[0] = True
    assert not one.is_long()
    busy[0] = False
    clock[0] += LONG - 1
    assert not one.is_long()
    clock[0] += 1
    assert one.is_long()


def test_a_desk_that_is_never_quiet_is_waited_for_no_longer_than_its_patience(clock, busy):
    one, busy[0] = Quiet(), True
    for _ in range(int(PATIENCE) - 1):
        clock[0] += 1
        assert not one.is_long()
    clock[0] += 1
    assert one.is_long()


def test_what_is_due_or_in_hand_waits_and_what_is_due_later_does_not(carl, owner):
    assert not captures_wait()
    report = bring_report(by=carl, asked=asked("https://example.org/strike"))
    now, soon = timezone.now(), timezone.now() + timedelta(hours=1)
    for due, busy, waits in [
        (now, None, True),
        (soon, None, False),
        (None, None, False),
        (soon, soon, True),
        (soon, now, False),
    ]:
        _set(report, due, busy)
        assert captures_wait() is waits, (due, busy)
    _set(report, now, None)
    redact_report(by=owner, report=report, reason="It named a shelter.")
    assert not captures_wait()


def _set(report, due, busy):
    with writing():
        Report.objects.filter(pk=report.pk).update(due_at=due, busy_until=busy)
