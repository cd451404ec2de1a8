"""One line of the wire, in words."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Self

from django.db.models import Count, OuterRef, Subquery
from django.utils import timezone

from dateline.desk.reports.access import secret
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
from dateline.ledger.models import NEWEST_FIRST, Capture, Claim, Person, Report, Seen, Watch

from .knowing import Knowing

COPIES = 10
"""Near-copies shown of one report; its search finds the others."""

STANDING = (Claim.Status.PROPOSED, Claim.Status.ACCEPTED)
Copies = Mapping[uuid.UUID, Sequence[uuid.UUID]]


@dataclass(frozen=True)
class Row:
    """A report in the wire. Of one that is held, nothing but its id and when it came."""

    id: uuid.UUID
    brought: str
    title: str
    held: bool = False
    unread: bool = False
    """This person looked at it, or at one of its near-copies, not yet."""
    source: str = ""
    language: str = ""
    flags: Sequence[str] = ()
    claims: str = ""
    state: str = ""
    """What is unusual about how it is kept; empty for a report that stands as it was kept."""
    trouble: bool = False
    bare: bool = False
    """It has no title yet, and shows its address or its file's name."""
    watch: str = ""
    looks_like: str = ""
    folded: int = 0
    """How many near-copies stand under it."""
    copies: Sequence["Row"] = ()

    @property
    def more(self) -> int:
        """Return how many of its near-copies are not shown."""
        return self.folded - len(self.copies)


@dataclass(frozen=True)
class Telling:
    """All that the rows of a page say, asked for at once."""

    knowing: Knowing
    newest: Mapping[uuid.UUID, Capture]
    counts: Mapping[tuple[uuid.UUID, str], int]
    seen: frozenset[uuid.UUID]
    folded: Copies = field(default_factory=dict)

    @classmethod
    def of(
        cls, person: Person, reports: Sequence[Report], folded: Copies, knowing: Knowing
    ) -> Self:
        """Ask for what is told of these reports to a person."""
        asked = {one.pk for one in reports}.union(*folded.values())
        seen = Seen.objects.filter(person=person, report__in=asked)
        seen_ids = frozenset(seen.values_list("report", flat=True))
        return cls(knowing, newest_of(reports), _counts(reports), seen_ids, folded)

    def row(self, report: Report, copies: Sequence[Report] = ()) -> Row:
        """Return the row of a report, with those of its near-copies below it."""
        capture, brought = self.newest.get(report.pk), _brought(report.brought_at)
        folded = self.folded.get(report.pk, ())
        unread = not self.seen.issuperset([report.pk, *folded])
        if secret(report) and not self.knowing.keeper:
            return Row(report.pk, brought, "Report held by the desk", held=True, unread=unread)
        if report.redacted:
            return Row(report.pk, brought, title_of(report, capture), held=True, unread=unread)
        return Row(
            id=report.pk,
            brought=brought,
            title=title_of(report, capture),
            unread=unread,
            source=source_of(report),
            language=tag_of(capture),
            flags=flags_of(report),
            claims=self._claims(report),
            state=state_of(report, capture) if _unusual(report, capture) else "",
            bare=not headline_of(report, capture),
            trouble=bool(report.trouble or report.gone_since),
            watch=watch_name(report.watch) if report.watch else "",
            looks_like=LOOKS.get(capture.looks_like, "") if capture else "",
            folded=len(folded),
            copies=[self.row(one) for one in copies],
        )

    def _claims(self, report: Report) -> str:
        counts = [(status, self.counts.get((report.pk, status), 0)) for status in STANDING]
        said = [f"{count} {status}" for status, count in counts if count]
        if said:  # the first says of what: "3 claims proposed, 2 accepted"
            count, _, status = said[0].partition(" ")
            said[0] = f"{count} claim{'' if count == '1' else 's'} {status}"
        return ", ".join(said)


def _brought(at: datetime) -> str:
    today = at.astimezone(UTC).date() == timezone.now().date()
    return f"{at.astimezone(UTC):%H:%M} UTC" if today else moment(at)


def _unusual(report: Report, capture: Capture | None) -> bool:
    return capture is None or bool(report.trouble or report.gone_since or report.wanted)


def newest_of(reports: Sequence[Report]) -> dict[uuid.UUID, Capture]:
    """Return the newest capture of each of these reports that has one."""
    versions = Capture.objects.filter(report=OuterRef("report")).order_by(*NEWEST_FIRST)
    captures = Capture.objects.filter(report__in=reports, pk=Subquery(versions.values("pk")[:1]))
    return {one.report_id: one for one in captures}


def _counts(reports: Sequence[Report]) -> dict[tuple[uuid.UUID, str], int]:
    told = Claim.objects.filter(report__in=reports, status__in=STANDING)
    rows = told.values_list("report", "status").annotate(Count("pk"))
    return {(report, status): count for report, status, count in rows}


def watch_name(watch: Watch) -> str:
    """Return by what a watch is known: its title as found, else its address."""
    return str(watch.title or watch.address)
