"""Dates against the report or against the date named last: "yesterday", "two weeks ago"."""

from dataclasses import replace
from datetime import timedelta
from typing import Final

from dateline.dates import period, spans
from dateline.dates.hit import Hit
from dateline.dates.kinds import KINDS
from dateline.dates.period import Period
from dateline.dates.rules.durations import SECONDS, covering
from dateline.dates.rules.quantity import QUANTITY, Amount, amount
from dateline.dates.rules.rule import Rule, rule
from dateline.dates.sense import Clock, Sense, at_clock, dated, lasting, vague

EVENT: Final = tuple(KINDS[kind] for kind in ("the", "an", "weekday", "holiday"))
"""What may begin the name of an event: "the day before Monday's vote"."""


def ago(hit: Hit) -> Sense | None:
    """Read "two weeks ago", "قبل يومين", "два дня назад"."""
    found = amount(hit) or Amount(1, hit.one("unit", "units") or "day")
    if found.number is None or (hit.has("units") and not amount(hit)):
        return lasting(Amount(None, found.unit).timex)
    return _back(hit, found, found.number)


def _back(hit: Hit, found: Amount, number: float) -> Sense | None:
    scene = hit.scene
    if found.unit in SECONDS:
        moment = scene.reference - timedelta(seconds=number * SECONDS[found.unit])
        clock = Clock(moment.hour, moment.minute)
        return at_clock(period.day(moment.date()), "report", (clock,))
    to = found.moved(scene.today, -1)
    if found.unit == "year" and number == 1 and _compares(hit):
        return _year_off(hit, -1)
    if found.unit in ("decade", "century"):
        return dated(spans.about(period.year(to.year)), "report")
    unit = "day" if found.unit == "week" else found.unit
    return dated(period.holding(unit, to), "report")


def _compares(hit: Hit) -> bool:
    """Whether "a year ago" is the quarter or the month under discussion, a year back."""
    unit = hit.scene.named.unit
    led = hit.before() == KINDS["from"] or hit.word(-1).lower() in ("than", "with", "against")
    return unit == "quarter" or (unit == "month" and hit.start > 0 and led)


def _year_off(hit: Hit, count: int, compared: Period | None = None) -> Sense | None:
    """Return the quarter under discussion, some years off: how companies compare."""
    compared = compared or hit.scene.named
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
    way = -1 if hit.has("earlier") or _alone_before(hit) else 1 if hit.has("later") else None
    found, since = amount(hit), hit.scene.named
    if found is None or found.unit in SECONDS:
        return lasting(found.timex) if found else None
    if found.number is None:
        return vague("PAST_REF") if way == -1 else lasting(found.timex)
    if way is None or since.first is None:
        return lasting(found.timex)
    to = found.moved(since.first, way)
    if to > hit.scene.today and hit.direction < 1:
        return lasting(found.timex)
    years = found.unit == "year"
    unit = since.unit if years else "day" if found.unit in ("day", "week") else found.unit
    return replace(dated(period.holding(unit, to), hit.scene.basis), aside=years)


def after(hit: Hit) -> Sense | None:
    """Read "через три дня" and "بعد ثلاثة أيام", counted from the date named last."""
    found, since = amount(hit), hit.scene.named
    if hit.word().isascii() or found is None or found.number is None or since.first is None:
        return None
    to = None if found.unit in SECONDS else found.moved(since.first, 1)
    if to is None or (to > hit.scene.today and hit.direction < 1):
        return lasting(found.timex)
    unit = "day" if found.unit in ("day", "week") else found.unit
    return dated(period.holding(unit, to), hit.scene.basis)


def _alone_before(hit: Hit) -> bool:
    """Whether "a year before" ends its clause, and no event follows that it counts from."""
    ends = ("", KINDS["break"], KINDS["stop"], KINDS["comma"])
    return hit.has("before") and hit.behind() in ends


def _event_follows(hit: Hit) -> bool:
    """Whether "the day before the vote" counts from an event, whose date is not known here."""
    if hit.behind() in EVENT:
        return True
    word = hit.word(hit.end - hit.start) if hit.behind() == KINDS["word"] else ""
    return word[:1].isupper() or word.lower() in ("her", "our", "my", "he", "she", "it", "they")


def beside(hit: Hit) -> Sense | None:
    """Read "the day before", "the following month", "the next day", "the previous year"."""
    unit, scene = hit.one("unit"), hit.scene
    if (hit.has("before") or hit.has("after")) and _event_follows(hit):
        return None
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
    if "quarter" in hit.all("unit"):
        found = hit.scene.quarter or hit.scene.named
        return _year_off(hit, -1, found)
    if hit.scene.named.unit == "quarter" or hit.has("earlier"):
        return _year_off(hit, -1)
    return dated(period.year(hit.scene.today.year - 1), "report")


RELATIVE: Final[tuple[Rule, ...]] = (
    rule(f"{QUANTITY} (and few|approx)? ago", ago),
    rule("(approx|at){0,3} (unit|units) ago", ago),
    rule(f"ago {QUANTITY}", ago),
    rule("ago (unit|units)", ago),
    rule(f"since {QUANTITY}", since_ago),
    rule(f"{QUANTITY} (before|after|earlier|later)", apart),
    rule(f"after {QUANTITY}", after),
    rule("the unit (before|after|earlier|later)", beside),
    rule("the (last|next) unit", beside),
    rule("(an|the)? unit dash (ago|earlier) unit?", year_ago),
    rule("an unit (ago|earlier)", year_ago),
)
