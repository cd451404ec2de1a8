"""Calendar units beside the report's time: "last week", "this year", "the weekend", "overnight"."""

from datetime import timedelta
from typing import Final

from dateline.dates import period
from dateline.dates.hit import Hit
from dateline.dates.kinds import KINDS
from dateline.dates.rules.durations import SECONDS, running
from dateline.dates.rules.rule import Rule, rule, trailing
from dateline.dates.sense import Sense, dated, in_part

BARE: Final = ("day", "week", "month", "quarter", "year")


def unit_beside(hit: Hit) -> Sense | None:
    """Read "last week", "next month", "this year"."""
    unit, today = hit.one("unit"), hit.scene.today
    if unit in SECONDS or hit.one("last", "next") == "named":
        return None
    if unit != "weekend" and (hit.one("last") == "past" or running(hit)):
        return None
    if hit.one("this") == "same" and unit == "day":
        return dated(period.day(hit.scene.named_day), hit.scene.basis)
    if hit.one("this") == "same" and hit.scene.named.first:
        return dated(period.holding(unit, hit.scene.named.first), hit.scene.basis)
    step = -1 if hit.has("last") else 1 if hit.has("next") else 0
    return dated(period.holding(unit, period.moved(today, unit, step)), "report")


def weekend(hit: Hit) -> Sense | None:
    """Read "the weekend": from Saturday on this one, otherwise the last, if no verb looks ahead."""
    if hit.one("unit") != "weekend":
        return None
    today = hit.scene.today
    back = today.weekday() < 5 and hit.direction < 1
    return dated(period.weekend(today - timedelta(weeks=back)), "report")


def the_unit(hit: Hit) -> Sense | None:
    """Read "during the day", "of the year": the one that holds the date named last."""
    unit, named = hit.one("unit"), hit.scene.named.first
    if unit not in BARE or named is None:
        return None
    if not hit.alone() and hit.before() not in (KINDS["in"], KINDS["mod"]):
        return None
    on = hit.scene.current_day(hit.start) if unit == "day" else named
    if hit.direction > 0 and unit != "day":
        return dated(period.holding(unit, hit.scene.today), "report")
    return dated(period.holding(unit, on), hit.scene.basis)


def latest_unit(hit: Hit) -> Sense | None:
    """Read "the latest week" and "the latest fiscal year": the last that has ended."""
    unit = hit.one("unit")
    if unit not in BARE or unit in ("day", "quarter"):
        return None
    return dated(period.holding(unit, period.moved(hit.scene.today, unit, -1)), "report")


def overnight(hit: Hit) -> Sense | None:
    """Read "overnight", from one day into the next, and "tonight"."""
    if hit.one("night") == 0:
        return in_part(period.day(hit.scene.today), "report", "NI")
    both = period.night_to(hit.scene.today)
    return in_part(both, "report", "NI", floating=True)


def part_beside(hit: Hit) -> Sense | None:
    """Read "last night", "this morning", "this evening"."""
    part, scene = hit.one("part"), hit.scene
    if hit.one("this") == "same":
        return in_part(period.day(scene.named_day), scene.basis, part)
    if hit.has("next"):
        return in_part(period.day(scene.named_day + timedelta(days=1)), scene.basis, part)
    day = scene.today - timedelta(days=hit.has("last"))
    return in_part(period.day(day), "report", part)


UNITS: Final[tuple[Rule, ...]] = (
    rule("the? (last|next|this) unit", unit_beside),
    rule("(the|this) last unit", unit_beside),
    rule("unit (last|next|this)", trailing(unit_beside)),
    rule("the? unit", weekend),
    rule("the filler? unit", the_unit),
    rule("the latest fiscal? unit", latest_unit),
    rule("night", overnight),
    rule("the? (last|next|this) part", part_beside),
    rule("part (last|this)", trailing(part_beside)),
)
