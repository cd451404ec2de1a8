"""A verb on one report costs the same however large the archive is."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dateline.ledger.models import Report
from dateline.ledger.verbs.capturing import keep_capture, note_look
from dateline.ledger.verbs.in_hand import take_due
from dateline.ledger.verbs.redacting import drop_redacted_bytes, redact_report
from dateline.ledger.verbs.reports import bring_report
from tests.ledger.kept import AT, asked, kept

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def cost(carl):
    """Return how many queries an act takes: `cost(act)`."""

    def _cost(act):
        with CaptureQueriesContext(
            connection,
        ) as context:
            act()
        return len(context)

    return _cost


def round_of(carl, n):
    """Bring, take, keep and look at one report."""
    report = bring_report(by=carl, asked=asked(f"https://example.org/{n}"))
    assert take_due(1) == [report]
    for text in ("One.", "Two."):
        keep_capture(report, kept(text, title=f"{n}"))
    note_look(report, standing="unchanged", at=AT, due_at=None)


def test_the_fiftieth_report_takes_as_many_queries_as_the_second(carl, cost):
    round_of(carl, 0)  # makes the source
    second = cost(lambda: round_of(carl, 1))
    for n in range(2, 50):
        round_of(carl, n)
    assert cost(lambda: round_of(carl, 50)) <= second


def test_readers_of_other_reports_cost_nothing(report, other_report, carl, cite, cost):
    keep_capture(report, kept())
    alone = cost(lambda: keep_capture(report, kept()))
    for _ in range(10):
        cite(other_report)
    assert cost(lambda: keep_capture(report, kept())) <= alone


def test_tidying_asks_for_the_whole_archive_only_where_something_is_left(
    report, other_report, owner, cost
):
    keep_capture(report, kept("Shared with none", picture=None))
    keep_capture(other_report, kept(picture=None))
    idle = cost(drop_redacted_bytes)
    redact_report(by=owner, report=report, reason="It named a shelter.")
    assert Report.objects.get(pk=report.pk).redacted
    assert cost(drop_redacted_bytes) == idle
