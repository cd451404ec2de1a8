"""When an incident happened: the days that its claims leave open."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from dateline.codebook import Kind, When
from dateline.weighing.questions import denies
from dateline.weighing.testimony import Testimony

DATED: Final[frozenset[Kind]] = frozenset({"event", "situation", "responsibility", "statement"})
"""Kinds of claim whose time is the time of what happened."""
COUNTED: Final[frozenset[Kind]] = frozenset({"toll"})
"""Kinds whose time is that over which somebody counted."""


@dataclass(frozen=True)
class Span:
    """First and last day, in the time of the place; None where open."""

    start: date | None
    end: date | None
    disputed: bool = False
    """Whether claims give days that exclude each other: then the span covers all of them."""


def span(testimonies: Iterable[Testimony]) -> Span | None:
    """Return the days on which all claims agree, or all that they name; None where none is dated.

    A day that only a report's own time suggests counts where no text names one; the period of a
    count where nobody dates a happening.
    """
    told = [one for one in testimonies if one.counts and not denies(one)]
    return _dated(told, DATED) or _dated(told, COUNTED)


def _dated(testimonies: Iterable[Testimony], kinds: Collection[Kind]) -> Span | None:
    dated = [one.claim.when for one in testimonies if one.claim.kind in kinds]
    for basis in ("text", "report"):
        days = [_days(when) for when in dated if when is not None and when.basis == basis]
        known = [one for one in days if one is not None]
        if known:
            return _common(known)
    return None


def _days(when: When) -> Span | None:
    start, end = _day(when.start), _day(when.end)
    unusable = start is None and end is None
    return None if unusable or (start and end and end < start) else Span(start, end)


def _day(said: str) -> date | None:
    """Return the day of a day or instant; None where it is unbounded or beyond the calendar."""
    try:
        return date.fromisoformat(said[:10])
    except ValueError:
        return None


def _common(spans: Iterable[Span]) -> Span:
    known = list(spans)
    starts = [one.start for one in known if one.start]
    ends = [one.end for one in known if one.end]
    start, end = max(starts, default=None), min(ends, default=None)
    if start is None or end is None or start <= end:
        return Span(start, end)
    widest_start = min(starts) if len(starts) == len(known) else None
    return Span(widest_start, max(ends) if len(ends) == len(known) else None, disputed=True)
