"""A claim that names a place without a point lies where others of that name lie."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from statistics import median
from typing import Final

from dateline.weighing.grouping.naming import name_key, name_parts
from dateline.weighing.grouping.signature import Signature

UNKNOWN_M: Final = 10_000.0
"""How far off that may be where the claim does not say: a town's name may mean its surroundings."""
Point = tuple[float, float]


def lying(claims: Iterable[Signature]) -> list[Signature]:
    """Return the claims; one without a point gets the middle of its namesakes, if any."""
    every = list(claims)
    known = _middles(every)
    return [_placed(claim, known) if claim.lat is None else claim for claim in every]


def _middles(claims: Iterable[Signature]) -> Mapping[str, Point]:
    found: dict[str, list[Point]] = defaultdict(list)
    for claim in claims:
        if claim.lat is not None and claim.lon is not None:
            for key in _keys(claim):
                found[key].append((claim.lat, claim.lon))
    return {
        key: (median(lat for lat, _ in points), median(lon for _, lon in points))
        for key, points in found.items()
    }


def _keys(claim: Signature) -> set[str]:
    """Return the keys of its names, of their parts ("Jobar, Damascus") and of its areas."""
    return {part for name in (*claim.names, *claim.admin) for part in name_parts(name)}


def _placed(claim: Signature, known: Mapping[str, Point]) -> Signature:
    for name in claim.names:
        if point := known.get(name_key(name)):
            radius = max(claim.radius_m, UNKNOWN_M)
            return replace(claim, lat=point[0], lon=point[1], radius_m=radius)
    return claim
