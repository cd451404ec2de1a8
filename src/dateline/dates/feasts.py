"""Feasts: at one date every year, on a weekday of a month, or by Easter.

Ramadan and the two Eids begin when the moon is seen; no formula gives the day, so they stay out.
"""

from datetime import date, timedelta
from typing import NamedTuple

JULIAN_LAG = 13
"""Days between the Julian and the Gregorian calendar, from 1900 to 2099."""


class Fixed(NamedTuple):
    """The same day of the same month every year."""

    month: int
    day: int

    def on(self, year: int) -> date:
        """Return its day in a year."""
        return date(year, self.month, self.day)


class Weekday(NamedTuple):
    """The first (1), second … or last (-1) of a weekday in a month; Monday is 0."""

    month: int
    weekday: int
    which: int

    def on(self, year: int) -> date:
        """Return its day in a year."""
        if self.which < 0:
            end = date(year, self.month + 1, 1) - timedelta(days=1)
            return end - timedelta(days=(end.weekday() - self.weekday) % 7)
        first = date(year, self.month, 1)
        ahead = (self.weekday - first.weekday()) % 7
        return first + timedelta(days=ahead + 7 * (self.which - 1))


class Easter(NamedTuple):
    """So many days after the Easter Sunday of the Western or of the Orthodox church."""

    days: int = 0
    orthodox: bool = False

    def on(self, year: int) -> date:
        """Return its day in a year."""
        sunday = _orthodox(year) if self.orthodox else _western(year)
        return sunday + timedelta(days=self.days)


Feast = Fixed | Weekday | Easter


def _western(year: int) -> date:
    """Return Easter Sunday by the Gregorian computus of Meeus, Jones and Butcher."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    lag = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - century // 4 - lag + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _orthodox(year: int) -> date:
    """Return Easter Sunday by Meeus's Julian computus, in the Gregorian calendar."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=JULIAN_LAG)
