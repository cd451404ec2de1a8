"""Where two claims lie, by their circles."""

from collections.abc import Iterator
from typing import Final

from dateline.codebook import distance_m
from dateline.weighing.grouping.blocking import FIRM_M, VAGUE_M
from dateline.weighing.grouping.part import Part
from dateline.weighing.grouping.signature import Signature

SPOT_M: Final = 250
NEAR_M: Final = 5_000


def place(one: Signature, other: Signature) -> Iterator[Part]:
    """Compare two circles; a vague one tells little of what lies in it, much of what does not."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return
    if max(one.radius_m, other.radius_m) > VAGUE_M:
        return
    away = distance_m(one.lat, one.lon, other.lat, other.lon)
    yield _vague(one, other, away) if _is_vague(one, other) else _firm(one, other, away)


def _is_vague(one: Signature, other: Signature) -> bool:
    return max(one.radius_m, other.radius_m) > FIRM_M


def _vague(one: Signature, other: Signature, away: float) -> Part:
    beyond = away - max(one.radius_m, other.radius_m)
    if beyond <= 0:
        return Part("place.within", "one lies in the area of the other")
    if beyond <= max(one.radius_m, other.radius_m):
        return Part("place.around", f"{_km(away)} apart, one of them vague")
    return Part("place.far", f"another area: {_km(away)} apart")


def _firm(one: Signature, other: Signature, away: float) -> Part:
    reach = one.radius_m + other.radius_m
    if away <= SPOT_M and reach <= 2 * SPOT_M:
        return Part("place.spot", "same spot")
    if away <= max(one.radius_m, other.radius_m, SPOT_M):
        return Part("place.inside", f"{_km(away)} apart")
    if away <= max(reach, SPOT_M):
        return Part("place.edge", f"{_km(away)} apart")
    level = "place.near" if away <= reach + NEAR_M else "place.far"
    return Part(level, f"another place: {_km(away)} apart")


def _km(metres: float) -> str:
    return f"{round(metres, -1):.0f} m" if metres < 1_000 else f"{metres / 1_000:.0f} km"
