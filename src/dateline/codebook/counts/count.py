"""A count as the words say it, and what it counts."""

from dataclasses import dataclass
from typing import Final, Literal

Unit = Literal[
    "",
    "people",
    "money",
    "percent",
    "distance",
    "measure",
    "duration",
    "age",
    "date",
    "time",
    "ordinal",
    "name",
    "place",
    "phone",
    "score",
]
"""What a figure belongs to; "" where the words say neither people nor anything below."""
COUNTED: Final[frozenset[Unit]] = frozenset(("", "people"))
"""The units that a toll may rest on: people, and things counted one by one."""


@dataclass(frozen=True, slots=True)
class Count:
    """A figure in a text. `low` and `high` are inclusive; None is unbounded, or no whole number."""

    start: int
    end: int
    """In code points of the text."""
    words: str
    """The figure with the words that bound it: "at least 12"."""
    low: int | None
    high: int | None
    approximate: bool = False
    unit: Unit = ""

    @property
    def counted(self) -> bool:
        """Whether it counts people or things, and is no date, distance, sum or name."""
        return self.unit in COUNTED and (self.low is not None or self.high is not None)
