"""What the words of one expression come to, before it is written out."""

from dataclasses import dataclass
from datetime import tzinfo

from dateline.codebook import Basis
from dateline.dates.expression import TimexType
from dateline.dates.period import Period

UNRESOLVED = "XXXX-XX-XX"


@dataclass(frozen=True)
class Clock:
    """A time of day; 24:00 is the end of the day. The zone is None where the words name none."""

    hour: int
    minute: int
    zone: tzinfo | None = None

    def __str__(self) -> str:
        return f"{self.hour:02}:{self.minute:02}"


@dataclass(frozen=True)
class Sense:
    """A TIMEX3 type and value, and the stretch of the calendar where there is one."""

    kind: TimexType
    value: str
    period: Period | None = None
    basis: Basis = "none"
    clocks: tuple[Clock, ...] = ()
    """One for an instant, two for a stretch of one day."""
    floating: bool = False
    """True where the day was not said: a day that stands beside it takes its place."""
    aside: bool = False
    """True for a mere comparison ("a year earlier"): what follows does not hang on it."""
    part: str = ""
    """Part of a day in TIMEX3's letters: MO, AF, EV, NI."""
    mod: str = ""
    """START, MID or END in TIMEX3: "early", "mid", "late"."""


def dated(period: Period, basis: Basis) -> Sense:
    """Return a date."""
    return Sense("DATE", period.timex, period, basis)


def lasting(value: str, period: Period | None = None) -> Sense:
    """Return a duration; where it hangs on the report's time, with the days that it covers."""
    return Sense("DURATION", value, period, "report" if period else "none")


def repeated(value: str) -> Sense:
    """Return something that happens again and again."""
    return Sense("SET", value)


def vague(value: str) -> Sense:
    """Return a date that the words leave open."""
    return Sense("DATE", value)


def impossible() -> Sense:
    """Return what reads as a date and is none, such as 30 February."""
    return Sense("DATE", UNRESOLVED)


def in_part(period: Period, basis: Basis, part: str, *, floating: bool = False) -> Sense:
    """Return a part of a day; EDTF has none, so that it keeps its day."""
    value = f"{period.timex}T{part}"
    return Sense("TIME", value, period, basis, floating=floating, part=part)


def at_clock(
    period: Period, basis: Basis, clocks: tuple[Clock, ...], *, floating: bool = False
) -> Sense:
    """Return an instant of a day, or the stretch between two."""
    return Sense("TIME", f"{period.timex}T{clocks[0]}", period, basis, clocks, floating)
