"""Durations, alone or hung on the report's time: "four days", "in the past 24 hours"."""

from datetime import date, timedelta
from typing import Final

from dateline.dates import period, spans
from dateline.dates.hit import Hit
from dateline.dates.kinds import KINDS
from dateline.dates.period import Period
from dateline.dates.rules.quantity import COUNT, LETTERS, QUANTITY, Amount, amount
from dateline.dates.rules.rule import Rule, rule, trailing
from dateline.dates.sense import Sense, dated, lasting, vague

SECONDS: Final = {"second": 1, "minute": 60, "hour": 3600}

LOOSE: Final = ("", *(KINDS[kind] for kind in ("word", "will", "stop", "break", "sign", "comma")))
"""What stands before "one day" where it is some day and no length of time."""


def duration(hit: Hit) -> Sense | None:
    """Read "four days", "five-year", "a week"."""
    found = amount(hit)
    if found is None or (hit.has("an") and hit.behind() == KINDS["dash"]):
        return None
    if found == (1, "day") and _some_day(hit):
        return vague("FUTURE_REF")
    return None if found.unit == "quarter" and _share(hit) else lasting(found.timex)


def _some_day(hit: Hit) -> bool:
    """Whether "One day they will understand" or "hope one day to return" is no length of time."""
    spelled = hit.word().lower() == "one" and not hit.has("dash")
    return spelled and hit.before() in LOOSE and hit.behind() in (KINDS["word"], KINDS["to"])


def _share(hit: Hit) -> bool:
    """Whether "three-quarters" or "a quarter of the votes" is no time at all."""
    return hit.behind() == KINDS["of"] or hit.has("dash")


def one_unit(hit: Hit) -> Sense | None:
    """Read "week-old", "year-long"."""
    return lasting(Amount(1, hit.one("unit")).timex)


def open_duration(hit: Hit) -> Sense | None:
    """Read a bare plural: "hours", "weeks"."""
    if hit.before() in (KINDS["day"], KINDS["big"], KINDS["ordinal"]):
        return None
    if hit.before() == KINDS["the"] and not hit.alone():
        return None
    if hit.before() == KINDS["dash"] and hit.one("units") == "quarter":
        return None
    return lasting(Amount(None, hit.one("units")).timex)


def stretch(hit: Hit) -> Sense | None:
    """Read "the last four days" and "the next two weeks": durations that reach to the report."""
    found = amount(hit)
    if found is None:
        return None
    sign = 1 if hit.has("next") else -1
    return lasting(found.timex, covering(hit.scene.today, found, sign, hit))


def covering(today: date, found: Amount, sign: int, hit: Hit) -> Period | None:
    """Return the days or, for longer units, the months and years that an amount reaches over."""
    if found.number is None:
        return None
    if found.unit in SECONDS:
        moment = hit.scene.reference + sign * timedelta(seconds=found.number * SECONDS[found.unit])
        other = moment.date()
    else:
        other = found.moved(today, sign)
    first, last = sorted((other, today))
    if first == last:
        return period.day(first)
    unit = found.unit if found.unit in ("month", "year") else "day"
    unit = "year" if found.unit in ("decade", "century") else unit
    return spans.between(period.holding(unit, first), period.holding(unit, last))


def past_unit(hit: Hit) -> Sense | None:
    """Read "the past week": seven days until the report, where "last week" is Monday to Sunday."""
    if hit.one("last") != "past" and not running(hit):
        return None
    found = Amount(1, hit.one("unit"))
    return lasting(found.timex, covering(hit.scene.today, found, -1, hit))


def running(hit: Hit) -> bool:
    """Whether "in the last week" is meant, the seven days until now, and not "last week"."""
    led = hit.before() in (KINDS["in"], KINDS["approx"])
    return led and hit.has("the") and hit.one("last") == "last"


def open_stretch(hit: Hit) -> Sense | None:
    """Read "recent weeks", "the coming days", "the past years"."""
    if hit.has("next"):
        return lasting(Amount(None, hit.one("units", "unit")).timex)
    return vague("PAST_REF")


def ahead(hit: Hit) -> Sense | None:
    """Read "the week ahead" and "the months ahead"."""
    unit = hit.one("unit", "units")
    if hit.has("units"):
        return lasting(Amount(None, unit).timex)
    return dated(period.holding(unit, hit.scene.today), "report")


def first_units(hit: Hit) -> Sense | None:
    """Read "the first nine months"."""
    found = amount(hit)
    return lasting(found.timex) if found and found.unit in LETTERS else None


DURATIONS: Final[tuple[Rule, ...]] = (
    rule(f"the? {QUANTITY} (dash? old)?", duration),
    rule("unit dash old", one_unit),
    rule("units", open_duration),
    rule(f"(the|this)? (last|next) {QUANTITY}", stretch),
    rule(f"units (the? {COUNT})? (last|next)", trailing(stretch)),
    rule("whole (last|next)", trailing(stretch)),
    rule("(count|day) units (last|next)", trailing(stretch)),
    rule("the? last unit", past_unit),
    rule("(the|this)? (reference|last|next) units (and units)?", open_stretch),
    rule("units (last|next)", trailing(open_stretch)),
    rule("the (unit|units) ahead", ahead),
    rule("the? ordinal (few|count|day) dash? units", first_units),
)
