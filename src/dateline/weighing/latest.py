"""Each speaker's newest figure, which no older one, repeat or part of it can change."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from math import inf

from dateline.weighing.figures import Figure, LeftOut
from dateline.weighing.parts import Groups, whole
from dateline.weighing.ranges import spanned
from dateline.weighing.testimony import Testimony


def superseded(testimonies: Iterable[Testimony]) -> dict[str, str]:
    """Return the ids of claims that another one replaces, each with that one's; rings aside.

    Only an origin replaces its own figure: nobody takes back what another one says.
    """
    told = {one.id: one for one in testimonies}
    replaces = {
        one.id: one.supersedes
        for one in told.values()
        if one.counts and (older := told.get(one.supersedes))
        if older.voices[0].id == one.voices[0].id
    }
    return {old: new for new, old in sorted(replaces.items()) if not _ring(new, replaces)}


def _ring(claim: str, replaces: Mapping[str, str]) -> bool:
    seen = {claim}
    while (claim := replaces.get(claim, "")) and claim not in seen:
        seen.add(claim)
    return bool(claim)


@dataclass(frozen=True)
class Newest:
    """The newest figures of one voice for one category."""

    whole: Figure | None
    """None where its figures for groups bear out no whole."""
    groups: Mapping[Groups, Figure]
    left_out: tuple[LeftOut, ...]


def newest(figures: Iterable[Figure], replaced: Mapping[str, str]) -> Newest:
    """Return the newest figures of one voice and category, by groups and for the whole.

    A figure is as old as its first telling, unless the voice says it again in its own report:
    whoever passes on an old figure late makes it no newer. Of figures in one report for the same
    groups the largest contains the others. Figures of the same moment make a range.
    """
    live, out = _without_replaced(list(figures), replaced)
    by_groups: dict[Groups, list[Figure]] = defaultdict(list)
    for one in live:
        by_groups[one.groups].append(one)
    chosen = {}
    for groups, ones in by_groups.items():
        found, older = _newest_of(ones, _largest(ones if groups else live))
        out.extend(older)
        if found is not None:
            chosen[groups] = found
    return Newest(_whole(chosen), chosen, tuple(out))


def _without_replaced(
    given: Sequence[Figure], replaced: Mapping[str, str]
) -> tuple[list[Figure], list[LeftOut]]:
    """Part what stands from what was replaced, and from others' repeats of what was replaced."""
    last = set(replaced.values()) - replaced.keys()
    stale = {_key(one) for one in given if one.claims[0] in replaced}
    stale -= {_key(one) for one in given if one.claims[0] in last}
    live, out = [], []
    for one in given:
        if one.claims[0] in replaced or (_key(one) in stale and not one.own):
            out.append(LeftOut(one, "superseded"))
        else:
            live.append(one)
    return live, out


def _key(figure: Figure) -> tuple[Groups, int | None, int | None]:
    return figure.groups, figure.range.low, figure.range.high


def _largest(ones: Iterable[Figure]) -> dict[str, tuple[int, float]]:
    """Return the size of the largest figure of each report."""
    found: dict[str, tuple[int, float]] = {}
    for one in ones:
        found[one.report] = max(_size(one), found.get(one.report, (0, 0.0)))
    return found


def _newest_of(
    ones: Iterable[Figure], largest: Mapping[str, tuple[int, float]]
) -> tuple[Figure | None, list[LeftOut]]:
    """Return the newest of one voice's figures for the same groups, and the others.

    None where each is part of a larger one: "12 fighters killed", and further down "3 killed".
    """
    told: dict[object, list[Figure]] = defaultdict(list)
    for one in ones:
        told[_key(one)].append(one)
    standing, out = [], []
    for tellings in told.values():
        moment = _moment(tellings)
        then = [one for one in tellings if one.said_at == moment]
        merged = replace(_merged(tellings), said_at=moment)
        if any(_size(one) < largest[one.report] for one in then):
            out.append(LeftOut(merged, "part"))
        else:
            standing.append(merged)
    if not standing:
        return None, out
    last = max(one.said_at for one in standing)
    out.extend(LeftOut(one, "older") for one in standing if one.said_at < last)
    return _merged([one for one in standing if one.said_at == last]), out


def _size(figure: Figure) -> tuple[int, float]:
    high = figure.range.high
    return figure.range.low or 0, inf if high is None else high


def _moment(tellings: Iterable[Figure]) -> datetime:
    """Return when a figure was said: in its speaker's own report the last time, else the first."""
    own = [one.said_at for one in tellings if one.own]
    return max(own) if own else min(one.said_at for one in tellings)


def _merged(ones: Iterable[Figure]) -> Figure:
    """Return figures as one: the range that they span, and all their claims."""
    ordered = sorted(ones, key=lambda one: (one.said_at, one.claims))
    ids = dict.fromkeys(claim for one in ordered for claim in one.claims)
    both = spanned([one.range for one in ordered]) or ordered[0].range
    newest_said = max(one.said_at for one in ordered)
    return replace(ordered[0], range=both, claims=tuple(ids), said_at=newest_said)


def _whole(chosen: Mapping[Groups, Figure]) -> Figure | None:
    """Return the figure for all: the whole that was said, unless newer parts outgrew it."""
    said = chosen.get(frozenset())
    parts = [one for groups, one in chosen.items() if groups]
    borne_out = whole({one.groups: one.range for one in parts})
    if borne_out is None:
        return said
    # A group of zero bears out nothing, so its claim is no evidence for the sum.
    summed_up = _merged([one for one in parts if one.range.high != 0])
    built = replace(summed_up, groups=frozenset(), range=borne_out)
    if said is None:
        return built
    return said if built.said_at < said.said_at else _outgrown(said, built)


def _outgrown(said: Figure, built: Figure) -> Figure:
    """Return a whole as parts that are no older leave it: never below them."""
    low, high = built.range.low or 0, said.range.high
    if low <= (said.range.low or 0):
        return said
    if high is not None and low > high:
        return built
    claims = tuple(dict.fromkeys((*said.claims, *built.claims)))
    return replace(said, claims=claims, range=replace(said.range, low=low))
