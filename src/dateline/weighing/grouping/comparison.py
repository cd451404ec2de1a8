"""How far two claims speak for one happening: a score, and the reasons that it is the sum of."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.weighing.grouping import parts
from dateline.weighing.grouping.part import Part
from dateline.weighing.grouping.signature import Signature
from dateline.weighing.grouping.weights import WEIGHTS


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two claims compared."""

    score: float
    """Natural log-odds that they are one happening: the prior and the weights of the parts."""
    parts: tuple[Part, ...]

    @property
    def reasons(self) -> tuple[str, ...]:
        """What speaks for it, in plain words, the heaviest first."""
        return tuple(part.words for part in self._by_weight() if part.weight > 0)

    @property
    def against(self) -> tuple[str, ...]:
        """What speaks against it, the heaviest first."""
        return tuple(part.words for part in reversed(self._by_weight()) if part.weight < 0)

    def _by_weight(self) -> list[Part]:
        return sorted(self.parts, key=lambda part: -part.weight)


def compare(one: Signature, other: Signature) -> Comparison:
    """Compare two claims part by part; which is first makes no difference to the score."""
    found = tuple(_parts(one, other))
    return Comparison(WEIGHTS["prior"] + sum(part.weight for part in found), found)


def _parts(one: Signature, other: Signature) -> Iterator[Part]:
    for compared in parts.ALL:
        yield from compared(one, other)
