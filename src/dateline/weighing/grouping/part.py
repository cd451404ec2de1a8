"""One part of a comparison: how it came out, what that counts, and the reason in plain words."""

from dataclasses import dataclass

from dateline.weighing.grouping.weights import WEIGHTS


@dataclass(frozen=True, slots=True)
class Part:
    """A part that both claims speak of."""

    level: str
    """A key of `WEIGHTS`."""
    words: str

    @property
    def weight(self) -> float:
        """Natural log-odds."""
        return WEIGHTS[self.level]
