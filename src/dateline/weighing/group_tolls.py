"""Who was harmed: figures for groups, and the label of the accused, which lowers nothing."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.codebook import GROUPS, Group
from dateline.weighing.figures import Figure
from dateline.weighing.latest import Newest
from dateline.weighing.parts import FIGHTERS
from dateline.weighing.ranges import Range, spanned
from dateline.weighing.relations import Relation


@dataclass(frozen=True)
class GroupToll:
    """What is said about one group within a category: "among them 3–5 children"."""

    group: Group
    range: Range
    figures: tuple[Figure, ...]
    """Each origin's newest for it; never added to the whole, which contains it."""


@dataclass(frozen=True)
class Label:
    """What an accused party calls those counted, in its words."""

    figure: Figure


def labels(each: Iterable[Newest], relations: Mapping[str, Relation]) -> tuple[Label, ...]:
    """Return what accused parties call fighters while nobody else does."""
    calling = [figure for one in each for groups, figure in one.groups.items() if groups & FIGHTERS]
    if any(relations.get(figure.voice.id) != "accused" for figure in calling):
        return ()
    return tuple(Label(figure) for figure in calling)


def disputed(each: Iterable[Newest], called: Collection[Label]) -> bool:
    """Whether somebody else counts people whom the accused calls fighters."""
    accused = {one.figure.voice.id for one in called}
    wholes = (one.whole for one in each if one.whole is not None)
    return bool(called) and any(
        one.voice.id not in accused and one.range.high != 0 for one in wholes
    )


def group_tolls(each: Iterable[Newest], relations: Mapping[str, Relation]) -> tuple[GroupToll, ...]:
    """Return the range for each group that anybody counts apart, in the codebook's order."""
    told = list(each)
    called = {one.figure for one in labels(told, relations)}
    found = []
    for group in GROUPS:
        naming = (
            [one for groups, one in each_newest.groups.items() if group in groups]
            for each_newest in told
        )
        ones = [max(some, key=_size) for some in naming if some]
        ones = [one for one in ones if not (one in called and group in FIGHTERS)]
        if ones:
            found.append(GroupToll(group, _range(ones, relations), tuple(ones)))
    return tuple(found)


def _size(figure: Figure) -> tuple[int, tuple[str, ...]]:
    return figure.range.low or 0, figure.claims


def _range(ones: Sequence[Figure], relations: Mapping[str, Relation]) -> Range:
    """Return the range for a group, its low without the accused wherever anybody else counts."""
    everybody = spanned([one.range for one in ones]) or ones[0].range
    others = [one.range for one in ones if relations.get(one.voice.id) != "accused"]
    spoken = spanned(others)
    return everybody if spoken is None else replace(everybody, low=spoken.low)
