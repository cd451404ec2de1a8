"""Which place readers may see: no finer than the named town until an editor opens it.

A live map must not aim the next strike. What lies in a finer circle is shown as the settlement
around it, where a claim names one; shelters, hospitals and those who flee or film are never opened.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Final

from dateline.codebook import Claim, Place, distance_m
from dateline.weighing.area import Area, area, public_area
from dateline.weighing.testimony import Testimony

NEVER_OPENED: Final = frozenset(
    (
        *("medical", "rescuer", "displaced_site", "refugee", "detainee"),
        *("activist", "journalist", "aid_worker", "school", "worship"),
    )
)
"""Targets whose place is no finer than the town even where an editor opened the incident's."""
SETTLEMENTS: Final = ("town", "city")
NEVER: Final = datetime.min.replace(tzinfo=UTC)


def shown_area(
    found: Area | None, testimonies: Iterable[Testimony], *, opened: bool
) -> Area | None:
    """Return an incident's area as readers may see it; `opened` says that an editor opened it."""
    if found is None:
        return None
    claims = [one.claim for one in testimonies]
    if opened and not any(is_sensitive(claim) for claim in claims):
        return found
    return public_area(found, named=_settlement(found, (claim.place for claim in claims)))


def place_area(claim: Claim, *, opened: bool) -> Area | None:
    """Return a claim's own place as readers may see it.

    `opened` says that an editor opened its incident's, and that this endangers nobody of whom any
    claim of the incident speaks.
    """
    found = exact_area(claim)
    if found is None or (opened and not is_sensitive(claim)):
        return found
    return public_area(found)


def exact_area(claim: Claim) -> Area | None:
    """Return a claim's own place as the desk knows it."""
    alone = Testimony(id="", claim=claim, report="", voices=(), said_at=NEVER)
    return area([alone])


def is_sensitive(claim: Claim) -> bool:
    """Tell whether a claim speaks of those whom a fine place would endanger."""
    return claim.target is not None and claim.target.kind in NEVER_OPENED


def _settlement(found: Area, places: Iterable[Place | None]) -> Place | None:
    """Return the nearest town or city, named by a claim, in which the middle of an area lies."""
    around = [
        (away, one.name, one)
        for one in places
        if one is not None and one.level in SETTLEMENTS
        if (away := distance_m(found.lat, found.lon, one.lat, one.lon)) <= one.radius_m
    ]
    return min(around, key=lambda one: one[:2])[2] if around else None
