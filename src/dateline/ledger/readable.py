"""Which claims readers may see, and whose pages an entry of the log may change."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from .canonical import rfc3339
from .citing import same_as
from .grouped import members, wholes
from .models import Claim, Column, Entry, Grouping, Incident, Party, Source

Sides = list[dict[str, Any]]
"""A record's content before and after, as far as there was one."""
NEVER_SHOWN = frozenset({Claim.Status.PROPOSED, Claim.Status.REJECTED})


def readable(which: Q, now: datetime | None = None) -> list[Claim]:
    """Return the claims that readers may see: accepted, of a report that is not held, let go.

    In the order in which they stand in their reports.
    """
    until = Q(hold_until=None) | Q(hold_until__lte=now or timezone.now())
    rows = Claim.objects.filter(which, until, status=Claim.Status.ACCEPTED)
    rows = rows.exclude(column=None).order_by("report", "start", "pk")
    rows = rows.select_related(
        "column", "report__source__merged_into__merged_into", "text__capture"
    )
    return [claim for claim in rows if not claim.redacted and not claim.protected]


def column_of(claim: Claim) -> Column:
    """Return the column into which a claim was accepted."""
    assert claim.column is not None  # noqa: S101  what was never accepted does not come here
    return claim.column


def readable_till(claim: Claim) -> datetime | None:
    """Return when readers ceased to see a claim that no longer stands; None if they never did."""
    entries = Entry.objects.filter(object=claim.name_in_log).select_related("content")
    states = [(one.time, one.content.body["after"]) for one in entries.order_by("sequence")]
    ends = [time for time, _ in states[1:]]
    seen = [end for (_, after), end in zip(states, ends, strict=False) if _was_open(after, end)]
    return seen[-1] if seen else None


def _was_open(after: dict[str, Any], end: datetime) -> bool:
    held = after.get("hold_until")
    return after.get("status") == Claim.Status.ACCEPTED and (not held or held < rfc3339(end))


def affected_claims(entry: Entry) -> set[UUID]:
    """Return the claims whose pages an entry may change."""
    kind, _, pk = entry.object.partition(":")
    if kind not in FINDERS:
        return set()
    return FINDERS[kind](UUID(pk), sides_of(entry))


def sides_of(entry: Entry) -> Sides:
    """Return what a record held before and after an entry, as far as there was one."""
    body = entry.content.body
    return [side for side in (body["before"], body["after"]) if side]


def hold_changed(entry: Entry) -> UUID | None:
    """Return the report of a claim of which an entry changed until when it is held, if it did.

    What stands near the claim's words shows them too: an excerpt, the lines around a quote.
    """
    sides = sides_of(entry) if entry.object.startswith("claim:") else []
    until = [side["hold_until"] for side in sides]
    if not any(until) or (until[0] == until[-1] and entry.content.body["before"]):
        return None
    return UUID(sides[0]["report_id"])


def is_unseen(entry: Entry) -> bool:
    """Tell whether an entry is about a claim that was only proposed: readers know nothing of it."""
    statuses = {side.get("status") for side in sides_of(entry)}
    return entry.object.startswith("claim:") and statuses <= NEVER_SHOWN


def _claim(pk: UUID, sides: Sides) -> set[UUID]:
    if {side.get("status") for side in sides} <= NEVER_SHOWN:
        return set()
    newer = Claim.objects.filter(supersedes=pk).values_list("pk", flat=True)
    older = (UUID(side["supersedes_id"]) for side in sides if side["supersedes_id"])
    about = Grouping.objects.filter(claim=pk).values_list("incident", flat=True)
    return {pk, *newer, *older, *_beside(about)}


def _grouping(_: UUID, sides: Sides) -> set[UUID]:
    return _ids(sides, "claim_id") | _beside(_ids(sides, "incident_id"))


def _beside(incidents: Iterable[UUID]) -> set[UUID]:
    """Return the claims of the opened ones of these: by one of them each place may be closed."""
    opened = Incident.objects.filter(pk__in=wholes(incidents).values(), place_opened=True)
    rows = Grouping.objects.filter(incident__in=members(opened.values_list("pk", flat=True)))
    return set(rows.exclude(answer="").values_list("claim", flat=True))


def _incident(pk: UUID, sides: Sides) -> set[UUID]:
    related = members(wholes([pk, *_ids(sides, "merged_into_id")]).values())
    rows = Grouping.objects.filter(incident__in=[pk, *related]).exclude(answer="")
    return set(rows.values_list("claim", flat=True))


def _source(pk: UUID, _: Sides) -> set[UUID]:
    return _of_reports(Q(report__source__in=same_as(Source(pk=pk))))


def _party(pk: UUID, _: Sides) -> set[UUID]:
    same = Party.objects.filter(Q(pk=pk) | Q(merged_into=pk))
    return _of_reports(Q(report__source__party__in=same))


def _of_reports(which: Q) -> set[UUID]:
    shown = Claim.objects.filter(which).exclude(status__in=NEVER_SHOWN)
    return set(shown.values_list("pk", flat=True))


def _ids(sides: Iterable[dict[str, Any]], field: str) -> set[UUID]:
    return {UUID(side[field]) for side in sides if side.get(field)}


FINDERS: Mapping[str, Callable[[UUID, Sides], set[UUID]]] = MappingProxyType(
    {
        "claim": _claim,
        "grouping": _grouping,
        "incident": _incident,
        "report": lambda pk, _: _of_reports(Q(report=pk)),
        **dict.fromkeys(
            ("capture", "check"),
            lambda _, sides: _of_reports(Q(report__in=_ids(sides, "report_id"))),
        ),
        "source": _source,
        "party": _party,
    }
)
"""Kind of record → what finds the claims that rest on it. Other kinds touch none."""
