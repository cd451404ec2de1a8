"""The vocabulary that every room speaks: claims, levels, and distance on the sphere."""

from dateline.codebook.claim import (
    HEDGES,
    KINDS,
    Actor,
    At,
    Claim,
    Hedge,
    HedgeClass,
    Kind,
    Speaker,
    Target,
)
from dateline.codebook.place import LEVELS, Level, Place
from dateline.codebook.sphere import EARTH_RADIUS_M, distance_m, offset
from dateline.codebook.toll import CATEGORIES, GROUPS, Category, Group, Toll
from dateline.codebook.when import Basis, When

__all__ = [
    "CATEGORIES",
    "EARTH_RADIUS_M",
    "GROUPS",
    "HEDGES",
    "KINDS",
    "LEVELS",
    "Actor",
    "At",
    "Basis",
    "Category",
    "Claim",
    "Group",
    "Hedge",
    "HedgeClass",
    "Kind",
    "Level",
    "Place",
    "Speaker",
    "Target",
    "Toll",
    "When",
    "distance_m",
    "offset",
]
