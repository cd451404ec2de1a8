"""Find a name: exactly, folded, transliterated, at last by similar spelling; each only in need.

What does not exist is not found: a name is never answered with the nearest guess.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from math import log10
from typing import Final

from dateline.codebook import distance_m
from dateline.places import similar
from dateline.places.candidate import Candidate, How
from dateline.places.gazetteer import Gazetteer, Spot
from dateline.places.names import key, plain
from dateline.places.scripts import script
from dateline.places.skeleton import likeness, skeleton

Point = tuple[float, float] | tuple[float, float, float]
"""Latitude and longitude, and the radius in metres of what lies there, where it is wide."""
Found = list[tuple[int, str, How, float]]
"""Row of the place, its name that matched, how, how alike."""
SOUNDS_ALIKE: Final = 0.86
LONG_ALIKE: Final = 0.92
SHORT_ALIKE: Final = 0.95
"""How alike a name must sound: within one country; in the whole world, or with few consonants;
with both. Measured by benchmarks/gazetteer.py on made-up names and on respelt ones."""
WEIGHT: Final = {"country": 0.55, "region": 0.3, "governorate": 0.3, "district": 0.05}
SETTLED: Final = {"city": 0.15, "town": 0.1, "village": 0.08}
"""A text that names a place means the town, not the district named for it."""
STRICT: Final = 8
"""How much more a likeness counts than being a large town."""
AREAS: Final = frozenset({"district", "governorate"})
FIRM: Final = ("exact", "folded", "learnt")
SAME_SOUND: Final = 0.985
FAR_M: Final = 150_000
KNOWN: Final = 15_000
NEAR_M: Final = 60_000
NEARNESS: Final = 1.5
"""What lying right there counts; half of it 60 km away."""
OFF_LENGTH: Final = 8
"""Letters that articles, spaces and doubling can make: names farther apart are not compared."""
MOST_ROWS: Final = 300


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

    Each way of matching is tried only where those before it found nothing (in the country asked);
    with `loose` off only the name itself counts, its spelling folded.
    """
    folded = key(name)
    if not folded:
        return []
    for stage in STAGES if loose else STAGES[:1]:
        found = _candidates(gazetteer, stage(gazetteer, name, folded, country), near)
        if credible := [c for c in found if _is_credible(c, country, near)]:
            if all(c.level in AREAS for c in credible):
                credible += _seats(gazetteer, name, credible, near)
            return _ranked(credible)[:most]
    elsewhere = _folded(gazetteer, name, folded, "") if country else []
    found_there = _ranked(_candidates(gazetteer, elsewhere, near))
    return [_abroad(candidate, country) for candidate in found_there[:most]]


def _abroad(candidate: Candidate, country: str) -> Candidate:
    return replace(candidate, why=f"not in {country}; {candidate.why}")


# The ways of matching


def _folded(gazetteer: Gazetteer, name: str, folded: str, country: str) -> Found:
    same = plain(name)
    found: Found = []
    for row, known in gazetteer.named(folded, country):
        if key(known) == folded:
            how: How = "exact" if plain(known) == same else "folded"
            found.append((row, known, how, 1.0 if how == "exact" else 0.998))
    return found


def _transliterated(gazetteer: Gazetteer, name: str, folded: str, country: str) -> Found:
    bones = skeleton(name)
    if not bones:
        return []
    named = gazetteer.sounding(bones, country)
    scored = [(row, known, likeness(name, known)) for row, known in named]
    least = least_alike(bones, country)
    return [(r, known, "transliterated", s) for r, known, s in scored if s >= least]


def least_alike(bones: str, country: str) -> float:
    """Return how alike a name must sound: the fewer its consonants, the more."""
    if len(bones) > 3:
        return SOUNDS_ALIKE if country else LONG_ALIKE
    return LONG_ALIKE if country else SHORT_ALIKE


def _similar(gazetteer: Gazetteer, name: str, folded: str, country: str) -> Found:
    if len(folded) < similar.SHORTEST or script(folded[0]) == "OTHER":
        return []
    shared = gazetteer.sharing(folded, country)
    fit = [(r, known) for r, known in shared if abs(len(known) - len(name)) <= OFF_LENGTH]
    scored = [(row, known, similar.likeness(folded, key(known))) for row, known in fit]
    return [(row, known, "similar", score) for row, known, score in scored if score]


STAGES: Final[Sequence[Callable[[Gazetteer, str, str, str], Found]]] = (
    _folded,
    _transliterated,
    _similar,
)


def _seats(
    gazetteer: Gazetteer, name: str, areas: list[Candidate], near: Point | None
) -> list[Candidate]:
    """Return the towns that sound so in areas of the name: a district is named for its town."""
    country = areas[0].country
    sounding = _transliterated(gazetteer, name, key(name), country)
    towns = [c for c in _candidates(gazetteer, sounding, near) if c.level in SETTLED]
    return [t for t in towns if any(_reaches(area, t) for area in areas)]


def _reaches(area: Candidate, town: Candidate) -> bool:
    return distance_m(area.lat, area.lon, town.lat, town.lon) <= area.radius_m


def away_m(near: Point, lat: float, lon: float) -> float:
    """Return how far a point lies from what is near: nothing, within its radius."""
    radius = near[2] if len(near) == 3 else 0.0
    return max(0.0, distance_m(near[0], near[1], lat, lon) - radius)


def _is_credible(candidate: Candidate, country: str, near: Point | None) -> bool:
    """Tell whether a name that is not quite the same may be meant: what else speaks for it?

    With a place to be near to, it must lie there. With nothing else known, a misspelling is taken
    only for a place that many know.
    """
    if candidate.how in FIRM or (candidate.how == "transliterated" and near is None):
        return True
    if near is not None:
        return (
            candidate.similarity >= SAME_SOUND
            or away_m(near, candidate.lat, candidate.lon) <= FAR_M
        )
    return bool(country) or candidate.population >= KNOWN or candidate.level in WEIGHT


# What was found, weighed


def _candidates(gazetteer: Gazetteer, found: Found, near: Point | None) -> list[Candidate]:
    best: dict[int, tuple[str, How, float]] = {}
    for row, known, how, score in found:
        if row not in best or score > best[row][2]:
            best[row] = (known, how, score)
    rows = sorted(best, key=lambda row: -best[row][2])[:MOST_ROWS]
    return [_weighed(gazetteer, spot, *best[spot.row], near) for spot in gazetteer.spots(rows)]


def _weighed(
    gazetteer: Gazetteer, spot: Spot, matched: str, how: How, alike: float, near: Point | None
) -> Candidate:
    known = log10(spot.population + 1) / 10 + WEIGHT.get(spot.level, SETTLED.get(spot.level, 0.0))
    score, reasons = 2 - STRICT * (1 - alike) + known, [REASONS[how].format(matched=matched)]
    if spot.population:
        reasons.append(f"{spot.population:,} inhabitants")
    if near is not None:
        away = away_m(near, spot.lat, spot.lon)
        # The middle of a wide area may lie right here by chance: its width stands for its distance.
        score += NEARNESS / (1 + max(away, spot.radius_m) / NEAR_M)
        reasons.append(f"{away / 1000:.0f} km away")
    return Candidate(
        id=spot.id,
        name=spot.name,
        matched=matched,
        how=how,
        similarity=round(alike, 3),
        lat=spot.lat,
        lon=spot.lon,
        level=spot.level,
        radius_m=spot.radius_m,
        kind=spot.kind,
        country=spot.country,
        admin=admin(gazetteer, spot),
        population=spot.population,
        source=spot.source,
        score=round(score, 4),
        why=", ".join(reasons),
        row=spot.row,
    )


REASONS: Final[dict[How, str]] = {
    "exact": "its name is written so",
    "folded": "“{matched}” but for spelling",
    "learnt": "the desk knows “{matched}”",
    "transliterated": "“{matched}” sounds so",
    "similar": "“{matched}” is spelt much like it",
}


def admin(gazetteer: Gazetteer, spot: Spot) -> tuple[str, ...]:
    """Return the names of what a place lies in, from the nearest outwards, the country last."""
    chain = [area.name for area in gazetteer.above(spot.parent)] if spot.parent else []
    own = spot.admin if len(chain) < 2 else ()
    return tuple(dict.fromkeys((*own, *chain)))


def _ranked(found: Iterable[Candidate]) -> list[Candidate]:
    ordered = sorted(found, key=lambda c: (-c.score, c.id))
    return list(_once(ordered))


def _once(ordered: list[Candidate]) -> Iterator[Candidate]:
    """Leave out what another source tells again: one name and level, within each other's reach."""
    kept: list[Candidate] = []
    for candidate in ordered:
        if not any(_same(candidate, other) for other in kept):
            kept.append(candidate)
            yield candidate


def _same(one: Candidate, other: Candidate) -> bool:
    """Tell whether two sources mean one place; two villages of one name stay two."""
    if one.id.partition(":")[0] == other.id.partition(":")[0] or one.level != other.level:
        return False
    reach = max(3_000, min(one.radius_m, other.radius_m) // 2)
    return distance_m(one.lat, one.lon, other.lat, other.lon) <= reach
