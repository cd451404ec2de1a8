"""Where and when of a claim whose own clause names neither: those of the story so far."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Final

from dateline.codebook import Claim, Kind, Place, When
from dateline.reading.unplaced import is_at_large, is_elsewhere, is_recalled

PLACED: Final[tuple[Kind, ...]] = (
    *("event", "situation", "toll", "responsibility", "denial"),
    *("assessment", "forecast"),
)
MOVING: Final[tuple[Kind, ...]] = ("event", "toll")
"""Kinds whose place is where the story then is."""
DATED: Final[tuple[Kind, ...]] = ("event", "responsibility", "denial")
WIDE: Final = frozenset({"country", "region"})


def inherited(
    claims: Iterable[Claim], whose: Callable[[Claim], object] = lambda _: None
) -> Iterator[Claim]:
    """Give the claims of one entry in order, each with the last place and time told before it.

    What is said of a whole country does not move the story there; speech happens where nobody says.
    Nothing is inherited by the figures of a whole war, by a denial of such deeds at large, by what
    an earlier report is recalled for, nor a place by a claim that names one which nobody knows. A
    time is handed on among the words of one owner alone (`whose`): a quoted page has days of its
    own.
    """
    place: Place | None = None
    times: dict[object, When] = {}
    for claim in claims:
        owner = whose(claim)
        at_large = is_at_large(claim) or is_recalled(claim)
        elsewhere = claim.place is None and is_elsewhere(claim)
        if claim.place is None and claim.kind in PLACED and not (at_large or elsewhere):
            claim = replace(claim, place=place)
        if claim.when is None and claim.kind in DATED and not at_large:
            claim = replace(claim, when=times.get(owner))
        yield claim
        if claim.place and claim.kind in MOVING and claim.place.level not in WIDE:
            place = claim.place
        elif elsewhere and claim.kind in MOVING:
            place = None
        if claim.when and claim.when.edtf and claim.kind in DATED:
            times[owner] = _day(claim.when)


def _day(when: When) -> When:
    """Return the day of a clock time: what is told next happened on it, not at that minute."""
    days = [one.partition("T")[0] for one in (when.edtf, when.start, when.end)]
    one_time = "/" not in when.edtf and "T" in when.edtf
    return replace(when, edtf=days[0], start=days[1], end=days[2]) if one_time else when
