"""Days by name against the report: "yesterday", "on Monday", "last Friday", "on Fridays"."""

from datetime import timedelta
from typing import Final

from dateline.dates import period
from dateline.dates.hit import Hit
from dateline.dates.kinds import KINDS
from dateline.dates.names import named
from dateline.dates.rules.rule import Rule, rule, trailing
from dateline.dates.sense import Sense, dated, repeated


def relative_day(hit: Hit) -> Sense | None:
    """Read "today", "yesterday", "tomorrow"."""
    if named(hit):
        return None
    step = timedelta(days=hit.one("relative"))
    return dated(period.day(hit.scene.today + step), "report")


def weekday(hit: Hit) -> Sense | None:
    """Read "on Monday": the last one, the day of the report included, unless a verb looks ahead."""
    found = hit.scene.weekday(hit.one("weekday", "weekdays"), hit.direction)
    return dated(period.day(found), "report")


def weekday_beside(hit: Hit) -> Sense | None:
    """Read "last Monday", "next Friday", "this Sunday", "the previous Friday"."""
    number, today = hit.one("weekday"), hit.scene.today
    if hit.one("this") == "same":
        return None
    if hit.has("this") and not hit.has("last"):
        return dated(period.day(hit.scene.weekday(number, 1)), "report")
    if hit.word().lower() == "following":
        return None
    from_day = hit.scene.named_day if "named" in hit.all("last", "next") else today
    if hit.has("next"):
        step = (number - from_day.weekday() - 1) % 7 + 1
    else:
        step = -((from_day.weekday() - number - 1) % 7 + 1)
    return dated(period.day(from_day + timedelta(days=step)), "report")


def weekdays(hit: Hit) -> Sense | None:
    """Read "on Fridays" as a habit, and "Fridays attack" as an apostrophe that got lost."""
    if hit.before() == KINDS["on"] or hit.behind() != KINDS["word"]:
        return repeated(f"XXXX-WXX-{hit.one('weekdays') + 1}")
    return weekday(hit)


def day_beside(hit: Hit) -> Sense | None:
    """Read "اليوم التالي", the day after the one named last, and "اليوم السابق"."""
    if hit.one("relative") != 0:
        return None
    step = timedelta(days=1 if hit.has("next") else -1)
    return dated(period.day(hit.scene.named_day + step), hit.scene.basis)


DAYS: Final[tuple[Rule, ...]] = (
    rule("relative", relative_day),
    rule("unit? weekday", weekday),
    rule("unit? weekday (last|next|this)", trailing(weekday_beside)),
    rule("(the|this)? (last|next|this) weekday", weekday_beside),
    rule("weekdays", weekdays),
    rule("relative (next|last)", trailing(day_beside)),
)
