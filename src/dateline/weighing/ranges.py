"""Intervals of numbers of people or things."""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True)
class Range:
    """How many. Both bounds are inclusive; None is unbounded: not said how few, or how many."""

    low: int | None
    high: int | None
    approximate: bool = False
    """Whether a bound rests on "about", "some", "nearly"."""


def spanned(ranges: Collection[Range]) -> Range | None:
    """Return the smallest low and the largest high, unbounded if any is; None of nothing."""
    if not ranges:
        return None
    lows = [one.low for one in ranges]
    highs = [one.high for one in ranges]
    low = None if None in lows else min(low for low in lows if low is not None)
    high = None if None in highs else max(high for high in highs if high is not None)
    bounding = (one for one in ranges if one.low == low or one.high == high)
    return Range(low, high, any(one.approximate for one in bounding))


def summed(ranges: Collection[Range]) -> Range:
    """Return the sum of the lows and of the highs, a low that is not said as 0."""
    highs = [one.high for one in ranges]
    high = None if None in highs else sum(high for high in highs if high is not None)
    return Range(sum(one.low or 0 for one in ranges), high, any(one.approximate for one in ranges))
