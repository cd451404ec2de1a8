"""Dates against the report or against the date named last: "yesterday", "two weeks ago"."""

from dataclasses import replace
from datetime import timedelta
from typing import Final

from dateline.dates import period
from dateline.dates.hit import Hit
from dateline.dates.kinds import KINDS
from dateline.dates.names import named
from dateline.dates.rules.durations import SECONDS, covering
from dateline.dates.rules.quantity import QUANTITY, Amount, amount
from dateline.dates.rules.rule import Rule, rule, trailing
from dateline.dates.sense import Clock, Sense, at_clock, dated, lasting, repeated, vague


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
    if hit.has("this"):
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


def ago(hit: Hit) -> Sense | None:
    """Read "two weeks ago", "قبل يومين", "два дня назад"."""
    found = amount(hit) or Amount(1, hit.one("unit", "units") or "day")
    if found.number is None or (hit.has("units") and not amount(hit)):
        return lasting(Amount(None, found.unit).timex)
    return _away(hit, found, -found.number)


def _away(hit: Hit, found: Amount, count: int) -> Sense | None:
    scene = hit.scene
    if found.unit in SECONDS:
        moment = scene.reference + timedelta(seconds=count * SECONDS[found.unit])
        clock = Clock(moment.hour, moment.minute)
        return at_clock(period.day(moment.date()), "report", (clock,))
    to = period.moved(scene.today, found.unit, count)
    if found.unit == "year" and found.number == 1 and scene.named.unit == "quarter":
        return _year_off(hit, count)
    if found.unit in ("decade", "century"):
        return dated(period.about(period.year(to.year)), "report")
    unit = "day" if found.unit in ("day", "week") else found.unit
    return dated(period.holding(unit, to), "report")


def _year_off(hit: Hit, count: int) -> Sense | None:
    """Return the quarter under discussion, some years off: how companies compare."""
    compared = hit.scene.named
    if compared.first is None:
        return None
    to = period.moved(compared.first, "year", count)
    return replace(dated(period.holding(compared.unit, to), hit.scene.basis), aside=True)


def since_ago(hit: Hit) -> Sense | None:
    """Read "منذ يومين": for two days, up to the report."""
    found = amount(hit)
    if found is None or hit.word().isascii():
        return None
    return lasting(found.timex, covering(hit.scene.today, found, -1, hit))


def apart(hit: Hit) -> Sense | None:
    """Read "three days earlier" and "a year later", counted from the date named last."""
    way = -1 if hit.has("earlier") else 1 if hit.has("later") else None
    found, since = amount(hit), hit.scene.named
    if found is None or found.unit in SECONDS:
        return lasting(found.timex) if found else None
    if found.number is None:
        return vague("PAST_REF") if way == -1 else lasting(found.timex)
    if way is None or since.first is None:
        return lasting(found.timex)
    to = period.moved(since.first, found.unit, way * found.number)
    if to > hit.scene.today and hit.direction < 1:
        return lasting(found.timex)
    years = found.unit == "year"
    unit = since.unit if years else "day" if found.unit in ("day", "week") else found.unit
    return replace(dated(period.holding(unit, to), hit.scene.basis), aside=years)


def beside(hit: Hit) -> Sense | None:
    """Read "the day before", "the following month", "the next day", "the previous year"."""
    unit, scene = hit.one("unit"), hit.scene
    if hit.one("last") not in (None, "named") or (hit.one("next") == "next" and unit != "day"):
        return None
    back = hit.has("last") or hit.has("before") or hit.has("earlier")
    if unit == "day":
        to = scene.named_day + timedelta(days=-1 if back else 1)
        return dated(period.day(to), scene.basis)
    if unit in SECONDS or scene.named.first is None:
        return None
    to = period.moved(scene.named.first, unit, -1 if back else 1)
    return dated(period.holding(unit, to), scene.basis)


def year_ago(hit: Hit) -> Sense | None:
    """Read "a year earlier" and "the year-ago quarter"."""
    if hit.all("unit")[0] != "year":
        return None
    if hit.scene.named.unit == "quarter" or hit.has("earlier"):
        return _year_off(hit, -1)
    return dated(period.year(hit.scene.today.year - 1), "report")


RELATIVE: Final[tuple[Rule, ...]] = (
    rule("relative", relative_day),
    rule("unit? weekday", weekday),
    rule("unit? weekday (last|next|this)", trailing(weekday_beside)),
    rule("(the|this)? (last|next|this) weekday", weekday_beside),
    rule("weekdays", weekdays),
    rule(f"{QUANTITY} (and few)? ago", ago),
    rule("(approx|at){0,3} (unit|units) ago", ago),
    rule(f"ago {QUANTITY}", ago),
    rule("ago (unit|units)", ago),
    rule(f"since {QUANTITY}", since_ago),
    rule(f"{QUANTITY} (before|after|earlier|later)", apart),
    rule("the unit (before|after|earlier|later)", beside),
    rule("the (last|next) unit", beside),
    rule("(an|the)? unit dash (ago|earlier) unit?", year_ago),
    rule("an unit (ago|earlier)", year_ago),
)
