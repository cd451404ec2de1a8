"""What is known of a text before it is read: where its story is set, and what the desk learnt."""

from dataclasses import dataclass, field

from dateline.places.learnt import Learnt
from dateline.places.match import Point


@dataclass(frozen=True, slots=True)
class Context:
    """A column's country, its fronts, and the names that its desk has learnt. A bias, no filter."""

    country: str = ""
    """ISO 3166-1, two letters."""
    fronts: tuple[Point, ...] = ()
    learnt: Learnt = field(default_factory=Learnt)
