"""Outlines of areas: their middle, fewer points, and whether a point lies inside."""

from collections.abc import Sequence
from typing import Final

from dateline.places.entry import Ring

TOLERANCE: Final = 0.002
"""Degrees, about 200 m: finer than any text says where an area ends."""


def middle(rings: Sequence[Ring]) -> tuple[float, float]:
    """Return latitude and longitude of the centre of the widest ring."""
    widest = max(rings, key=lambda ring: abs(_area(ring)))
    area = _area(widest)
    if abs(area) < 1e-12:
        return widest[0][1], widest[0][0]
    x = y = 0.0
    for (x0, y0), (x1, y1) in zip(widest, (*widest[1:], widest[0]), strict=True):
        cross = x0 * y1 - x1 * y0
        x, y = x + (x0 + x1) * cross, y + (y0 + y1) * cross
    return y / (6 * area), x / (6 * area)


def _area(ring: Ring) -> float:
    pairs = zip(ring, (*ring[1:], ring[0]), strict=True)
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs) / 2


def simplified(ring: Ring, tolerance: float = TOLERANCE) -> Ring:
    """Return the ring without points that change nothing (Douglas and Peucker 1973)."""
    if len(ring) < 5:
        return _rounded(ring)
    keep = {0, len(ring) // 2, len(ring) - 1}
    open_ = [(0, len(ring) // 2), (len(ring) // 2, len(ring) - 1)]
    while open_:
        start, end = open_.pop()
        far, worst = _farthest(ring, start, end)
        if worst > tolerance:
            keep.add(far)
            open_ += [(start, far), (far, end)]
    return _rounded(tuple(ring[n] for n in sorted(keep)))


def _farthest(ring: Ring, start: int, end: int) -> tuple[int, float]:
    (x0, y0), (x1, y1) = ring[start], ring[end]
    length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
    far, worst = start, 0.0
    for n in range(start + 1, end):
        x, y = ring[n]
        if length:
            off = abs((x1 - x0) * (y0 - y) - (x0 - x) * (y1 - y0)) / length
        else:
            off = ((x - x0) ** 2 + (y - y0) ** 2) ** 0.5
        if off > worst:
            far, worst = n, off
    return far, worst


def _rounded(ring: Ring) -> Ring:
    return tuple((round(x, 4), round(y, 4)) for x, y in ring)


def holds(rings: Sequence[Ring], lat: float, lon: float) -> bool:
    """Tell whether a point lies inside; a hole is a second ring around it."""
    inside = False
    for ring in rings:
        for (x0, y0), (x1, y1) in zip(ring, (*ring[1:], ring[0]), strict=True):
            if (y0 > lat) != (y1 > lat) and lon < (x1 - x0) * (lat - y0) / (y1 - y0) + x0:
                inside = not inside
    return inside
