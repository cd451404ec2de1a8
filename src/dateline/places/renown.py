"""How well a place is known: what of two places of one name the text more likely means."""

from math import log10
from typing import Final

from dateline.codebook import Level

AREAS: Final[dict[Level, float]] = {
    **{"country": 1.2, "region": 0.75, "governorate": 0.3, "district": 0.05},
}
"""A country and a region go before any town of the name: "Mexico" is not its capital."""
SETTLED: Final[dict[Level, float]] = {"city": 0.15, "town": 0.1, "village": 0.08}
"""A text that names a place means the town, not the district named for it."""
WIDE: Final = frozenset({"country", "region", "governorate"})
KNOWN: Final = 15_000
"""Inhabitants of a town that is known beyond its country."""


def renown(level: Level, population: int) -> float:
    """Return how well a place is known, from 0 (nobody counted it) to 1 (a large city)."""
    return log10(population + 1) / 10 + AREAS.get(level, SETTLED.get(level, 0.0))


def is_known(level: Level, population: int) -> bool:
    """Tell whether a place is known the world over: a wide area, or a town of some size."""
    return population >= KNOWN or level in WIDE
