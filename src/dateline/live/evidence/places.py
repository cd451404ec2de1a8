"""Where something happened, as much as readers may know: no finer than the named town.

A live map must not aim the next strike. What lies in a finer circle is shown as the settlement
around it, where a claim names one; shelters, hospitals and those who flee or film are never opened.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from django.utils.formats import number_format
from django.utils.translation import gettext

from dateline.codebook import Claim, Place, distance_m
from dateline.live import codes
from dateline.weighing.area import Area, area, public_area
from dateline.weighing.testimony import Testimony

from .view import Where

NEVER_OPENED: Final = frozenset(
    (
        *("medical", "rescuer", "displaced_site", "refugee", "detainee"),
        *("activist", "journalist", "aid_worker", "school", "worship"),
    )
)
"""Targets whose place is no finer than the town even where an editor opened the incident's."""
NO_TIME: Final = datetime.min.replace(tzinfo=UTC)
SETTLEMENTS: Final = ("town", "city")


def shown_area(
    found: Area | None, testimonies: Iterable[Testimony], *, opened: bool
) -> Area | None:
    """Return an incident's area as readers may see it; `opened` says that an editor opened it."""
    if found is None:
        return None
    claims = [one.claim for one in testimonies]
    if opened and not any(_is_sensitive(claim) for claim in claims):
        return found
    return public_area(found, named=_settlement(found, (claim.place for claim in claims)))


def place_area(claim: Claim, *, opened: bool) -> Area | None:
    """Return a claim's own place as readers may see it."""
    found = exact_area(claim)
    if found is None or (opened and not _is_sensitive(claim)):
        return found
    return public_area(found)


def exact_area(claim: Claim) -> Area | None:
    """Return a claim's own place as the desk knows it."""
    alone = Testimony(id="", claim=claim, report="", voices=(), said_at=NO_TIME)
    return area([alone])


def where(found: Area | None, exact: Area | None) -> Where | None:
    """Return an area in words of the active language; `exact` is what the desk knows."""
    if found is None or exact is None:
        return None
    return Where(
        name=found.name,
        within=found.within,
        level=codes.words(codes.LEVELS, found.level),
        radius=kilometres(found.radius_m),
        held=replace(found, disputed=exact.disputed) != exact,
        disputed=found.disputed,
    )


def kilometres(metres: int) -> str:
    """Return a distance in words: "50 m", "1.5 km"; below ten kilometres with one decimal."""
    if metres < 1000:
        return gettext("{number} m").format(number=number_format(metres))
    km = metres / 1000
    return gettext("{number} km").format(number=number_format(km, 1 if km < 10 else 0))


def _is_sensitive(claim: Claim) -> bool:
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
