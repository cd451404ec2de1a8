"""When: the time expressions of a passage, and which of them a claim means."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final
from zoneinfo import ZoneInfo

from dateline.codebook import At, When
from dateline.dates import Expression, find
from dateline.reading.passage import Passage

SOME_DAY: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""Stands in where nobody said when a text was published; what rests on it is thrown away."""
MEANT: Final = frozenset({"DATE", "TIME", "DURATION"})


def moments(
    passage: Passage, published: datetime | None, zone: ZoneInfo | None
) -> list[Expression]:
    """Return the time expressions of a passage, with offsets of the whole text.

    Without a time of publication, what needs one stays unresolved, with the basis "none".
    """
    reference = instant(passage.reference, zone) or published
    found = find(passage.doc.text, reference=reference or SOME_DAY, zone=zone, language="en")
    return [placed(one, passage.start, bool(reference)) for one in found]


def instant(iso: str | None, zone: ZoneInfo | None) -> datetime | None:
    """Return a page's time: a day at its noon, a local time in the zone given, else in UTC."""
    if not iso:
        return None
    try:
        told = datetime.fromisoformat(iso if "T" in iso else f"{iso}T12:00")
    except ValueError:
        return None
    return told if told.tzinfo else told.replace(tzinfo=zone or UTC)


def placed(found: Expression, start: int, known: bool) -> Expression:
    """Return an expression with offsets of the whole text; unresolved where it needs a time that
    is not `known`.
    """
    at = found.start + start, found.end + start
    when = replace(found.when, at=at)
    if when.basis == "report" and not known:
        when = replace(when, edtf="", start="", end="", basis="none")
    return replace(found, start=at[0], end=at[1], when=when)


def meant(found: Sequence[Expression], quote: At, trigger: At, said: Sequence[At]) -> When | None:
    """Return the time nearest to what happened, of those that are not when it was said."""
    inside = [
        one
        for one in found
        if quote[0] <= one.start
        and one.end <= quote[1]
        and one.timex_type in MEANT
        and one.when.edtf
        and not any(_overlap((one.start, one.end), at) for at in said)
    ]
    best = min(inside, key=lambda one: _gap((one.start, one.end), trigger), default=None)
    return best.when if best else None


def told(found: Sequence[Expression], at: At) -> When | None:
    """Return the time that stands at these offsets."""
    return next((one.when for one in found if _overlap((one.start, one.end), at)), None)


def _overlap(one: At, other: At) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _gap(one: At, other: At) -> int:
    return max(one[0] - other[1], other[0] - one[1], 0)
