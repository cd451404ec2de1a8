"""How likely a place is meant when nothing but its name is known."""

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from math import log10
from types import MappingProxyType
from typing import Final

from dateline.codebook import Level
from dateline.places.candidate import Candidate
from dateline.places.names import plain
from dateline.places.weighing import is_own_name

WEIGHT: Final[Mapping[Level, float]] = {
    **{"country": 1.6, "region": 0.9, "governorate": 0.9, "feature": 0.3, "city": 0.2},
    **{"town": 0.1, "district": 0.1, "village": 0.0},
}
KNOWN: Final = 0.1
"""For each power of ten of its inhabitants."""
CAPITAL: Final = 0.3
OWN_NAME: Final = 0.15
"""For the gazetteer's own name, against its other names; "New York" is New York City's own."""
MISSPELT: Final = 8.0


def prior(candidate: Candidate) -> float:
    """Return the logarithm, up to a constant, of how often texts mean this place by this name."""
    return (
        WEIGHT.get(candidate.level, 0.0)
        + KNOWN * log10(candidate.population + 1)
        + CAPITAL * is_seat(candidate)
        + OWN_NAME * is_own_name(candidate.matched, candidate.name)
        - MISSPELT * (1 - candidate.similarity)
    )


def is_seat(candidate: Candidate) -> bool:
    """Tell whether a candidate is the town that a government sits in."""
    settled = candidate.level in ("city", "town", "village")
    return settled and is_capital(candidate.name, candidate.country)


def is_capital(name: str, country: str) -> bool:
    """Tell whether a name is that of a seat of government of the country."""
    return country in _seats().get(plain(name), ())


@lru_cache(maxsize=1)
def _seats() -> Mapping[str, tuple[str, ...]]:
    text = (files("dateline.places") / "data" / "capitals.csv").read_text(encoding="utf-8")
    found: dict[str, tuple[str, ...]] = {}
    for line in text.splitlines()[1:]:
        country, _, name = line.partition(",")
        found[plain(name)] = (*found.get(plain(name), ()), country)
    return MappingProxyType(found)
