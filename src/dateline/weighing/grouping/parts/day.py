"""The days that two claims name."""

from collections.abc import Iterator

from dateline.weighing.grouping.part import Part
from dateline.weighing.grouping.signature import Signature


def day(one: Signature, other: Signature) -> Iterator[Part]:
    """Compare the days; reports differ by one (a night has two dates), seldom by two."""
    if one.first is None or other.first is None or one.last is None or other.last is None:
        return
    apart = max(one.first, other.first) - min(one.last, other.last)
    if apart <= 0:
        single = one.first == one.last == other.first == other.last
        yield Part("day.same", "same day") if single else Part("day.overlap", "overlapping days")
    elif apart == 1:
        yield Part("day.next", "one day apart: perhaps the same night")
    else:
        level = "day.two" if apart == 2 else "day.other"
        yield Part(level, f"another day: {apart} days apart")
