"""Dates that name a day or a month: "Friday, October 16, 2015", "the 5th of May", "20.10.2015"."""

from typing import Final

from dateline.dates import period, spans
from dateline.dates.hit import Hit
from dateline.dates.kinds import KINDS
from dateline.dates.rules.rule import Rule, rule, trailing
from dateline.dates.sense import Sense, dated, impossible

MONTH: Final = "month stop? (slash month)?"
YEAR: Final = "(comma? of? (year|big) (yearword|unit)?)"
BIG_YEARS: Final = range(10_000, 100_000)
AMOUNTS: Final = (KINDS["word"], KINDS["units"])


def said_year(hit: Hit) -> int | None:
    """Return the year that was said; None where none was."""
    value = hit.one("year")
    return value if isinstance(value, int) else _big_year(hit)


def _big_year(hit: Hit) -> int | None:
    value = hit.one("big")
    return value if isinstance(value, int) and value in BIG_YEARS else None


def whole_year(hit: Hit) -> bool:
    """Whether what stands in the year's place can be one: "5 May, 300 people" has none."""
    if hit.has("big") and (_big_year(hit) is None or hit.behind() in AMOUNTS):
        return False
    return hit.one("unit") in (None, "year")


def month_day(hit: Hit) -> Sense | None:
    """Read a day of a month, with its year or without."""
    if not whole_year(hit):
        return None
    return _day(hit, hit.one("month"), hit.one("day", "ordinal"))


def _day(hit: Hit, month: int, number: int) -> Sense | None:
    year = said_year(hit)
    if year is None:
        found = hit.scene.day_of_year(month, number, hit.direction, hit.one("weekday"))
        return dated(found, "report") if found else impossible()
    if year > 9999:
        return dated(period.year(year), "text")
    found = period.valid_day(year, month, number)
    return dated(found, "text") if found else impossible()


def month_day_of_this_year(hit: Hit) -> Sense | None:
    """Read "July 22 last year"."""
    if hit.one("unit") != "year":
        return None
    step = -1 if hit.has("last") else 1 if hit.has("next") else 0
    year = hit.scene.today.year + step
    found = period.valid_day(year, hit.one("month"), hit.one("day", "ordinal"))
    return dated(found, "report") if found else impossible()


def month_of_year(hit: Hit) -> Sense | None:
    """Read "October 2015"."""
    year = said_year(hit)
    if year is None or not whole_year(hit):
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


def range_of_days(hit: Hit) -> Sense | None:
    """Read "October 19-20", "19-20 October 2015" and "between 3 and 5 May"."""
    if not whole_year(hit):
        return None
    numbers = hit.all("day", "ordinal")
    ends = [_day(hit, hit.one("month"), number) for number in numbers[:2]]
    first, last = (end.period if end else None for end in ends)
    if first is None or last is None:
        return impossible()
    both = spans.between(first, last)
    return (
        Sense("DATE", first.timex, both, ends[0].basis if ends[0] else "report") if both else None
    )


def night_of_days(hit: Hit) -> Sense | None:
    """Read "ночь с 19 на 20 октября" and "ليلة 19 على 20 أكتوبر": days that a night joins."""
    return (
        None
        if hit.tokens.word(hit.end - 1).isascii() and hit.word(1).isascii()
        else range_of_days(hit)
    )


WEEKDAY: Final = "(weekday stop? comma? the?)?"
DAY: Final = "(day|ordinal)"
LINK: Final = "(dash|to|and|until|slash)"
ABSOLUTE: Final[tuple[Rule, ...]] = (
    rule(f"{WEEKDAY} {MONTH} the? {DAY} {YEAR}?", month_day),
    rule(f"{WEEKDAY} the? {DAY} (dash|slash|of|from)? {MONTH} (dash|slash)? {YEAR}?", month_day),
    rule(f"{MONTH} {DAY} {LINK} {DAY} {YEAR}?", range_of_days),
    rule(f"{DAY} {LINK} {DAY} (of|from)? {MONTH} {YEAR}?", range_of_days),
    rule(f"{DAY} in {DAY} {MONTH} {YEAR}?", night_of_days),
    rule(f"{MONTH} {YEAR}", month_of_year),
    rule(f"{MONTH} of? (last|next|this) unit", month_of_this_year),
    rule(f"{MONTH} the? {DAY} (comma? of)? (last|next|this) unit", month_day_of_this_year),
    rule(f"the? {DAY} of? {MONTH} of? (last|next|this) unit", month_day_of_this_year),
    rule("month", month_alone),
    rule("(last|next|this) month", month_beside),
    rule("month (last|next|this)", trailing(month_beside)),
)
