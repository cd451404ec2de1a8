"""The wire: reports as they came, the newest first."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import OuterRef, Q, QuerySet, Subquery

from dateline.desk.reports.access import REPORTS, keeps, secret
from dateline.desk.reports.text import tag_of
from dateline.desk.reports.words import (
    LOOKS,
    flags_of,
    headline_of,
    moment,
    source_of,
    state_of,
    title_of,
)
from dateline.ledger.models import NEWEST_FIRST, Capture, Person, Report, Watch

PAGE = 50


@dataclass(frozen=True)
class Row:
    """A report in the wire. Of one that is held, nothing but its id and when it came."""

    id: uuid.UUID
    brought: str
    title: str
    held: bool = False
    source: str = ""
    language: str = ""
    flags: Sequence[str] = ()
    state: str = ""
    trouble: bool = False
    bare: bool = False
    """It has no title yet, and shows its address or its file's name."""
    watch: str = ""
    looks_like: str = ""


def rows_of(person: Person, before: str) -> tuple[list[Row], uuid.UUID | None]:
    """Return a page of the wire, and the id before which the next one begins."""
    shown = list(_older_than(before)[: PAGE + 1])
    newest = _newest(shown[:PAGE])
    keeper = keeps(person)
    rows = [_row(one, newest.get(one.pk), keeper=keeper) for one in shown[:PAGE]]
    return rows, rows[-1].id if len(shown) > PAGE else None


def _older_than(before: str) -> QuerySet[Report]:
    reports = REPORTS.order_by("-brought_at", "-pk")
    last = Report.objects.filter(pk=pk).first() if (pk := _id(before)) else None
    if last is None:
        return reports
    same_moment = Q(brought_at=last.brought_at, pk__lt=last.pk)
    return reports.filter(Q(brought_at__lt=last.brought_at) | same_moment)


def _id(words: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(words)
    except ValueError:
        return None


def _newest(reports: Sequence[Report]) -> dict[uuid.UUID, Capture]:
    versions = Capture.objects.filter(report=OuterRef("report")).order_by(*NEWEST_FIRST)
    captures = Capture.objects.filter(report__in=reports, pk=Subquery(versions.values("pk")[:1]))
    return {one.report_id: one for one in captures}


def _row(report: Report, capture: Capture | None, *, keeper: bool) -> Row:
    brought = moment(report.brought_at)
    if secret(report) and not keeper:
        return Row(report.pk, brought, "Report held by the desk", held=True)
    if report.redacted:
        return Row(report.pk, brought, title_of(report, capture), held=True)
    return Row(
        id=report.pk,
        brought=brought,
        title=title_of(report, capture),
        source=source_of(report),
        language=tag_of(capture),
        flags=flags_of(report),
        state=state_of(report, capture),
        bare=not headline_of(report, capture),
        trouble=bool(report.trouble or report.gone_since),
        watch=watch_name(report.watch) if report.watch else "",
        looks_like=LOOKS.get(capture.looks_like, "") if capture else "",
    )


def watch_name(watch: Watch) -> str:
    """Return by what a watch is known: its title as found, else its address."""
    return str(watch.title or watch.address)
