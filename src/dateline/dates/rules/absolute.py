"""Dates that name a day or a month: "Friday, October 16, 2015", "the 5th of May", "20.10.2015"."""

import re
from datetime import date, datetime
from typing import Final

from dateline.codebook import Basis
from dateline.dates import period
from dateline.dates.hit import Hit
from dateline.dates.kinds import KINDS
from dateline.dates.period import Period
from dateline.dates.rules.rule import Rule, rule, trailing
from dateline.dates.sense import Clock, Sense, at_clock, dated, impossible

MONTH: Final = "month stop? (slash month)?"
YEAR: Final = "(comma? of? (year|big) (yearword|unit)?)"
BIG_YEARS: Final = range(10_000, 100_000)
AMOUNTS: Final = (KINDS["word"], KINDS["units"])
VERSION: Final = re.compile(r"\d\.\d{1,2}\.\d\d|\d\d\.\d\.\d\d")
FIGURES: Final = re.compile(r"(\d+)[./-](\d+)[./-](\d+)")


def _year(hit: Hit) -> int | None:
    """Return the year that was said; None where none was."""
    value = hit.one("year")
    return value if isinstance(value, int) else _big_year(hit)


def _big_year(hit: Hit) -> int | None:
    value = hit.one("big")
    return value if isinstance(value, int) and value in BIG_YEARS else None


def _whole_year(hit: Hit) -> bool:
    """Whether what stands in the year's place can be one: "5 May, 300 people" has none."""
    if hit.has("big") and (_big_year(hit) is None or hit.behind() in AMOUNTS):
        return False
    return hit.one("unit") in (None, "year")


def month_day(hit: Hit) -> Sense | None:
    """Read a day of a month, with its year or without."""
    if not _whole_year(hit):
        return None
    return _day(hit, hit.one("month"), hit.one("day", "ordinal"))


def _day(hit: Hit, month: int, number: int) -> Sense | None:
    year = _year(hit)
    if year is None:
        found = hit.scene.day_of_year(month, number, hit.direction)
        return dated(found, "report") if found else impossible()
    if year > 9999:
        return dated(period.year(year), "text")
    found = _valid(year, month, number)
    return dated(found, "text") if found else impossible()


def _valid(year: int, month: int, number: int) -> Period | None:
    try:
        return period.day(date(year, month, number))
    except ValueError:
        return None


def month_of_year(hit: Hit) -> Sense | None:
    """Read "October 2015"."""
    year = _year(hit)
    if year is None or not _whole_year(hit):
        return None
    whole = period.year(year) if year > 9999 else period.month(year, hit.one("month"))
    return dated(whole, "text")


def month_of_this_year(hit: Hit) -> Sense | None:
    """Read "June last year"."""
    if hit.one("unit") != "year":
        return None
    step = -1 if hit.has("last") else 1 if hit.has("next") else 0
    return dated(period.month(hit.scene.today.year + step, hit.one("month")), "report")


def month_alone(hit: Hit) -> Sense | None:
    """Read "in October"."""
    found = hit.scene.month_of_year(hit.one("month"), hit.direction)
    return dated(found, "report") if found else None


def month_beside(hit: Hit) -> Sense | None:
    """Read "last June", "next May", "this September"."""
    today, number = hit.scene.today, hit.one("month")
    if hit.has("last"):
        year = today.year - (number >= today.month)
    elif hit.has("next"):
        year = today.year + (number <= today.month)
    else:
        year = today.year
    return dated(period.month(year, number), "report")


def iso(hit: Hit) -> Sense | None:
    """Read 2015-10-20 and 2015-10-20T18:00Z."""
    try:
        moment = datetime.fromisoformat(hit.word())
    except ValueError:
        return impossible()
    whole = period.day(moment.date())
    if len(hit.word()) == len("2015-10-20"):
        return dated(whole, "text")
    return at_clock(whole, "text", (Clock(moment.hour, moment.minute, moment.tzinfo),))


def figures(hit: Hit) -> Sense | None:
    """Read 30.04.2017, 10/20/2015 and 2015/10/20; the day stands first where both can be."""
    match = FIGURES.fullmatch(hit.word())
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
    found = _valid(year, month, number)
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


def range_of_days(hit: Hit) -> Sense | None:
    """Read "October 19-20", "19-20 October 2015" and "between 3 and 5 May"."""
    if not _whole_year(hit):
        return None
    numbers = hit.all("day", "ordinal")
    ends = [_day(hit, hit.one("month"), number) for number in numbers[:2]]
    first, last = (end.period if end else None for end in ends)
    if first is None or last is None:
        return impossible()
    both = period.between(first, last)
    return (
        Sense("DATE", first.timex, both, ends[0].basis if ends[0] else "report") if both else None
    )


def holiday(hit: Hit) -> Sense | None:
    """Read a feast that stands at the same date every year."""
    month, number = hit.one("holiday")
    return _day(hit, month, number)


WEEKDAY: Final = "(weekday stop? comma? the?)?"
DAY: Final = "(day|ordinal)"
LINK: Final = "(dash|to|and|until)"
ABSOLUTE: Final[tuple[Rule, ...]] = (
    rule(f"{WEEKDAY} {MONTH} the? {DAY} {YEAR}?", month_day),
    rule(f"{WEEKDAY} the? {DAY} (dash|slash|of|from)? {MONTH} (dash|slash)? {YEAR}?", month_day),
    rule(f"{MONTH} {DAY} {LINK} {DAY} {YEAR}?", range_of_days),
    rule(f"{DAY} {LINK} {DAY} (of|from)? {MONTH} {YEAR}?", range_of_days),
    rule(f"{MONTH} {YEAR}", month_of_year),
    rule(f"{MONTH} of? (last|next|this) unit", month_of_this_year),
    rule("month", month_alone),
    rule("(last|next|this) month", month_beside),
    rule("month (last|next|this)", trailing(month_beside)),
    rule("iso", iso),
    rule("figures", figures),
    rule(f"holiday {YEAR}?", holiday),
)
