"""What happens again and again, and words for now, once and soon."""

from typing import Final

from dateline.dates import period
from dateline.dates.hit import Hit
from dateline.dates.kinds import KINDS
from dateline.dates.names import named
from dateline.dates.rules.quantity import QUANTITY, Amount, amount
from dateline.dates.rules.rule import Rule, rule
from dateline.dates.sense import Sense, repeated, vague


def every(hit: Hit) -> Sense | None:
    """Read "every Friday", "each July", "every two weeks", "every morning"."""
    if hit.has("weekday"):
        return repeated(f"XXXX-WXX-{hit.one('weekday') + 1}")
    if hit.has("month"):
        return repeated(f"XXXX-{hit.one('month'):02}")
    if hit.has("part"):
        return repeated(f"XXXX-XX-XXT{hit.one('part')}")
    if hit.has("season"):
        return repeated(f"XXXX-{hit.one('season')}")
    found = amount(hit) or Amount(1, hit.one("unit") or "day")
    return repeated(found.timex)


def adverb(hit: Hit) -> Sense | None:
    """Read "daily", "annually"."""
    return None if named(hit) else repeated(hit.one("adverb"))


def reference(hit: Hit) -> Sense | None:
    """Read "now", which is the report's day, and "recently" and "soon", which are no date."""
    value = hit.one("reference")
    if named(hit) or hit.behind() == KINDS["of"]:
        return None
    if value != "PRESENT_REF":
        return vague(value)
    return _now(hit)


def current(hit: Hit) -> Sense | None:
    """Read a bare "current"."""
    if hit.one("this") != "current":
        return None
    return _now(hit)


def _now(hit: Hit) -> Sense:
    return Sense("DATE", "PRESENT_REF", period.day(hit.scene.today), "report", aside=True)


def the_past(hit: Hit) -> Sense | None:
    """Read "in the past", where nothing follows that says how long."""
    ends = hit.behind() not in (KINDS["word"], KINDS["count"], KINDS["day"])
    return vague("PAST_REF") if hit.one("last") == "past" and ends else None


SETS: Final[tuple[Rule, ...]] = (
    rule("every (weekday|month|part|season|unit)", every),
    rule(f"every {QUANTITY}", every),
    rule("adverb", adverb),
    rule("reference", reference),
    rule("this", current),
    rule("the last", the_past),
)
