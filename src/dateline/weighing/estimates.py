"""Estimates: a round number that two speakers give in one report may be one speaker's.

Two who count seventeen dead have counted twice; two whom one page quotes with the same fifty
thousand may each have it from the other, and nobody can tell.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Final

from dateline.codebook import Toll
from dateline.weighing.figures import broken
from dateline.weighing.testimony import Testimony

ROUND: Final = 100
"""From here on a number with one digit before its zeros is an estimate, however it is said."""
FEW: Final = 10
"""Below it "about" says little: "about three"."""


def echoes(testimonies: Iterable[Testimony]) -> Iterator[tuple[Testimony, Testimony]]:
    """Yield pairs that one outlet quotes in one report with one estimate, the later first."""
    told: dict[object, list[Testimony]] = defaultdict(list)
    for one in testimonies:
        for toll in one.claim.tolls:
            if one.counts and not one.own and is_estimate(toll):
                told[one.report, one.voices[1].id, toll.category, toll.low, toll.high].append(one)
    for ones in told.values():
        ordered = sorted(ones, key=lambda one: (one.claim.start, one.id))
        for earlier, later in combinations(ordered, 2):
            if earlier.voices[0].id != later.voices[0].id:
                yield later, earlier


def is_estimate(toll: Toll) -> bool:
    """Tell whether a figure is one that nobody has counted one by one."""
    number = toll.high if toll.low is None else toll.low
    if broken(toll) or number is None:
        return False
    one_digit = not str(number)[1:].strip("0")
    return (number >= ROUND and one_digit) or (toll.approximate and number >= FEW)
