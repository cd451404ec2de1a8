"""Totals over incidents in a window: each counted once, with what is not counted beside them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from dateline.codebook import Category, Group
from dateline.weighing.figures import Figure
from dateline.weighing.incident import Weighed
from dateline.weighing.ranges import Range, summed
from dateline.weighing.span import Span
from dateline.weighing.tolls import Tally
from dateline.weighing.wholes import wholes

Unsettled = Literal["may_be", "no_date", "no_figure"]
Lying = Literal["within", "straddling", "outside", "undated"]


@dataclass(frozen=True)
class Window:
    """Days from `start` to `end`, both included; None is open."""

    start: date | None = None
    end: date | None = None


@dataclass(frozen=True)
class Countable:
    """What totals need of an incident."""

    id: str
    span: Span | None
    tallies: tuple[Tally, ...]
    as_of: datetime | None
    part_of: str = ""
    """Id of the nearest incident that contains it among those that are told of, else ""."""
    may_be: bool = False
    """Whether all its claims only may belong to it."""


@dataclass(frozen=True)
class Unresolved:
    """An incident that is in no total, and why."""

    incident: str
    why: Unsettled


@dataclass(frozen=True)
class Total:
    """How many, over incidents."""

    category: Category
    group: Group | None
    range: Range | None
    """Sums of the lows and of the highs; None where nothing is counted: unknown, not zero."""
    counted: tuple[str, ...]
    """Ids of the incidents in it."""
    contained: tuple[str, ...]
    """Ids of parts left out beside a whole that is counted."""
    straddling: tuple[str, ...]
    """Ids of incidents that may lie in the window or beside it: in no total."""
    unresolved: tuple[Unresolved, ...]
    cumulative: tuple[Figure, ...]
    """Speakers' own totals of incidents that are not surely outside; added to nothing."""
    as_of: datetime | None
    """When the newest claim of an incident counted was said."""


def countable(incident: str, weighed: Weighed, *, part_of: str = "") -> Countable:
    """Return what totals need of a weighed incident."""
    may_be = bool(weighed.may_be) and not weighed.counted
    return Countable(incident, weighed.span, weighed.tallies, weighed.as_of, part_of, may_be)


def total(
    incidents: Iterable[Countable],
    category: Category,
    window: Window,
    group: Group | None = None,
) -> Total:
    """Return the total of a category, or of one group in it, over the incidents in a window.

    An incident that comes twice counts once; a part counts only where its whole does not.
    """
    each = dict(sorted({one.id: one for one in incidents}.items()))
    lying = {incident: lies(one.span, window) for incident, one in each.items() if not one.may_be}
    ranges = {incident: _range(one, category, group) for incident, one in each.items()}
    given = {
        incident: known
        for incident, known in ranges.items()
        if known and lying.get(incident) == "within"
    }
    above = wholes({incident: one.part_of for incident, one in each.items() if one.part_of in each})
    counted = {
        incident: known
        for incident, known in given.items()
        if incident not in above or not above[incident] & given.keys()
    }
    told = [each[incident].as_of for incident in counted]
    return Total(
        category=category,
        group=group,
        range=summed(list(counted.values())) if counted else None,
        counted=tuple(counted),
        contained=tuple(incident for incident in given if incident not in counted),
        straddling=tuple(incident for incident, where in lying.items() if where == "straddling"),
        unresolved=tuple(_unresolved(each, lying, ranges, above, given)),
        cumulative=tuple(_cumulative(each, lying, category)),
        as_of=max((moment for moment in told if moment), default=None),
    )


def lies(found: Span | None, window: Window) -> Lying:
    """Say where the days of an incident lie to a window; one that is open on both sides has all."""
    if not (window.start or window.end):
        return "within"
    if found is None:
        return "undated"
    ended = window.start and found.end and found.end < window.start
    if ended or (window.end and found.start and found.start > window.end):
        return "outside"
    after_start = not window.start or (found.start and found.start >= window.start)
    before_end = not window.end or (found.end and found.end <= window.end)
    return "within" if after_start and before_end else "straddling"


def _range(one: Countable, category: Category, group: Group | None) -> Range | None:
    for tally in one.tallies:
        if tally.category == category:
            if group is None:
                return tally.range
            return next((each.range for each in tally.groups if each.group == group), None)
    return None


def _unresolved(
    each: Mapping[str, Countable],
    lying: Mapping[str, Lying],
    ranges: Mapping[str, Range | None],
    above: Mapping[str, frozenset[str]],
    given: Mapping[str, Range],
) -> Iterator[Unresolved]:
    """Say what may belong into a total and cannot be counted; parts of a whole given are in it."""
    for incident, one in each.items():
        if incident in above and above[incident] & given.keys():
            continue
        if one.may_be:
            yield Unresolved(incident, "may_be")
        elif lying[incident] == "undated":
            yield Unresolved(incident, "no_date")
        elif lying[incident] == "within" and ranges[incident] is None:
            yield Unresolved(incident, "no_figure")


def _cumulative(
    each: Mapping[str, Countable], lying: Mapping[str, Lying], category: Category
) -> Iterator[Figure]:
    for incident, one in each.items():
        for tally in one.tallies:
            if not tally.cumulative or tally.category != category:
                continue
            if lying.get(incident, "outside") != "outside":
                yield from tally.cumulative
