"""A time of day and the day that stands beside it: "noon on Thursday", "Friday evening"."""

import re
from dataclasses import replace
from datetime import timedelta
from typing import Final

from dateline.dates import period
from dateline.dates.found import Found
from dateline.dates.hit import pattern
from dateline.dates.kinds import KINDS
from dateline.dates.sense import Sense
from dateline.dates.tokens import Tokens

TIME_THEN_DAY: Final = re.compile(pattern("(comma? (on|of|since|from)? (the|mod)?|in the?)"))
DAY_THEN_TIME: Final = re.compile(pattern("(comma? (at|in)? (the|mod)?|dash)"))
CLOSED: Final = KINDS["sign"] + KINDS["on"]
"""Between ")" and the day, in "noon (0900 GMT) on Thursday"."""


def day_and_time(one: Found, two: Found, tokens: Tokens) -> Found | None:
    """Return both as one, where one is a day and the other a time without a day."""
    gap = one.gap(two, tokens)
    if one.sense.part == "NI" and two.is_day() and gap == KINDS["in"]:
        return Found(one.start, two.end, _night_to(two.sense))
    if one.sense.part == "NI" and _two_days(two) and TIME_THEN_DAY.fullmatch(gap):
        return Found(one.start, two.end, _night_over(two.sense))
    if one.floats() and two.is_day() and TIME_THEN_DAY.fullmatch(gap):
        return Found(one.start, two.end, _on(one.sense, two.sense))
    if one.is_day() and two.floats() and DAY_THEN_TIME.fullmatch(gap):
        return Found(one.start, two.end, _on(two.sense, one.sense))
    return None


def borrowed(one: Found, two: Found, tokens: Tokens) -> Found:
    """Give a time the day of what follows across a bracket: "noon (0900 GMT) on Thursday"."""
    if not one.floats() or two.floats():
        return one
    gap = one.gap(two, tokens)
    opened = gap == KINDS["open"] and two.sense.kind == "TIME"
    closed = gap == CLOSED and two.is_day()
    return one._replace(sense=_on(one.sense, two.sense)) if opened or closed else one


def _on(time: Sense, day: Sense) -> Sense:
    """Return the time on a day that was said beside it."""
    whole = day.period
    if whole is None:
        return time
    if time.period and time.period.unit == "span":
        whole = period.night_to(whole.begins)
    value = f"{whole.timex}T{time.value.partition('T')[2]}"
    return replace(time, value=value, period=whole, basis=day.basis, floating=False)


def _two_days(found: Found) -> bool:
    """Whether it is one day and the next, as in "October 19-20"."""
    whole = found.sense.period
    if whole is None or whole.unit != "span" or not whole.first or not whole.last:
        return False
    return whole.last - whole.first == timedelta(days=1)


def _night_over(days: Sense) -> Sense:
    """Return "the night of October 19-20"."""
    return Sense("TIME", f"{days.value}TNI", days.period, days.basis, part="NI")


def _night_to(day: Sense) -> Sense:
    """Return "в ночь на 20 октября": the night that ends on that day."""
    whole = period.night_to(day.period.begins) if day.period else None
    value = f"{whole.timex}TNI" if whole else ""
    return Sense("TIME", value, whole, day.basis, part="NI")
