"""What was found, weighed: how alike, how well known, how near; and each place once."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from dateline.codebook import distance_m
from dateline.places.candidate import Candidate, How
from dateline.places.gazetteer import Gazetteer, Spot
from dateline.places.names import key
from dateline.places.near import Point, away_m, nearness
from dateline.places.renown import renown
from dateline.places.ways import Found

STRICT: Final = 8
"""How much more a likeness counts than being a large town."""
OWN_NAME: Final = 0.15
"""For the gazetteer's own name, against its other names: "GAO" is an airport's code in Cuba."""
MOST_ROWS: Final = {True: 300, False: 60}
"""Places that are looked at: with something to be near to, the best known are not enough."""
REASONS: Final[dict[How, str]] = {
    "exact": "its name is written so",
    "folded": "“{matched}” but for spelling",
    "learnt": "the desk knows “{matched}”",
    "transliterated": "“{matched}” sounds so",
    "similar": "“{matched}” is spelt much like it",
}


def candidates(gazetteer: Gazetteer, found: Found, near: Point | None) -> list[Candidate]:
    """Return the places of the rows found, each by the name of it that is most alike."""
    best: dict[int, tuple[str, How, float]] = {}
    for row, known, how, score in found:
        if row not in best or score > best[row][2]:
            best[row] = (known, how, score)
    rows = sorted(best, key=lambda row: (-best[row][2], row))[: MOST_ROWS[near is not None]]
    return [_weighed(gazetteer, spot, *best[spot.row], near) for spot in gazetteer.spots(rows)]


def _weighed(
    gazetteer: Gazetteer, spot: Spot, matched: str, how: How, alike: float, near: Point | None
) -> Candidate:
    score = 2 - STRICT * (1 - alike) + renown(spot.level, spot.population)
    score += OWN_NAME * is_own_name(matched, spot.name)
    reasons = [REASONS[how].format(matched=matched)]
    if spot.population:
        reasons.append(f"{spot.population:,} inhabitants")
    if near is not None:
        away = away_m(near, spot.lat, spot.lon)
        # The middle of a wide area may lie right here by chance: its width stands for its distance.
        score += nearness(max(away, spot.radius_m))
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
        admin=_admin(gazetteer, spot),
        population=spot.population,
        source=spot.source,
        score=round(score, 4),
        why=", ".join(reasons),
        row=spot.row,
    )


def is_own_name(matched: str, name: str) -> bool:
    """Tell whether a name is what the gazetteer calls a place; "New York" is New York City's."""
    return key(name) in (told := key(matched), f"{told}city")


def _admin(gazetteer: Gazetteer, spot: Spot) -> tuple[str, ...]:
    """Return the names of what a place lies in, from the nearest outwards, the country last."""
    chain = [area.name for area in gazetteer.above(spot.parent)] if spot.parent else []
    own = spot.admin if len(chain) < 2 else ()
    return tuple(dict.fromkeys((*own, *chain)))


def ranked(found: Iterable[Candidate], most: int) -> list[Candidate]:
    """Return the likeliest, the best first, each place once."""
    ordered = sorted(found, key=lambda c: (-c.score, c.id))
    return list(islice(_once(ordered), most))


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
