"""Feasts by their names: "Easter 2014", "on Christmas Eve", "last Thanksgiving"."""

from typing import Final

from dateline.dates import period
from dateline.dates.hit import Hit
from dateline.dates.kinds import KINDS
from dateline.dates.rules.absolute import YEAR, said_year, whole_year
from dateline.dates.rules.rule import Rule, rule
from dateline.dates.sense import Sense, dated


def holiday(hit: Hit) -> Sense | None:
    """Read "Easter 2014", "on Christmas Eve"."""
    feast, year = hit.one("holiday"), said_year(hit)
    if not whole_year(hit) or _place(hit):
        return None
    if year is not None:
        return dated(period.day(feast.on(year)) if year <= 9999 else period.year(year), "text")
    found = hit.scene.feast(feast, hit.direction)
    return dated(found, "report") if found else None


def _place(hit: Hit) -> bool:
    """Whether a name goes on behind it: "Easter Island"."""
    return hit.behind() == KINDS["word"] and hit.word(hit.end - hit.start)[0].isupper()


def holiday_beside(hit: Hit) -> Sense | None:
    """Read "last Christmas", "next Easter", "this Thanksgiving"."""
    feast, today = hit.one("holiday"), hit.scene.today
    year = today.year
    if hit.has("last"):
        year -= feast.on(year) >= today
    elif hit.has("next"):
        year += feast.on(year) <= today
    return dated(period.day(feast.on(year)), "report")


HOLIDAYS: Final[tuple[Rule, ...]] = (
    rule(f"holiday {YEAR}?", holiday),
    rule("the? (last|next|this) holiday", holiday_beside),
)
