"""What a speaker's figures for groups say about all of them, where he gives no whole."""

from collections.abc import Mapping
from typing import Final

from dateline.codebook import Group
from dateline.weighing.ranges import Range, summed

Groups = frozenset[Group]
"""Which groups a count is of; empty for the whole, "unknown" left out."""
CIVILIAN: Final[Groups] = frozenset({"civilian"})
COMBATANT: Final[Groups] = frozenset({"combatant"})
FIGHTERS: Final[Groups] = frozenset({"combatant", "commander"})
APART: Final[frozenset[Groups]] = frozenset(
    {frozenset({"child"}), frozenset({"woman"}), frozenset({"man"})}
)
"""Nobody is in two of these."""


def whole(parts: Mapping[Groups, Range]) -> Range | None:
    """Return the whole that figures for groups bear out, None where they bear out nothing.

    Civilians and combatants add up; so do women, men and children. Others may be the same people,
    so they give a range from the largest to the sum: what contains never adds to its parts. A
    group of zero ("no civilians") says nothing about the whole.
    """
    given = {groups: one for groups, one in parts.items() if one.high != 0}
    if not given:
        return None
    if frozenset() in given or len(given) == 1:
        return given.get(frozenset()) or next(iter(given.values()))
    status = [given[groups] for groups in (CIVILIAN, COMBATANT) if groups in given]
    others = _apart(_outside(given))
    if not status or others is None:
        return summed(status) if status else others
    total = summed(status)
    added = 0 if CIVILIAN in given else others.high
    low, rough = max(total.low or 0, others.low or 0), total.approximate or others.approximate
    high = None if total.high is None or added is None else max(low, total.high + added)
    return Range(low, high, rough)


def _outside(given: Mapping[Groups, Range]) -> dict[Groups, Range]:
    """Return the groups that are neither a status nor surely among the combatants given."""
    return {
        groups: one
        for groups, one in given.items()
        if groups not in (CIVILIAN, COMBATANT) and not (COMBATANT in given and groups & FIGHTERS)
    }


def _apart(given: Mapping[Groups, Range]) -> Range | None:
    """Return the range of people in groups that may overlap."""
    counted = {groups: one for groups, one in given.items() if not _within(groups, one, given)}
    if not counted:
        return None
    distinct = summed([one for groups, one in counted.items() if groups in APART])
    total = summed(list(counted.values()))
    return Range(
        max(distinct.low or 0, *(one.low or 0 for one in counted.values())),
        total.high,
        total.approximate,
    )


def _within(groups: Groups, one: Range, given: Mapping[Groups, Range]) -> bool:
    """Whether a count may be part of another one: "12 women and children, 3 of them children"."""
    for others, other in given.items():
        nested = groups < others or others < groups
        if nested and (other.low or 0, sorted(others)) > (one.low or 0, sorted(groups)):
            return True
    return False
