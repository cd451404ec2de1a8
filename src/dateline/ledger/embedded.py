"""What updates embed, mark or cite and how it changes, so that their readers learn of it."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from .affected import affected_incidents
from .models import Entry
from .readable import affected_claims, hold_changed, is_unseen, sides_of

OF_REPORTS = ("protected", "redacted", "identifies", "source_id")
"""What of a report shows in what is embedded: not when it was kept, nor how it looks."""
UNTOUCHED = frozenset({"capture", "update"})
"""Kinds of which nothing shows there: a claim points into a text that never changes."""


def embedded_in(entries: Iterable[Entry]) -> set[UUID]:
    """Return the claims, incidents and fronts that these entries may change.

    With them the reports of which words were held or let go: their cards have excerpts.
    """
    found: set[UUID] = set()
    for entry in entries:
        kind, _, pk = entry.object.partition(":")
        if kind == "front":
            found.add(UUID(pk))
        elif kind == "summary":
            found |= _fronts(sides_of(entry))
        elif kind not in UNTOUCHED and not is_unseen(entry) and _shows(kind, sides_of(entry)):
            found |= affected_incidents(entry) | affected_claims(entry)
        if report := hold_changed(entry):
            found.add(report)
    return found


def _shows(kind: str, sides: list[dict[str, Any]]) -> bool:
    if kind != "report" or len(sides) < 2:  # a redaction gives no state of before
        return True
    return any(sides[0].get(field) != sides[1].get(field) for field in OF_REPORTS)


def _fronts(sides: list[dict[str, Any]]) -> set[UUID]:
    """Return the fronts of a summary that is, or was, published."""
    public = [side for side in sides if side["status"] != "draft"]
    return {UUID(clause["front"]) for side in public for clause in side["clauses"]}
