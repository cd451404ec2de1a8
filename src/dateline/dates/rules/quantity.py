"""Amounts of time: "four days", "more than twenty-four hours", "two to three weeks", يومين."""

import re
from typing import Final, NamedTuple

from dateline.dates.hit import Hit
from dateline.dates.kinds import KINDS

COUNT: Final = "(count (dash? count){0,2}|day|year|big|an (few|count)|an|few)"
APPROX: Final = "(approx|at|few){0,3}"
OTHER: Final = "((to|and|dash|slash) (count|day))?"
QUANTITY: Final = f"({APPROX} {COUNT} {OTHER} (dash|filler|old)? (unit|units)|{APPROX} whole)"
LETTERS: Final = {
    **{"second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "weekend": "WE"},
    **{"month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE"},
}
_NUMERALS: Final = "".join(KINDS[kind] for kind in ("day", "year", "big", "count"))
_LINKS: Final = "".join(KINDS[kind] for kind in ("to", "and", "slash"))
LINK: Final = re.compile(f"(?<=[{_NUMERALS}])[{_LINKS}]")
"""What stands between two numbers, as in "two to three weeks"."""


class Amount(NamedTuple):
    """How many of what; the number is None where the words leave it open ("several")."""

    number: int | None
    unit: str

    @property
    def timex(self) -> str:
        """The duration as TIMEX3 writes it."""
        letters = LETTERS[self.unit]
        number = "X" if self.number is None else str(self.number)
        return f"PT{number}{letters[1]}" if letters[0] == "T" else f"P{number}{letters}"


def amount(hit: Hit) -> Amount | None:
    """Return the amount of time among a hit's words."""
    whole = hit.one("whole")
    if whole:
        return Amount(*whole)
    unit = hit.one("unit", "units")
    if unit is None:
        return None
    count = _count(hit)
    return None if count == 0 else Amount(count, unit)


def _count(hit: Hit) -> int | None:
    """Return the number, the first of two; None for "several", 0 where nothing can be meant."""
    first = LINK.split(hit.kinds)[0]
    stated = Hit(hit.tokens, hit.scene, hit.start, hit.start + len(first))
    if figures := stated.all("day", "year", "big"):
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
