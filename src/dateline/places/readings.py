"""The ways in which a phrase can be read: so far from a name, its countryside, between two.

The level and the radius come out of how it was said, not only of what was found.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.codebook import distance_m
from dateline.places import located
from dateline.places.candidate import Candidate
from dateline.places.located import Located
from dateline.places.search import Search
from dateline.places.wordings import Told, readings

NEIGHBOURS_M: Final = 40_000
FARTHEST_M: Final = 2_000_000
COUNTRYSIDE_M: Final = 30_000
WIDEST_M: Final = 80_000
RURAL: Final = ("Rif", "Rural", "ريف")
"""What an area that is the land around a town puts before its name: "Rif Dimashq"."""


def between(words: str, search: Search) -> Located | None:
    """Read "between A and B" as the line from one to the other."""
    for told in readings("between", words):
        if pair := _pair(told, search):
            return located.line(words, *pair)
    return None


def both(words: str, search: Search) -> Located | None:
    """Read "A and B" as both, where they are neighbours; else as the one that is known."""
    for told in readings("both", words):
        if pair := _pair(told, search):
            line = located.line(words, *pair)
            name = f"{told.name} and {told.other}"
            return replace(line, name=name) if line.radius_m <= NEIGHBOURS_M else None
        if found := search.named(told.name) or search.named(told.other):
            return located.plain(words, found, search.gazetteer)
    return None


def _pair(told: Told, search: Search) -> tuple[Candidate, Candidate] | None:
    one, other = search.named(told.name), search.named(told.other)
    return _nearest(one, other) if one and other else None


def _nearest(one: Sequence[Candidate], other: Sequence[Candidate]) -> tuple[Candidate, Candidate]:
    """Return the two that lie nearest each other, of the five likeliest of each name."""
    pairs = [(a, b) for a in one[:5] for b in other[:5] if a.id != b.id] or [(one[0], other[0])]
    return min(pairs, key=_apart)


def _apart(pair: tuple[Candidate, Candidate]) -> float:
    """Return how far apart two are; their width counts, so that a town goes before its area."""
    a, b = pair
    return distance_m(a.lat, a.lon, b.lat, b.lon) + a.radius_m + b.radius_m


def away(words: str, search: Search) -> Located | None:
    """Read "20 km east of A" as that point, "20 km from A" as that circle."""
    for told in readings("away", words):
        if told.metres is None or told.metres > FARTHEST_M:
            continue
        if found := search.named(told.name):
            metres, width = round(told.metres), found[0].radius_m
            if told.bearing is None:
                return located.around(words, found, metres + width)
            return located.moved(words, found, told.bearing, metres, metres // 4 + width)
    return None


def rural(words: str, search: Search) -> Located | None:
    """Read "countryside of A" as the area of that name, else as the land around A, or a side."""
    for told in readings("rural", words):
        if found := search.named(told.name):
            if told.bearing is None and (area := _rural_area(found[0], search)):
                return located.plain(words, area, search.gazetteer)
            reach = _reach(found[0], search)
            if told.bearing is None:
                return replace(located.around(words, found, reach), name=words, level="district")
            side = located.moved(words, found, told.bearing, reach // 2, reach // 2)
            return replace(side, level="district")
    return None


def _rural_area(town: Candidate, search: Search) -> list[Candidate]:
    """Return the area that is called the countryside of this town, where there is one."""
    names = search.gazetteer.names(town.row) if town.row else [town.name]
    for name in names[:100]:
        for word in RURAL:
            found = search.find(f"{word} {name}", (town.lat, town.lon), loose=False)
            if areas := [c for c in found if c.level in ("governorate", "district")]:
                return areas
    return []


def _reach(place: Candidate, search: Search) -> int:
    """Return how far the land around a town goes: that of the area named for it, if any."""
    areas = [place, *search.find(place.name, (place.lat, place.lon))]
    near = [
        area.radius_m
        for area in areas
        if area.level in ("governorate", "district")
        and distance_m(area.lat, area.lon, place.lat, place.lon) <= 2 * area.radius_m
    ]
    return min(max(near, default=COUNTRYSIDE_M), WIDEST_M)


def side(words: str, search: Search) -> Located | None:
    """Read "eastern Aleppo" as a side of it, where no such name is known."""
    for told in readings("side", words):
        if told.bearing is not None and (found := search.named(told.name)):
            reach = found[0].radius_m
            doubt = max(500, reach * 2 // 3)
            return located.moved(words, found, told.bearing, reach // 2, doubt)
    return None
