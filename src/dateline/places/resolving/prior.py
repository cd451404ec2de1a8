"""How likely a place is meant when nothing but its name is known."""

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from dateline.codebook import Level
from dateline.places.candidate import Candidate
from dateline.places.names import plain

IN_A_TEXT: Final[Mapping[Level, float]] = MappingProxyType(
    {"country": 0.4, "region": 0.15, "governorate": 0.6, "feature": 0.3, "city": 0.05}
)
"""What counts more in a text than in a search: who names Texas means no village of the name."""
CAPITAL: Final = 0.3


def prior(candidate: Candidate) -> float:
    """Return how likely texts mean this place by this name, on the scale of a search's score."""
    return candidate.score + IN_A_TEXT.get(candidate.level, 0.0) + CAPITAL * is_seat(candidate)


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
