"""The grammar: what sequences of words are time expressions, and what each comes to."""

from typing import Final

from dateline.dates.rules.absolute import ABSOLUTE
from dateline.dates.rules.clocks import CLOCKS
from dateline.dates.rules.days import DAYS
from dateline.dates.rules.durations import DURATIONS
from dateline.dates.rules.eras import ERAS
from dateline.dates.rules.figures import FIGURES
from dateline.dates.rules.holidays import HOLIDAYS
from dateline.dates.rules.relative import RELATIVE
from dateline.dates.rules.rule import Rule
from dateline.dates.rules.sets import SETS
from dateline.dates.rules.units import UNITS
from dateline.dates.rules.years import YEARS

RULES: Final[tuple[Rule, ...]] = (
    *ABSOLUTE,
    *FIGURES,
    *HOLIDAYS,
    *YEARS,
    *ERAS,
    *DAYS,
    *RELATIVE,
    *UNITS,
    *DURATIONS,
    *CLOCKS,
    *SETS,
)

__all__ = ["RULES", "Rule"]
