"""Where a column's incidents happened: areas as readers may know them, with what is in each."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext

from dateline.live import codes
from dateline.live.evidence.places import kilometres
from dateline.live.incidents.happened import Happened, days
from dateline.live.incidents.read import link
from dateline.live.incidents.sayings import counted
from dateline.weighing.area import Area

from .view import Place, Spot

HARMS = ("killed", "injured", "missing", "abducted", "detained", "displaced")
"""Categories that stand beside an incident in the list."""


def places(happened: Iterable[Happened]) -> tuple[Place, ...]:
    """Return the areas in which something happened, the newest first, in the active language."""
    found: dict[tuple[float, float, int], list[Happened]] = defaultdict(list)
    for one in happened:
        if one.area:
            found[one.area.lat, one.area.lon, one.area.radius_m].append(one)
    made = [_place(here) for here in found.values()]
    return tuple(sorted(made, key=lambda one: (_newest(one.spots[0]), one.name), reverse=True))


def placeless(happened: Iterable[Happened]) -> tuple[Spot, ...]:
    """Return the incidents of which nobody says where."""
    return _spots(one for one in happened if not one.area)


def spot(one: Happened) -> Spot:
    """Return an incident as the map shows it."""
    span, origins = one.weighed.span, one.weighed.origins
    harms = [each for each in one.weighed.tallies if each.category in HARMS and each.range]
    return Spot(
        link=link(one.incident),
        when=days(span),
        first=span.start if span else None,
        last=span.end if span else None,
        tolls=gettext(", ").join(counted(each.category, each.range) for each in harms),
        origins=codes.sources(origins.low, origins.high),
        low=origins.low,
        high=origins.high,
    )


def named(area: Area) -> str:
    """Return what an area is called: its name and the nearest around it."""
    names = [name for name in (area.name, *area.within[:1]) if name]
    return gettext(", ").join(names) or gettext("a place without a name")


def _place(here: list[Happened]) -> Place:
    area = here[0].area
    assert area is not None  # noqa: S101  `places` leaves the others out
    return Place(
        name=named(area),
        radius=kilometres(area.radius_m),
        level=area.level,
        lat=area.lat,
        lon=area.lon,
        radius_m=area.radius_m,
        disputed=any(one.area.disputed for one in here if one.area),
        spots=_spots(here),
    )


def day_of(one: Happened) -> tuple[date, str]:
    """Return the day that puts an incident among others, with its id."""
    span = one.weighed.span
    return (span.end or span.start if span else None) or date.min, str(one.incident.pk)


def _spots(here: Iterable[Happened]) -> tuple[Spot, ...]:
    return tuple(map(spot, sorted(here, key=day_of, reverse=True)))


def _newest(one: Spot) -> tuple[date, str]:
    return one.last or one.first or date.min, one.link.path
