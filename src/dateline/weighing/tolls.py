"""An incident's tolls: each origin's newest figure, and the range that they span."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.codebook import CATEGORIES, Category
from dateline.weighing.figures import Figure, LeftOut, figures
from dateline.weighing.group_tolls import GroupToll, Label, disputed, group_tolls, labels
from dateline.weighing.latest import newest, superseded
from dateline.weighing.origins import Origins, Tracing
from dateline.weighing.ranges import Range, spanned
from dateline.weighing.relations import Relation
from dateline.weighing.testimony import Testimony


@dataclass(frozen=True)
class Tally:
    """What is said about one category of toll in an incident."""

    category: Category
    range: Range | None
    """Smallest low to largest high over the origins; None where nobody gives a whole: unknown, not
    zero."""
    figures: tuple[Figure, ...]
    """Each origin's newest whole, by voice."""
    groups: tuple[GroupToll, ...]
    labels: tuple[Label, ...]
    """What accused parties call those counted, borne out by nobody else; printed as their word."""
    status_disputed: bool
    """Whether others count people whom an accused party calls fighters."""
    cumulative: tuple[Figure, ...]
    """Counts over a period: their speakers' own totals, in no range."""
    left_out: tuple[LeftOut, ...]
    origins: Origins
    """Of those who give a figure."""


def tallies(
    testimonies: Iterable[Testimony],
    tracing: Tracing,
    relations: Mapping[str, Relation],
) -> tuple[Tally, ...]:
    """Return the tallies of the categories that anybody counts, in the codebook's order."""
    told = {one.id: one for one in testimonies}
    replacing = superseded(told.values())
    usable: dict[Category, list[Figure]] = defaultdict(list)
    out: dict[Category, list[LeftOut]] = defaultdict(list)
    for figure, why in figures(told.values()):
        if why is None:
            usable[figure.category].append(figure)
        else:
            out[figure.category].append(LeftOut(figure, why))
    return tuple(
        _tally(category, told, usable[category], out[category], tracing, replacing, relations)
        for category in CATEGORIES
        if category in usable or category in out
    )


def _tally(
    category: Category,
    told: Mapping[str, Testimony],
    usable: Sequence[Figure],
    out: Sequence[LeftOut],
    tracing: Tracing,
    replacing: Mapping[str, str],
    relations: Mapping[str, Relation],
) -> Tally:
    counting = {one.claims[0] for one in usable}
    found = tracing.origins(told[claim] for claim in counting)
    replaced = {old: new for old, new in replacing.items() if {old, new} <= counting}
    copies = copied(usable, found.passed_on)
    by_voice: dict[str, list[Figure]] = defaultdict(list)
    for one in usable:
        if one not in copies:
            by_voice[one.voice.id].append(one)
    each = [newest(ones, replaced) for _, ones in sorted(by_voice.items())]
    wholes = tuple(one.whole for one in each if one.whole is not None)
    called = labels(each, relations)
    passed = [LeftOut(one, "passed_on") for one in usable if one in copies]
    older = [left_out for one in each for left_out in one.left_out]
    return Tally(
        category=category,
        range=spanned([one.range for one in wholes]),
        figures=wholes,
        groups=group_tolls(each, relations),
        labels=called,
        status_disputed=disputed(each, called),
        cumulative=tuple(one.figure for one in out if one.why == "cumulative"),
        left_out=(*(one for one in out if one.why != "cumulative"), *passed, *older),
        origins=found,
    )


def copied(figures: Iterable[Figure], passed_on: Collection[str]) -> frozenset[Figure]:
    """Return the figures that only pass on another voice's, and every later telling of them."""
    told: dict[object, list[Figure]] = defaultdict(list)
    for one in figures:
        told[one.voice.id, one.groups, one.range.low, one.range.high].append(one)
    found: set[Figure] = set()
    for tellings in told.values():
        first = min(one.said_at for one in tellings)
        if any(one.said_at == first and one.claims[0] in passed_on for one in tellings):
            found.update(tellings)
        found.update(one for one in tellings if one.claims[0] in passed_on)
    return frozenset(found)
