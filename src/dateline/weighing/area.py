"""Where an incident happened, as an area, and how much of that the public may see."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import ceil, cos, radians
from statistics import median
from typing import Final

from dateline.codebook import EARTH_RADIUS_M, LEVELS, Level, Place, distance_m
from dateline.places.levels import LEVEL_RADIUS
from dateline.weighing.testimony import Testimony

NEARLY: Final = 2.0
"""Places at most so many times as wide as the finest are as fine."""
POINTS: Final = ("exact", "building", "neighbourhood")
"""Levels whose very middle tells more than the settlement that they lie in."""


@dataclass(frozen=True)
class Area:
    """A circle: never a bare dot."""

    lat: float
    lon: float
    """WGS 84, decimal degrees."""
    radius_m: int
    level: Level
    """Of the finest place in it."""
    name: str
    """"" where nothing that may be shown names it."""
    within: tuple[str, ...] = ()
    """Areas around it, from the nearest outwards."""
    disputed: bool = False
    """Whether claims place it apart; the circle then holds what each of the finest says."""
    spot: bool = False
    """Whether a place in it tells more than its settlement: the middle, and how wide, tell too."""


def area(testimonies: Iterable[Testimony]) -> Area | None:
    """Return the area of an incident: around the median of its finest places, covering each.

    Wider places that hold it say nothing against it. However often a place is named, it is one.
    """
    places = _distinct(one.claim.place for one in testimonies if one.counts)
    if not places:
        return None
    limit = min(one.radius_m for one in places) * NEARLY
    finest = [one for one in places if one.radius_m <= limit]
    lat, lon = _middle(finest)
    covering = max(distance_m(lat, lon, one.lat, one.lon) + one.radius_m for one in finest)
    named = min(finest, key=lambda one: (*_rank(one), distance_m(lat, lon, one.lat, one.lon)))
    return Area(
        lat=round(lat, 6),
        lon=round(lon, 6),
        radius_m=round(covering),
        level=named.level,
        name=named.name,
        within=named.admin,
        disputed=any(_apart(one, named) for one in places),
        spot=_is_spot(named),
    )


def _rank(one: Place) -> tuple[bool, int]:
    return not _is_spot(one), LEVELS.index(one.level)


def _is_spot(one: Place) -> bool:
    """Tell whether its middle tells more than its settlement: "3 km north of the town" does."""
    small = one.level == "feature" and one.radius_m < LEVEL_RADIUS["town"]
    return small or one.level in POINTS


def _distinct(places: Iterable[Place | None]) -> list[Place]:
    """Return each place once, in a fixed order, a circle without width widened to its level's."""
    known: dict[tuple[float, float, int], Place] = {}
    for one in places:
        if one is not None:
            wide = replace(one, radius_m=one.radius_m or LEVEL_RADIUS[one.level], words="", at=None)
            key = (wide.lat, wide.lon, wide.radius_m)
            known[key] = min(wide, known.get(key, wide), key=lambda it: (it.name, it.gazetteer))
    return [one for _, one in sorted(known.items())]


def _middle(places: Sequence[Place]) -> tuple[float, float]:
    """Return the median latitude and longitude, the latter counted from one of them: 180° turns."""
    first = places[0].lon
    east = median((one.lon - first + 540) % 360 - 180 for one in places)
    return median(one.lat for one in places), (first + east + 540) % 360 - 180


def _apart(one: Place, other: Place) -> bool:
    return distance_m(one.lat, one.lon, other.lat, other.lon) > one.radius_m + other.radius_m


def public_area(found: Area, *, level: Level = "town", named: Place | None = None) -> Area:
    """Return the area as the public may see it: no finer than `level`.

    `named` is the settlement that it lies in, by the gazetteer; its circle is then shown. Without
    it the middle moves to a grid as wide as the level, and what is finer loses its name: the middle
    of a circle around a shelter would be the shelter, and that between it and a town that is known
    would lead there. How wide it is tells no more than whole steps of the level.
    """
    least = LEVEL_RADIUS[level]
    if not found.spot and LEVELS.index(found.level) >= LEVELS.index(level):
        return found
    if named is not None:
        away = distance_m(found.lat, found.lon, named.lat, named.lon) + found.radius_m
        covering = max(least, named.radius_m, ceil(away / least) * least if found.disputed else 0)
        return Area(named.lat, named.lon, covering, level, named.name, named.admin, found.disputed)
    if not found.spot:
        return replace(found, radius_m=max(least, found.radius_m), level=level)
    lat, lon = _on_grid(found.lat, found.lon, least)
    covering = 2 * least * max(1, ceil(found.radius_m / least))
    return Area(lat, lon, covering, level, "", found.within, found.disputed)


def _on_grid(lat: float, lon: float, step_m: int) -> tuple[float, float]:
    """Return the nearest corner of a grid with this step: off by at most 0.71 of it."""
    degree = radians(1) * EARTH_RADIUS_M
    down = round(lat * degree / step_m) * step_m / degree
    wide = step_m / degree / max(0.01, cos(radians(down)))
    east = (round(lon / wide) * wide + 540) % 360 - 180
    return round(max(-90.0, min(90.0, down)), 6), round(east, 6)
