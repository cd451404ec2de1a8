"""What of a claim is compared: where, when, what, who did it, to whom, how many, in which words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from math import isfinite
from typing import Final

from dateline.codebook import Actor, Claim, Place, Toll, When

LONGEST: Final = 200
"""Characters of a name that count: no place has a longer one."""
MOST_WORDS: Final = 60
WORD: Final = re.compile(r"[^\W\d_]{4,}")
UNTOLD: Final = frozenset({"other", "unknown"})
"""Codes of an event or a target that say nothing."""
Figure = tuple[str, int | None, int | None]
"""A category of tolls, and its low and high; None is unbounded."""


@dataclass(frozen=True, slots=True)
class Signature:
    """What grouping knows of a claim. Whatever a claim does not say is None or empty."""

    id: str
    report: str = ""
    lat: float | None = None
    lon: float | None = None
    """WGS 84, decimal degrees: both or neither."""
    radius_m: float = 0.0
    """How far off the point may be."""
    names: tuple[str, ...] = ()
    """Of the place, in any script."""
    admin: tuple[str, ...] = ()
    """The areas that it lies in, from the nearest outwards."""
    first: int | None = None
    last: int | None = None
    """Days as `date.toordinal` counts them: both or neither."""
    event: str | None = None
    """One of the codebook's `EVENTS`."""
    target: str | None = None
    """One of its `TARGETS`."""
    parties: frozenset[str] = frozenset()
    """Who is said to have done it, each as the caller calls it, aliases made one."""
    tolls: tuple[Figure, ...] = ()
    words: frozenset[str] = frozenset()
    """Of the quote, in small letters."""


def signature_of(
    claim: Claim,
    *,
    id: str,  # noqa: A002  it is the claim's id, as the field is called
    report: str = "",
    parties: Iterable[str] = (),
) -> Signature:
    """Return what is compared of a claim; what cannot be meant (no interval, no point) is left out.

    `parties` are the ids or canonical names of its actor; without them its own name stands.
    """
    place, actor = claim.place, claim.actor
    point = point_of(place.lat, place.lon) if place else None
    days = days_of(claim.when) if claim.when else None
    target = claim.target.kind if claim.target else None
    return Signature(
        id=id,
        report=report,
        lat=point and point[0],
        lon=point and point[1],
        radius_m=float(place.radius_m) if place else 0.0,
        names=tuple(_names(place)),
        admin=tuple(name[:LONGEST] for name in place.admin) if place else (),
        first=days and days[0],
        last=days and days[1],
        event=None if claim.event in UNTOLD else claim.event,
        target=None if target in UNTOLD else target,
        parties=frozenset(tuple(parties) or _named(actor)),
        tolls=tuple(figures(claim.tolls)),
        words=words_of(claim.quote),
    )


def point_of(lat: float | None, lon: float | None) -> tuple[float, float] | None:
    """Return a point on the globe, None for anything else."""
    if lat is None or lon is None or not (isfinite(lat) and isfinite(lon)):
        return None
    return (lat, lon) if -90 <= lat <= 90 and -180 <= lon <= 180 else None


def days_of(when: When) -> tuple[int, int] | None:
    """Return the first and last day of a time; None where either is open or no day."""
    try:
        days = [date.fromisoformat(told[:10]).toordinal() for told in (when.start, when.end)]
    except ValueError:
        return None
    return (days[0], days[1]) if days[0] <= days[1] else None


def figures(tolls: Iterable[Toll]) -> Iterator[Figure]:
    """Yield the tolls of one happening; counts of a period say nothing about one."""
    for toll in tolls:
        if not toll.cumulative and is_interval(toll.low, toll.high):
            yield toll.category, toll.low, toll.high


def is_interval(low: int | None, high: int | None) -> bool:
    """Whether bounds hold any number from 0 up; None is unbounded, and twice None is nothing."""
    if low is None and high is None:
        return False
    return 0 <= (low or 0) <= (high if high is not None else low or 0)


def words_of(text: str) -> frozenset[str]:
    """Return the first words of a text that have four letters or more, in small letters."""
    return frozenset(word.casefold() for word in WORD.findall(text[:5_000])[:MOST_WORDS])


def _named(actor: Actor | None) -> tuple[str, ...]:
    return (actor.name,) if actor and actor.name else ()


def _names(place: Place | None) -> Iterator[str]:
    if place is not None:
        yield from dict.fromkeys(name[:LONGEST] for name in (place.name, place.words) if name)
