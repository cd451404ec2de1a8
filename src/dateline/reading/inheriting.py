"""Where and when of a claim whose own clause names neither: those of the story so far."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from dateline.codebook import Claim, Kind, Place, When

PLACED: Final[tuple[Kind, ...]] = (
    *("event", "situation", "toll", "responsibility", "denial"),
    *("assessment", "forecast"),
)
MOVING: Final[tuple[Kind, ...]] = ("event", "situation", "toll")
"""Kinds whose place is where the story then is."""
DATED: Final[tuple[Kind, ...]] = ("event", "responsibility", "denial")
WIDE: Final = frozenset({"country", "region"})


def inherited(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Give the claims of one entry in order, each with the last place and time told before it.

    What is said of a whole country does not move the story there; speech happens where nobody says.
    """
    place: Place | None = None
    when: When | None = None
    for claim in claims:
        if claim.place is None and claim.kind in PLACED:
            claim = replace(claim, place=place)
        if claim.when is None and claim.kind in DATED:
            claim = replace(claim, when=when)
        yield claim
        if claim.place and claim.kind in MOVING and claim.place.level not in WIDE:
            place = claim.place
        if claim.when and claim.kind in DATED:
            when = claim.when
