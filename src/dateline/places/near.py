"""What lying near something counts: the town that a text is set in, the area that it names."""

from typing import Final

from dateline.codebook import distance_m

Point = tuple[float, float] | tuple[float, float, float]
"""Latitude and longitude, and the radius in metres of what lies there, where it is wide."""
FAR_M: Final = 150_000
"""A name that is not quite the same, or a learnt one, is another place when it lies farther."""
NEAR_M: Final = 60_000
NEARNESS: Final = 1.5
"""What lying right there counts; half of it 60 km away."""


def away_m(near: Point, lat: float, lon: float) -> float:
    """Return how far a point lies from what is near: nothing, within its radius."""
    radius = near[2] if len(near) == 3 else 0.0
    return max(0.0, distance_m(near[0], near[1], lat, lon) - radius)


def nearness(metres: float) -> float:
    """Return what lying so far away adds to a score."""
    return NEARNESS / (1 + metres / NEAR_M)
