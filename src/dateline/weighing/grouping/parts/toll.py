"""How many people or things two claims count."""

from collections.abc import Iterator
from math import log1p
from typing import Final

from dateline.weighing.grouping.part import Part
from dateline.weighing.grouping.signature import Figure, Signature

TELLING: Final = 5
"""An equal number from here up is seldom chance."""
NEAR: Final = 0.45
"""Between the logarithms of two numbers, ln(1 + n): about half as many again."""


def toll(one: Signature, other: Signature) -> Iterator[Part]:
    """Compare the tolls of the category that tells most; early counts are lower than late ones."""
    found = [_part(mine, its) for mine in one.tolls for its in other.tolls if mine[0] == its[0]]
    if found:
        yield max(found, key=lambda part: (part.weight, part.level))


def _part(mine: Figure, its: Figure) -> Part:
    words = f"{mine[0].replace('_', ' ')}: {_range(mine)} and {_range(its)}"
    return Part(f"toll.{_level(mine, its)}", words)


def _level(mine: Figure, its: Figure) -> str:
    if mine == its and mine[1] == mine[2]:
        number = mine[1] or 0
        return "telling" if number >= TELLING else "same" if number else "none"
    apart = _apart(mine, its)
    if apart <= 0:
        return "overlap"
    return "near" if apart <= NEAR else "apart"


def _apart(mine: Figure, its: Figure) -> float:
    """Return how far two intervals are apart, by ratio: 2 and 3 are as near as 20 and 30."""
    return max(_log(mine[1]), _log(its[1])) - min(_log(mine[2], True), _log(its[2], True))


def _log(number: int | None, above: bool = False) -> float:
    if number is None:
        return log1p(10**12) if above else 0.0
    return log1p(number)


def _range(figure: Figure) -> str:
    _, low, high = figure
    if low == high:
        return f"{low:,}"
    if low is None:
        return f"up to {high:,}"
    return f"at least {low:,}" if high is None else f"{low:,}–{high:,}"
