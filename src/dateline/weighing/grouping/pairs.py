"""The pairs of claims that share a block, each compared once."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from dateline.weighing.grouping.blocking import asked, keys
from dateline.weighing.grouping.comparison import compare
from dateline.weighing.grouping.signature import Signature

MOST: Final = 60
"""Claims of a block that one is compared with. In a greater block, those beside it in an order
that puts like ones together (the sorted neighbourhood of Hernández and Stolfo 1995)."""
Order = tuple[float, float, float, str]


class Blocks:
    """Claims by their keys."""

    def __init__(self, claims: Sequence[Signature]) -> None:
        self.by_key: dict[str, list[tuple[Order, Signature]]] = {}
        for order, claim in sorted((_order(claim), claim) for claim in claims):
            for key in keys(claim):
                self.by_key.setdefault(key, []).append((order, claim))

    def partners(self, claim: Signature) -> dict[str, Signature]:
        """Return the claims that share a key with one, by their ids."""
        found = (each for key in asked(claim) for each in self._beside(claim, key))
        return {each.id: each for each in found if each.id != claim.id}

    def _beside(self, claim: Signature, key: str) -> Iterator[Signature]:
        block = self.by_key.get(key, [])
        if len(block) > MOST:
            at = bisect_left(block, _order(claim), key=lambda each: each[0])
            start = max(0, min(at - MOST // 2, len(block) - MOST))
            block = block[start : start + MOST]
        return (each for _, each in block)


def scored(claims: Sequence[Signature]) -> dict[tuple[str, str], float]:
    """Return the score of every pair that shares a block, by its ids, the lesser first."""
    blocks = Blocks(claims)
    found: dict[tuple[str, str], float] = {}
    for claim in claims:
        for partner in blocks.partners(claim).values():
            one, other = sorted((claim, partner), key=lambda each: each.id)
            if (one.id, other.id) not in found:
                found[one.id, other.id] = compare(one, other).score
    return found


def _order(claim: Signature) -> Order:
    toll = max((float(low or high or 0) for _, low, high in claim.tolls), default=-1.0)
    return toll, claim.lat or 0.0, claim.lon or 0.0, claim.id
