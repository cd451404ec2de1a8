"""Dates in figures alone: 2015-10-20, 2015-W43, 30.04.2017, 10/20/2015."""

import re
from datetime import datetime
from typing import Final

from dateline.codebook import Basis
from dateline.dates import period
from dateline.dates.hit import Hit
from dateline.dates.rules.rule import Rule, rule
from dateline.dates.sense import Clock, Sense, at_clock, dated, impossible

VERSION: Final = re.compile(r"\d\.\d{1,2}\.\d\d|\d\d\.\d\.\d\d")
SHAPE: Final = re.compile(r"(\d+)[./-](\d+)[./-](\d+)")


def iso(hit: Hit) -> Sense | None:
    """Read 2015-10-20 and 2015-10-20T18:00Z."""
    try:
        moment = datetime.fromisoformat(hit.word())
    except ValueError:
        return impossible()
    if "W" in hit.word() and len(hit.word()) == len("2015-W43"):
        return dated(period.week(moment.date()), "text")
    whole = period.day(moment.date())
    if len(hit.word()) <= len("2015-W43-2"):
        return dated(whole, "text")
    return at_clock(whole, "text", (Clock(moment.hour, moment.minute, moment.tzinfo),))


def figures(hit: Hit) -> Sense | None:
    """Read 30.04.2017, 10/20/2015 and 2015/10/20; the day stands first where both can be."""
    match = SHAPE.fullmatch(hit.word())
    if match is None:
        return None
    first, second, third = match.groups()
    if len(first) > 2:
        year, month, number = int(first), int(second), int(third)
    elif len(third) == 3 or VERSION.fullmatch(hit.word()):
        return None
    else:
        year, month, number = full_year(third), int(second), int(first)
    if month > 12 >= number:
        month, number = number, month
    known: Basis = "text"
    found = period.valid_day(year, month, number)
    return dated(found, known) if found else _unless_version(hit, third)


def _unless_version(hit: Hit, third: str) -> Sense | None:
    """Return nothing for 1.2.34, which is a version or an address and no date gone wrong."""
    return impossible() if len(third) == 4 else None


def full_year(written: str) -> int:
    """Return a year of two figures as people mean it: 69 to 99 lie in the last century."""
    number = int(written)
    if len(written) > 2:
        return number
    return number + (1900 if number > 68 else 2000)


FIGURES: Final[tuple[Rule, ...]] = (
    rule("iso", iso),
    rule("figures", figures),
)
