"""Agglomerative clustering by average linkage, of items of which few pairs are compared.

UPGMA (Sokal and Michener 1958) on similarities, stopped at a threshold. One likely pair does not
chain two clusters: the mean over all pairs between them counts, those not compared as unlike.
"""

from collections.abc import Mapping
from heapq import heapify, heappop, heappush
from typing import Final

UNLIKE: Final = -8.0
"""The score of a pair that shares no block."""
Pair = tuple[str, str]


def merged(scores: Mapping[Pair, float], threshold: float) -> list[list[str]]:
    """Return the clusters of more than one, merged while their mean is above a threshold."""
    clusters = Clusters(scores)
    clusters.merge(threshold)
    return [members for members in clusters.members.values() if len(members) > 1]


class Clusters:
    """Clusters, merged from the likeliest pair on. Ties go by the ids, never by the order."""

    def __init__(self, scores: Mapping[Pair, float]) -> None:
        self.members: dict[str, list[str]] = {}
        self.between: dict[str, dict[str, float]] = {}
        """Of two clusters that have compared pairs: the sum of their scores above `UNLIKE`."""
        self.heap: list[tuple[float, str, str]] = []
        for (one, other), score in scores.items():
            self._put(one, other, score - UNLIKE)
        heapify(self.heap)

    def _put(self, one: str, other: str, above: float) -> None:
        for each, to in ((one, other), (other, one)):
            self.members.setdefault(each, [each])
            self.between.setdefault(each, {})[to] = above
        first, second = sorted((one, other))
        self.heap.append((-self._mean(first, second), first, second))

    def _mean(self, one: str, other: str) -> float:
        pairs = len(self.members[one]) * len(self.members[other])
        return UNLIKE + self.between[one][other] / pairs

    def merge(self, threshold: float) -> None:
        """Merge, the likeliest two first, until none are above the threshold."""
        while self.heap and -self.heap[0][0] > threshold:
            told, one, other = heappop(self.heap)
            if self._stands(told, one, other):
                self._merge(one, other)

    def _stands(self, told: float, one: str, other: str) -> bool:
        """Whether an entry of the heap is no older than the clusters that it names."""
        return other in self.between.get(one, {}) and -told == self._mean(one, other)

    def _merge(self, one: str, other: str) -> None:
        self.members[one] += self.members.pop(other)
        theirs = self.between.pop(other)
        ours = self.between[one]
        for third, above in theirs.items():
            del self.between[third][other]
            if third != one:
                ours[third] = self.between[third][one] = ours.get(third, 0.0) + above
        for third in ours:
            first, second = sorted((one, third))
            heappush(self.heap, (-self._mean(first, second), first, second))
