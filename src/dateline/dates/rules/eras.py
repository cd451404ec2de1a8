"""Years and centuries before Christ and after: "323 BC", "AD 79", "the fifth century B.C."."""

from typing import Final

from dateline.dates import period
from dateline.dates.hit import Hit
from dateline.dates.kinds import KINDS
from dateline.dates.rules.rule import Rule, rule
from dateline.dates.sense import Sense, dated

ERA: Final = KINDS["era"]
LAST: Final = 9999


def year_of_era(hit: Hit) -> Sense | None:
    """Read "323 BC" and "AD 79"."""
    number = hit.one("year", "big", "day")
    if not _capitals(hit) or not isinstance(number, int) or not 1 <= number <= LAST:
        return None
    before = hit.one("era") == "bc"
    return dated(period.year_before_christ(number) if before else period.year(number), "text")


def century_of_era(hit: Hit) -> Sense | None:
    """Read "the fifth century BC"."""
    number = hit.one("ordinal")
    if hit.one("unit") != "century" or not _capitals(hit) or not 1 <= number <= 30:
        return None
    before = hit.one("era") == "bc"
    return dated(period.century_before_christ(number) if before else period.century(number), "text")


def _capitals(hit: Hit) -> bool:
    """Whether the era is one, and not an "ad" beside a number."""
    return hit.word(hit.kinds.index(ERA)).isupper()


ERAS: Final[tuple[Rule, ...]] = (
    rule("the? unit? (year|big|day) era", year_of_era),
    rule("era (year|big|day)", year_of_era),
    rule("the? ordinal dash? unit era", century_of_era),
)
