"""A toll: an interval of people or things, and the words that say it."""

from dataclasses import dataclass
from typing import Final, Literal

Category = Literal[
    "killed",
    "injured",
    "missing",
    "detained",
    "abducted",
    "displaced",
    "returned",
    "sorties",
    "strikes",
    "objects_hit",
    "vehicles",
    "aircraft",
    "buildings",
    "settlements",
]
CATEGORIES: Final[tuple[Category, ...]] = (
    *("killed", "injured", "missing", "detained", "abducted", "displaced", "returned"),
    *("sorties", "strikes", "objects_hit", "vehicles", "aircraft", "buildings", "settlements"),
)
Group = Literal[
    "civilian",
    "combatant",
    "child",
    "woman",
    "man",
    "rescuer",
    "medical",
    "journalist",
    "official",
    "commander",
    "unknown",
]
GROUPS: Final[tuple[Group, ...]] = (
    *("civilian", "combatant", "child", "woman", "man", "rescuer", "medical"),
    *("journalist", "official", "commander", "unknown"),
)


@dataclass(frozen=True)
class Toll:
    """How many. `low` and `high` are inclusive; None is unbounded."""

    category: Category
    groups: tuple[Group, ...]
    """Several may hold; ("unknown",) where the words do not say."""
    low: int | None
    high: int | None
    words: str
    at: tuple[int, int]
    approximate: bool = False
    cumulative: bool = False
    """Whether it counts a period up to `as_of`, not one happening."""
    as_of: str | None = None
    """EDTF."""
