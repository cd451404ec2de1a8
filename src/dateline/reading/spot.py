"""A place that a text names, where it stands."""

from dataclasses import dataclass
from typing import Final

from dateline.codebook import At, Place

COARSE: Final = frozenset({"country", "region"})


@dataclass(frozen=True)
class Spot:
    """A place that the text names as a place, not as a speaker or a people."""

    at: At
    place: Place
    told: bool
    """Whether a word such as "in" leads to it."""

    @property
    def is_fine(self) -> bool:
        """Whether it was led to, and is no whole country."""
        return self.told and self.place.level not in COARSE
