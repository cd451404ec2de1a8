"""Distance and bearing on the sphere."""

from math import asin, atan2, cos, degrees, radians, sin, sqrt
from typing import Final

EARTH_RADIUS_M: Final = 6_371_008.8
"""Mean radius of the WGS 84 ellipsoid (IUGG)."""


def distance_m(lat: float, lon: float, to_lat: float, to_lon: float) -> float:
    """Return the great-circle distance in metres (haversine; Sinnott 1984)."""
    a, b, c, d = map(radians, (lat, lon, to_lat, to_lon))
    half = sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2
    return 2 * EARTH_RADIUS_M * asin(min(1.0, sqrt(half)))


def offset(lat: float, lon: float, *, bearing: float, metres: float) -> tuple[float, float]:
    """Return the point `metres` away along a bearing in degrees from north."""
    a, b, turn, arc = radians(lat), radians(lon), radians(bearing), metres / EARTH_RADIUS_M
    there = asin(sin(a) * cos(arc) + cos(a) * sin(arc) * cos(turn))
    east = atan2(sin(turn) * sin(arc) * cos(a), cos(arc) - sin(a) * sin(there))
    return degrees(there), (degrees(b + east) + 540) % 360 - 180
