"""Which claims stand before someone, and in which columns they decide."""

import uuid

from django.http import Http404

from dateline.desk.access import require
from dateline.desk.reports.access import open_report_or_404, require_open
from dateline.ledger.models import Claim, Column, Person, Report, ReportText
from dateline.ledger.permission import columns_where


def claimed_report_or_404(person: Person, pk: uuid.UUID) -> Report:
    """Return a report whose claims this person may see. Raises NotAllowed for one that is held."""
    require(person, "make_claim")
    report = open_report_or_404(person, pk)
    if report.redacted:
        raise Http404
    return report


def claim_or_404(person: Person, pk: uuid.UUID) -> Claim:
    """Return a claim of a report that this person may know."""
    require(person, "make_claim")
    claims = Claim.objects.select_related("column", "report__source__merged_into", "text__capture")
    found: Claim | None = claims.filter(pk=pk).first()
    if found is None:
        raise Http404
    require_open(person, found.report)
    if found.report.redacted:
        raise Http404
    return found


def text_of(report: Report, asked: str) -> ReportText | None:
    """Return the report's text of this id, else its newest one; None where there is none."""
    texts = ReportText.objects.filter(capture__report=report).select_related("capture")
    try:
        found = texts.filter(pk=uuid.UUID(asked)).first()
    except ValueError:
        found = None
    newest = report.newest
    return found or (newest.text if newest else None)


def columns_of(person: Person) -> list[Column]:
    """Return the columns into which a person may accept claims."""
    return list(columns_where(person, "decide_claim"))
