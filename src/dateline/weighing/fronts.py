"""Fronts: the named areas that a summary is organised by, and which of them holds an incident."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.weighing.area import Area

Ring = Sequence[Sequence[float]]
"""Corners of an outline as (longitude, latitude), the last joined to the first."""

NOWHERE: Final = frozenset({"country", "region"})
"""Levels too wide to lie in a front, unless the front names that very area."""


@dataclass(frozen=True)
class Front:
    """A named area: by the names of admin areas, by drawn outlines, or by both."""

    id: str
    name: str
    areas: tuple[str, ...] = ()
    rings: tuple[Ring, ...] = ()


def front_of(area: Area | None, fronts: Iterable[Front]) -> Front | None:
    """Return the first front, in the order given, that holds an incident's area.

    A drawn outline holds what has its middle inside; a named area what is it or lies within it.
    """
    if area is None:
        return None
    return next((front for front in fronts if _holds(front, area)), None)


def _holds(front: Front, area: Area) -> bool:
    named = {_folded(name) for name in front.areas}
    if named & {_folded(name) for name in (area.name, *area.within) if name}:
        return True
    if area.level in NOWHERE:
        return False
    return any(inside(area.lon, area.lat, ring) for ring in front.rings)


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def inside(lon: float, lat: float, ring: Ring) -> bool:
    """Tell whether a point lies inside an outline, by the even-odd rule; degrees, no pole in it.

    An outline over the 180th meridian is unrolled from its first corner.
    """
    first = ring[0][0]
    corners = [(_unrolled(one[0], first), one[1]) for one in ring]
    east = _unrolled(lon, first)
    crossings = (
        _crosses(east, lat, one, other)
        for one, other in zip(corners, [*corners[1:], corners[0]], strict=True)
    )
    return sum(crossings) % 2 == 1


def _unrolled(lon: float, first: float) -> float:
    return first + (lon - first + 540) % 360 - 180


def _crosses(lon: float, lat: float, one: tuple[float, float], other: tuple[float, float]) -> bool:
    if (one[1] > lat) == (other[1] > lat):
        return False
    at = one[0] + (lat - one[1]) / (other[1] - one[1]) * (other[0] - one[0])
    return lon < at
