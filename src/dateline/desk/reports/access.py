"""Which reports stand before someone, and which of them the desk holds back from whom."""

import uuid
from typing import Any, TypeVar

from django.db.models import Model, QuerySet
from django.http import Http404

from dateline.desk.access import require
from dateline.ledger.models import Capture, Derivation, Person, Report
from dateline.ledger.permission import may
from dateline.ledger.refusal import NotAllowed

Found = TypeVar("Found", bound=Model)

HELD = "This report is held by the desk. Ask an editor about it."
REPORTS = Report.objects.select_related("source__merged_into", "source__party", "watch")


def keeps(person: Person) -> bool:
    """Tell whether someone keeps the archive, and so sees what is protected."""
    return may(person, "keep_archive")


def secret(report: Report) -> bool:
    """Tell whether only those who keep the archive may know what a report is."""
    return report.protected or (report.source is not None and report.source.is_held)


def report_or_404(person: Person, pk: uuid.UUID) -> Report:
    """Return a report, to anyone with a role; what is shown of it is for `secret` to say."""
    require(person, "bring_report")
    return _one(Report, REPORTS.filter(pk=pk))


def open_report_or_404(person: Person, pk: uuid.UUID) -> Report:
    """Return a report that this person may know. Raises NotAllowed for one that is held."""
    report = report_or_404(person, pk)
    require_open(person, report)
    return report


def require_open(person: Person, report: Report) -> None:
    """Raise NotAllowed unless the person may know what a report is."""
    if secret(report) and not keeps(person):
        raise NotAllowed(HELD)


def capture_or_404(pk: uuid.UUID) -> Capture:
    """Return a capture of a report that was not redacted."""
    captures = Capture.objects.select_related("report")
    return _one(Capture, captures.filter(pk=pk, report__redacted=False))


def derivation_or_404(pk: uuid.UUID) -> Derivation:
    """Return what one report seems to rest on."""
    return _one(Derivation, Derivation.objects.filter(pk=pk))


def _one(kind: type[Found], query: QuerySet[Any]) -> Found:
    found = query.first()
    if not isinstance(found, kind):
        raise Http404
    return found
