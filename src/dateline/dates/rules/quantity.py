"""Amounts of time: "four days", "more than twenty-four hours", "two to three weeks", يومين."""

import re
from datetime import date
from typing import Final, NamedTuple

from dateline.dates import period
from dateline.dates.hit import Hit
from dateline.dates.kinds import KINDS

COUNT: Final = "(count (dash? count){0,2}|day|year|big|decimal|an (few|count)|an|few)"
APPROX: Final = "(approx|at|few){0,3}"
OTHER: Final = "((to|and|dash|slash) (count|day))?"
HALF: Final = "(dash? andhalf)?"
QUANTITY: Final = (
    f"({APPROX} {COUNT} {HALF} {OTHER} (dash|filler|old)? (unit|units) andhalf?|{APPROX} whole)"
)
LETTERS: Final = {
    **{"second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "weekend": "WE"},
    **{"month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE"},
}
SMALLER: Final = {
    **{"century": ("year", 100), "decade": ("year", 10), "year": ("month", 12)},
    **{"quarter": ("day", 91), "month": ("day", 30), "week": ("day", 7), "day": ("day", 1)},
    "weekend": ("day", 7),
}
_NUMERALS: Final = "".join(KINDS[kind] for kind in ("day", "year", "big", "count", "decimal"))
_LINKS: Final = "".join(KINDS[kind] for kind in ("to", "and", "slash"))
LINK: Final = re.compile(f"(?<=[{_NUMERALS}])[{_LINKS}]")
"""What stands between two numbers, as in "two to three weeks"."""
UNEQUAL: Final = re.compile(f"{KINDS['big']}[{_LINKS}]")
"""A large number and another thing counted: "$44,000 and 12 months"."""


class Amount(NamedTuple):
    """How many of what; the number is None where the words leave it open ("several")."""

    number: float | None
    unit: str

    @property
    def timex(self) -> str:
        """The duration as TIMEX3 writes it."""
        letters = LETTERS[self.unit]
        number = "X" if self.number is None else f"{self.number:.10g}"
        return f"PT{number}{letters[1]}" if letters[0] == "T" else f"P{number}{letters}"

    def moved(self, on: date, sign: int) -> date:
        """Return the day that lies so far away; a part of a unit counts in the next smaller one."""
        number = self.number or 0
        if number == int(number):
            return period.moved(on, self.unit, sign * int(number))
        smaller, times = SMALLER[self.unit]
        return period.moved(on, smaller, sign * round(number * times))


def amount(hit: Hit) -> Amount | None:
    """Return the amount of time among a hit's words."""
    whole = hit.one("whole")
    if whole:
        return Amount(*whole)
    unit = hit.one("unit", "units")
    if unit is None:
        return None
    count = _count(hit)
    if count == 0 or UNEQUAL.search(hit.kinds):
        return None
    return Amount(count + 0.5 if count and hit.has("andhalf") else count, unit)


def _count(hit: Hit) -> float | None:
    """Return the number, the first of two; None for "several", 0 where nothing can be meant."""
    first = LINK.split(hit.kinds)[0]
    stated = Hit(hit.tokens, hit.scene, hit.start, hit.start + len(first))
    if figures := stated.all("day", "year", "big", "decimal"):
        return figures[0] or 0
    if counts := stated.all("count"):
        return _spelled(counts)
    few = stated.one("few")
    if few is not None:
        return few if isinstance(few, int) else None
    return 1 if stated.has("an") else 0


def _spelled(counts: list[int]) -> int:
    """Return twenty-four for [20, 4] and two thousand for [2, 1000]."""
    total = 0
    for count in counts:
        total = (total or 1) * count if count >= 100 else total + count
    return total
