"""What a search finds: a place, how its name matched, and why it stands where it stands."""

from dataclasses import dataclass, field
from typing import Literal

from dateline.codebook import Level, Place

How = Literal["exact", "folded", "learnt", "transliterated", "similar"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place that a name may mean."""

    id: str
    """Such as "geonames:170017"."""
    name: str
    """As the gazetteer calls it."""
    matched: str
    """The name of it that matched."""
    how: How
    similarity: float
    """1 where the spelling is the same but for habits; less the farther the name is off."""
    lat: float
    lon: float
    level: Level
    radius_m: int
    kind: str = ""
    country: str = ""
    admin: tuple[str, ...] = ()
    """From the nearest area outwards, the country last."""
    population: int = 0
    source: str = ""
    score: float = 0.0
    """What the order rests on; comparable within one search only."""
    why: str = ""
    row: int = field(default=0, repr=False, compare=False)

    def place(self, words: str) -> Place:
        """Return it as every room speaks of places."""
        return Place(
            words=words,
            name=self.name,
            lat=self.lat,
            lon=self.lon,
            level=self.level,
            radius_m=self.radius_m,
            gazetteer=self.id,
            admin=self.admin,
            country=self.country,
        )
