"""Where a phrase points: a point or a shape, how exactly, and what else it may mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dateline.codebook import Level, distance_m, offset
from dateline.places.candidate import Candidate
from dateline.places.gazetteer import Gazetteer


@dataclass(frozen=True, slots=True)
class Located:
    """Where a phrase points, how exactly, and what else it may mean."""

    words: str
    name: str
    lat: float
    lon: float
    level: Level
    radius_m: int
    geometry: dict[str, Any]
    """GeoJSON: a polygon where the outline is known, a line between two, else a point."""
    why: str
    candidates: tuple[Candidate, ...]
    """The likeliest first; the answer rests on the first."""


def plain(words: str, found: Sequence[Candidate], gazetteer: Gazetteer) -> Located:
    """Return the likeliest place as it stands."""
    best = found[0]
    return Located(
        words=words,
        name=best.name,
        lat=best.lat,
        lon=best.lon,
        level=best.level,
        radius_m=best.radius_m,
        geometry=_shape(best, gazetteer),
        why=best.why,
        candidates=tuple(found),
    )


def moved(
    words: str, found: Sequence[Candidate], bearing: float, metres: int, doubt: int
) -> Located:
    """Return what lies so many metres from the likeliest place, `doubt` metres either way."""
    best = found[0]
    lat, lon = offset(best.lat, best.lon, bearing=bearing, metres=metres)
    return Located(
        words=words,
        name=words[:80],
        lat=lat,
        lon=lon,
        level="feature" if metres > 500 else best.level,
        radius_m=max(500, doubt),
        geometry=_dot(lat, lon),
        why=f"measured from {best.name}: {best.why}",
        candidates=tuple(found),
    )


def around(words: str, found: Sequence[Candidate], reach: int) -> Located:
    """Return the circle of so many metres around the likeliest place."""
    best = found[0]
    return Located(
        words=words,
        name=f"around {best.name}",
        lat=best.lat,
        lon=best.lon,
        level=best.level,
        radius_m=max(500, reach),
        geometry=_dot(best.lat, best.lon),
        why=f"measured from {best.name}: {best.why}",
        candidates=tuple(found),
    )


def line(words: str, a: Candidate, b: Candidate) -> Located:
    """Return the line between two places; its middle speaks, half its length is the radius."""
    length = distance_m(a.lat, a.lon, b.lat, b.lon)
    return Located(
        words=words,
        name=f"between {a.name} and {b.name}",
        lat=(a.lat + b.lat) / 2,
        lon=(a.lon + b.lon) / 2,
        level="feature",
        radius_m=max(1_000, round(length / 2)),
        geometry={"type": "LineString", "coordinates": [[a.lon, a.lat], [b.lon, b.lat]]},
        why=f"halfway of {length / 1000:.0f} km",
        candidates=(a, b),
    )


def _shape(candidate: Candidate, gazetteer: Gazetteer) -> dict[str, Any]:
    rings = gazetteer.outline(candidate.row)[1] if candidate.row else ()
    if rings:
        return {"type": "MultiPolygon", "coordinates": [[ring] for ring in rings]}
    return _dot(candidate.lat, candidate.lon)


def _dot(lat: float, lon: float) -> dict[str, Any]:
    return {"type": "Point", "coordinates": [round(lon, 6), round(lat, 6)]}
