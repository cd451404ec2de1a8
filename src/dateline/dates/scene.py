"""What an expression is read against: the day of the report, and the dates named before it."""

from datetime import date, datetime, timedelta, tzinfo
from typing import Final
from zoneinfo import ZoneInfo

from dateline.codebook import Basis
from dateline.dates.feasts import Feast
from dateline.dates.period import Period, day, month, valid_day
from dateline.dates.sense import Sense

NEAR: Final = timedelta(days=31)
"""A time of day belongs to the day named last, unless that was long ago …"""
BESIDE: Final = 12
"""… and further than so many tokens before it."""
AHEAD: Final = timedelta(days=122)
"""How far a date without a year may lie ahead where no verb says that it does."""
NONE: Final = timedelta(0)
SOON: Final = timedelta(days=31)
"""How far even where a past verb stands before it: "the meeting was called for 3 May"."""


class Scene:
    """The reference time in its zone, and what has been named so far in the text."""

    def __init__(self, reference: datetime, zone: ZoneInfo | None) -> None:
        if reference.tzinfo is None or reference.utcoffset() is None:
            raise ValueError("The reference time has no zone. Add one, such as Z or +03:00.")
        self.reference = _in_zone(reference, zone) if zone else reference
        self.zone: tzinfo | None = zone
        self.today = self.reference.date()
        self.named = day(self.today)
        self.basis: Basis = "report"
        self.named_day, self.named_at = self.today, -BESIDE
        self.quarter: Period | None = None

    def name(self, sense: Sense, at: int) -> None:
        """Remember a date and its place, for "the day before" and "three days later"."""
        period = sense.period
        if (
            sense.aside
            or period is None
            or period.first is None
            or sense.kind not in ("DATE", "TIME")
        ):
            return
        self.named, self.basis = period, sense.basis
        if period.unit == "day":
            self.named_day, self.named_at = period.first, at
        if period.unit == "quarter":
            self.quarter = period

    def current_day(self, at: int) -> date:
        """Return the day that a bare time of day belongs to which stands at a token."""
        if at - self.named_at < BESIDE:
            return self.named_day
        return self.named_day if abs(self.named_day - self.today) <= NEAR else self.today

    def weekday(self, number: int, direction: int) -> date:
        """Return the day that a weekday means: behind, or ahead where a verb says so."""
        if direction > 0:
            return self.today + timedelta(days=(number - self.today.weekday()) % 7)
        return self.today - timedelta(days=(self.today.weekday() - number) % 7)

    def day_of_year(
        self, month_number: int, number: int, direction: int, weekday: int | None = None
    ) -> Period | None:
        """Return a date without a year, nearest to the report; None where no year has it.

        A weekday that stands with it chooses the year.
        """
        years = (self.today.year + step for step in (0, -1, 1))
        days = (valid_day(year, month_number, number) for year in years)
        found = [one for one in days if one]
        agreeing = [one for one in found if one.begins.weekday() == weekday]
        return self._nearest(agreeing or found, direction)

    def feast(self, feast: Feast, direction: int) -> Period | None:
        """Return a feast without a year, nearest to the report."""
        years = (self.today.year + step for step in (0, -1, 1))
        found = [day(feast.on(year)) for year in years if 1 <= year <= 9999]
        return self._nearest(found, direction)

    def month_of_year(self, number: int, direction: int) -> Period | None:
        """Return a month without a year, nearest to the report."""
        years = (self.today.year + step for step in (0, -1, 1))
        return self._nearest(
            [month(year, number) for year in years if 1 <= year <= 9999], direction
        )

    def _nearest(self, periods: list[Period], direction: int) -> Period | None:
        def distance(period: Period) -> timedelta:
            ahead = period.begins - self.today
            if ahead > timedelta(0):
                near = (SOON if period.unit == "day" else NONE) if direction < 0 else AHEAD
                far = ahead > near and direction < 1
                return ahead + timedelta(days=10_000) if far else ahead
            behind = max(timedelta(0), self.today - period.ends)
            return behind + timedelta(days=10_000) if direction > 0 and behind else behind

        return min(periods, key=distance, default=None)


def _in_zone(reference: datetime, zone: ZoneInfo) -> datetime:
    try:
        return reference.astimezone(zone)
    except OverflowError:  # at the calendar's first or last day
        return reference
