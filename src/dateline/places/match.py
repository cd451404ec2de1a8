"""Find a name: as it is written, else by how it sounds and is spelt.

What does not exist is not found: a name is never answered with the nearest guess.
"""

from dataclasses import replace
from itertools import repeat
from typing import Final

from dateline.codebook import distance_m
from dateline.places.candidate import Candidate
from dateline.places.gazetteer import Gazetteer
from dateline.places.names import key
from dateline.places.near import FAR_M, Point, away_m
from dateline.places.renown import KNOWN, SETTLED, WIDE, is_known
from dateline.places.scripts import script
from dateline.places.skeleton import skeleton
from dateline.places.ways import SAME_SOUND, alike, same, sounding
from dateline.places.weighing import candidates, ranked

__all__ = ["FIRM", "Point", "away_m", "find"]
NAMED_FOR: Final = frozenset({"district", "governorate"})
"""Areas that carry the name of their town."""
FIRM: Final = ("exact", "folded", "learnt")
NEARLY: Final = 0.94
ABROAD: Final = 0.96
"""How alike a name must sound with nothing else known: in its alphabet, in another."""
WHOLE_AREA: Final = 0.4
"""For an area whose name no town in it has: as much as 10,000 inhabitants."""
FEWEST: Final = {5: 500_000, 6: 100_000}
"""Inhabitants of a town that a misspelt name of so many letters may mean."""


def find(
    gazetteer: Gazetteer,
    name: str,
    *,
    country: str = "",
    near: Point | None = None,
    most: int = 20,
    loose: bool = True,
) -> list[Candidate]:
    """Return the places that a name may mean, the likeliest first; none where it is unknown.

    What only sounds so or is spelt much like it is sought where nothing (in the country asked) has
    the name itself; with `loose` off only the name itself counts, its spelling folded.
    """
    if not key(name):
        return []
    for way in (same, alike) if loose else (same,):
        found = candidates(gazetteer, way(gazetteer, name, country), near)
        if credible := [c for c in found if _is_credible(c, name, country, near)]:
            if all(c.level in NAMED_FOR for c in credible):
                credible += _seats(gazetteer, name, credible, near)
            return ranked(map(_by_itself, credible, repeat(credible)), most)
    elsewhere = same(gazetteer, name, "") if country else []
    found = ranked(candidates(gazetteer, elsewhere, near), most)
    return [_abroad(candidate, country) for candidate in found]


def _abroad(candidate: Candidate, country: str) -> Candidate:
    return replace(candidate, why=f"not in {country}; {candidate.why}")


def _seats(
    gazetteer: Gazetteer, name: str, areas: list[Candidate], near: Point | None
) -> list[Candidate]:
    """Return the towns that sound so in areas of the name: a district is named for its town."""
    found = sounding(gazetteer, name, areas[0].country)
    towns = [c for c in candidates(gazetteer, found, near) if c.level in SETTLED]
    return [town for town in towns if any(_reaches(area, town) for area in areas)]


def _by_itself(candidate: Candidate, found: list[Candidate]) -> Candidate:
    """Raise an area that no town in it is called after: "Virginia" is the state.

    The town of "Aleppo" stands for both.
    """
    if candidate.level != "governorate" or candidate.how not in FIRM:
        return candidate
    towns = (c for c in found if c.level in SETTLED and c.country == candidate.country)
    if any(candidate.name in town.admin or _reaches(candidate, town) for town in towns):
        return candidate
    return replace(candidate, score=round(candidate.score + WHOLE_AREA, 4))


def _reaches(area: Candidate, town: Candidate) -> bool:
    return distance_m(area.lat, area.lon, town.lat, town.lon) <= area.radius_m


def _is_credible(candidate: Candidate, name: str, country: str, near: Point | None) -> bool:
    """Tell whether a name that is not quite the same may be meant: what else speaks for it?

    With a place to be near to, it must lie there; else in the country asked.
    """
    if candidate.how in FIRM or (near is not None and candidate.similarity >= SAME_SOUND):
        return True
    if near is not None:
        return away_m(near, candidate.lat, candidate.lon) <= FAR_M
    return bool(country) or _is_meant(candidate, key(name))


def _is_meant(candidate: Candidate, folded: str) -> bool:
    """Tell whether a name may be meant by itself: it sounds the same, or many know the place.

    Every short name is like that of some town in the world: the shorter, the better known it is.
    """
    if candidate.how == "similar":
        least = FEWEST.get(len(folded), KNOWN)
        return candidate.population >= least or (least == KNOWN and candidate.level in WIDE)
    known = is_known(candidate.level, candidate.population)
    if script(folded[0]) != script(key(candidate.matched)[0]):
        return candidate.similarity >= ABROAD and (known or len(skeleton(folded)) > 2)
    return known or candidate.similarity >= (NEARLY if len(skeleton(folded)) > 3 else SAME_SOUND)
