"""Where something is said to have happened, and how exactly."""

from dataclasses import dataclass
from typing import Final, Literal

Level = Literal[
    "exact",
    "building",
    "neighbourhood",
    "village",
    "town",
    "city",
    "district",
    "governorate",
    "feature",
    "country",
    "region",
]

LEVELS: Final[tuple[Level, ...]] = (
    *("exact", "building", "neighbourhood", "village", "town", "city"),
    *("district", "governorate", "feature", "country", "region"),
)
"""From the finest to the widest; a feature (mountain, plain, airbase) has a width of its own."""


@dataclass(frozen=True)
class Place:
    """A place as it was resolved. It is never a bare dot: `radius_m` says how far off it may be."""

    words: str
    """As the text has it."""
    name: str
    lat: float
    lon: float
    """WGS 84, decimal degrees."""
    level: Level
    radius_m: int
    gazetteer: str
    """The entry that it rests on, such as "geonames:170017" or "cod-ab:SY0702"."""
    admin: tuple[str, ...] = ()
    """From the nearest area outwards: ("Idlib", "Syria")."""
    country: str = ""
    """ISO 3166-1, two letters."""
    at: tuple[int, int] | None = None
    """Where the words stand, in code points of the report's text."""
