"""The vocabulary that every room speaks: values, levels, and distance on the sphere."""

from dateline.codebook.place import LEVELS, Level, Place
from dateline.codebook.sphere import EARTH_RADIUS_M, distance_m, offset
from dateline.codebook.when import Basis, When

__all__ = [
    "EARTH_RADIUS_M",
    "LEVELS",
    "Basis",
    "Level",
    "Place",
    "When",
    "distance_m",
    "offset",
]
