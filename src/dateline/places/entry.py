"""One place as a source tells it, whatever the source."""

from dataclasses import dataclass, field
from typing import Final

from dateline.codebook import Level

Box = tuple[float, float, float, float]
"""West, south, east, north."""
Ring = tuple[tuple[float, float], ...]
"""Longitude and latitude, as GeoJSON has them."""
MOST_PEOPLE: Final = 10_000_000_000


@dataclass(frozen=True, slots=True)
class Entry:
    """A place with its names. Two entries of one id are one place: the later source speaks.

    Raises ValueError where it lies nowhere on earth, or more people live in it than there are.
    """

    id: str
    """The source's own, such as "geonames:170017" or "cod-ab:SY0702"."""
    name: str
    lat: float
    lon: float
    level: Level
    radius_m: int
    names: tuple[str, ...] = ()
    """Other names in any script."""
    kind: str = ""
    """What a feature is: "airfield", "mountain", "river"; empty for settlements and areas."""
    country: str = ""
    """ISO 3166-1, two letters."""
    code: str = ""
    """What entries inside it name as their `parent`: "SY.12" or "SY0702"."""
    parent: str = ""
    admin: tuple[str, ...] = ()
    """Names of what it lies in, from the nearest outwards, where the source gives no codes."""
    population: int = 0
    source: str = ""
    box: Box | None = None
    outline: tuple[Ring, ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        """Refuse what no source may tell: one such row would break the build of all."""
        on_earth(self.lat, self.lon)
        if not 0 <= self.population <= MOST_PEOPLE:
            raise ValueError(f"no such population: {self.population}")


def on_earth(lat: float, lon: float) -> None:
    """Raise ValueError for a point that is none; NaN is none."""
    if not (abs(lat) <= 90 and abs(lon) <= 180):
        raise ValueError(f"no such point: {lat}, {lon}")


class BadSource(ValueError):  # noqa: N818  (a verdict, as `Refused` is)
    """A file that is not what it says it is; the message says what is wrong and where."""
