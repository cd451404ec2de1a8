"""Stretches of the calendar: a day, a week, a quarter, a decade, and how each is written."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from typing import Final, Literal

Unit = Literal[
    "day",
    "week",
    "weekend",
    "month",
    "quarter",
    "half",
    "season",
    "year",
    "decade",
    "century",
    "span",
]

SEASONS: Final = ("SP", "SU", "FA", "WI")
"""In TIMEX3's letters and in EDTF's order (21 to 24)."""
MONTHS_OF: Final = {"quarter": 3, "year": 12, "decade": 120, "century": 1200}


@dataclass(frozen=True)
class Period:
    """A stretch of days, as TIMEX3 and as EDTF write it. `first` and `last` are None where open."""

    unit: Unit
    timex: str
    edtf: str
    first: date | None
    last: date | None

    @property
    def begins(self) -> date:
        """The first day; an open beginning, or one that no calendar reaches, is an error."""
        return _known(self.first)

    @property
    def ends(self) -> date:
        """The last day; an open end is an error."""
        return _known(self.last)


def _known(on: date | None) -> date:
    if on is None:
        raise ValueError("outside the calendar")
    return on


def day(on: date) -> Period:
    """Return one day."""
    return Period("day", on.isoformat(), on.isoformat(), on, on)


def valid_day(year: int, month: int, number: int) -> Period | None:
    """Return a day by its figures; None where no calendar has it, such as 30 February."""
    try:
        return day(date(year, month, number))
    except ValueError:
        return None


def week(on: date) -> Period:
    """Return the week, Monday to Sunday, that holds a day. EDTF has no weeks: an interval."""
    first = on - timedelta(days=on.weekday())
    year, number, _ = first.isocalendar()
    return span("week", f"{year:04}-W{number:02}", first, first + timedelta(days=6))


def weekend(on: date) -> Period:
    """Return the Saturday and Sunday of the week that holds a day."""
    whole = week(on)
    first = on - timedelta(days=on.weekday() - 5)
    return span("weekend", f"{whole.timex}-WE", first, first + timedelta(days=1))


def month(year: int, number: int) -> Period:
    """Return a month."""
    written = f"{year:04}-{number:02}"
    last = date(year, number, monthrange(year, number)[1])
    return Period("month", written, written, date(year, number, 1), last)


def quarter(year: int, number: int) -> Period:
    """Return a quarter, as an interval of months: few readers of EDTF know its codes 33 to 36."""
    first, last = month(year, 3 * number - 2), month(year, 3 * number)
    edtf = f"{first.edtf}/{last.edtf}"
    return Period("quarter", f"{year:04}-Q{number}", edtf, first.first, last.last)


def half(year: int, number: int) -> Period:
    """Return the first or the second half of a year, as an interval of months."""
    first, last = month(year, 6 * number - 5), month(year, 6 * number)
    edtf = f"{first.edtf}/{last.edtf}"
    return Period("half", f"{year:04}-H{number}", edtf, first.first, last.last)


def season(year: int, letters: str) -> Period:
    """Return a season of the northern half: three whole months; a winter begins in December."""
    place = SEASONS.index(letters)
    first = date(year, 3 * place + 3, 1)
    last = month(*_months_on(first, 2)).last
    return Period("season", f"{year:04}-{letters}", f"{year:04}-{21 + place}", first, last)


def year(number: int) -> Period:
    """Return a year; from 10000 on, EDTF marks it with a Y and no calendar here reaches it."""
    if number > MAXYEAR:
        return Period("year", str(number), f"Y{number}", None, None)
    written = f"{number:04}"
    return Period("year", written, written, date(number, 1, 1), date(number, 12, 31))


def year_before_christ(number: int) -> Period:
    """Return a year BC, which no calendar here reaches. EDTF has a year nought: 323 BC is -0322."""
    return Period("year", f"BC{number:04}", _negative(number - 1), None, None)


def century_before_christ(number: int) -> Period:
    """Return a century BC: the fifth is 500 to 401 BC."""
    edtf = f"{_negative(100 * number - 1)}/{_negative(100 * (number - 1))}"
    return Period("century", f"BC{number - 1:02}", edtf, None, None)


def _negative(number: int) -> str:
    return f"-{number:04}" if number else "0000"


def decade(first_year: int) -> Period:
    """Return the ten years that begin with a year divisible by ten."""
    tens = f"{first_year // 10:03}"
    last = date(first_year + 9, 12, 31)
    return Period("decade", tens, f"{tens}X", date(first_year, 1, 1), last)


def century(number: int) -> Period:
    """Return a century by its hundreds, as EDTF does: the 20th is 1900 to 1999."""
    hundreds = f"{number - 1:02}"
    first = date(max(1, 100 * (number - 1)), 1, 1)
    return Period("century", hundreds, f"{hundreds}XX", first, date(100 * number - 1, 12, 31))


def span(unit: Unit, timex: str, first: date, last: date) -> Period:
    """Return an interval of days."""
    return Period(unit, timex, f"{first}/{last}", first, last)


def night_to(on: date) -> Period:
    """Return the two days that a night touches which ends on a day."""
    first = on - timedelta(days=1)
    return span("span", first.isoformat(), first, on)


def holding(unit: str, on: date) -> Period:
    """Return the period of a unit that holds a day."""
    match unit:
        case "week":
            return week(on)
        case "weekend":
            return weekend(on)
        case "month":
            return month(on.year, on.month)
        case "quarter":
            return quarter(on.year, (on.month + 2) // 3)
        case "year":
            return year(on.year)
        case "decade":
            return decade(on.year // 10 * 10)
        case "century":
            return century(on.year // 100 + 1)
    return day(on)


def moved(on: date, unit: str, count: int) -> date:
    """Return the day that lies so many units later; the 31st becomes a shorter month's last."""
    if unit == "day":
        return on + timedelta(days=count)
    if unit in ("week", "weekend"):
        return on + timedelta(weeks=count)
    to_year, to_month = _months_on(on, count * MONTHS_OF.get(unit, 1))
    return date(to_year, to_month, min(on.day, monthrange(to_year, to_month)[1]))


def _months_on(on: date, count: int) -> tuple[int, int]:
    years, months = divmod(12 * on.year + on.month - 1 + count, 12)
    if not 1 <= years <= MAXYEAR:
        raise ValueError("outside the calendar")
    return years, months + 1
