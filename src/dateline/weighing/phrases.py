"""Templates of the summary's clauses, in English; callers hand in those of other languages."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Final

from dateline.codebook.events import EVENTS
from dateline.weighing.happenings import HAPPENINGS
from dateline.weighing.ranges import Range

SAID: Final = MappingProxyType(
    {
        "asserted": "reports",
        "said": "tells of",
        "claimed": "claims",
        "reported": "passes on reports of",
        "alleged": "alleges",
        "unconfirmed": "passes on, unconfirmed,",
        "possible": "says there may have been",
        "denied": "denies",
        "predicted": "expects",
    }
)
"""Hedge → what its speaker does, before the happening as a noun."""


MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def english_day(day: date) -> str:
    """Return a day in words: "20 October 2015"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _events() -> dict[str, str]:
    return {code: event.label for code, event in EVENTS.items()} | dict(HAPPENINGS)


def grouped(count: int | None) -> str:
    """Return a number with its thousands apart; "" for none."""
    return "" if count is None else f"{count:,}"


@dataclass(frozen=True)
class Phrases:
    """What clauses are put together from; braces are filled in, and may move as grammar wants."""

    one_source: str = "{speaker} {says} {event}{where}{when}"
    perhaps_one: str = "{low} to {high} original sources report {event}{where}{when}"
    several: str = "{count} original sources report {event}{where}{when}"
    where: str = " in {place}"
    when: str = " on {day}"
    between: str = " between {first} and {last}"
    by: str = " by {day}"
    since: str = " since {day}"
    harm: str = "{clause}: {figures}"
    figure: str = "{number} {category}"
    exactly: str = "{low}"
    span: str = "{low} to {high}"
    at_least: str = "at least {low}"
    at_most: str = "at most {high}"
    unbounded: str = "an unknown number"
    about: str = "about {number}"
    by_one: str = "{figures}, by its own count"
    by_another: str = "{figures}, by the count of {speaker}"
    who_denied: str = "{clause}; {party} denies it"
    who_admitted: str = "{clause}; {party} says that it was its doing"
    who_unanswered: str = "{clause}; {party} is accused and has not answered"
    silence: str = "Nothing new since {time}; sources watched: {count}"
    never: str = "Nothing has been reported; sources watched: {count}"
    signed: str = "{sentence} ({signed})"
    join: str = ", "
    says: Mapping[str, str] = field(default_factory=lambda: SAID)
    events: Mapping[str, str] = field(default_factory=_events)
    categories: Mapping[str, str] = field(default_factory=dict)
    day: Callable[[date], str] = english_day

    def number(self, counted: Range) -> str:
        """Return a range in words: bounds first, "about" before them."""
        low, high = counted.low, counted.high
        if low is None:
            said = self.unbounded if high is None else self.at_most
        elif high is None:
            said = self.at_least
        else:
            said = self.exactly if low == high else self.span
        filled = said.format(low=grouped(low), high=grouped(high))
        return self.about.format(number=filled) if counted.approximate else filled

    def category(self, code: str) -> str:
        """Return a category of toll in words."""
        return self.categories.get(code, code.replace("_", " "))


PHRASES: Final = Phrases()
