"""Names that the desk has learnt: every accepted claim with a place teaches how it is called.

A learnt name stands in memory beside the gazetteer file, which never changes. It is asked first.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from dateline.codebook import Level, distance_m
from dateline.places import similar
from dateline.places.candidate import Candidate
from dateline.places.gazetteer import Gazetteer
from dateline.places.match import find
from dateline.places.names import key
from dateline.places.near import FAR_M, Point, away_m, nearness
from dateline.places.skeleton import likeness, skeleton
from dateline.places.ways import least_alike


@dataclass(frozen=True, slots=True)
class Lesson:
    """One accepted place: how it was called, and where it was."""

    id: str
    name: str
    lat: float
    lon: float
    level: Level = "village"
    radius_m: int = 1_500
    country: str = ""
    admin: tuple[str, ...] = ()


class Learnt:
    """Lessons by name; `find` asks them before the gazetteer."""

    def __init__(self, lessons: Iterable[Lesson] = ()) -> None:
        self._folded: dict[str, list[Lesson]] = defaultdict(list)
        self._bones: dict[str, list[Lesson]] = defaultdict(list)
        for lesson in lessons:
            self.teach(lesson)

    @property
    def names(self) -> frozenset[str]:
        """Return the names that were taught, as they were written."""
        return frozenset(one.name for taught in self._folded.values() for one in taught)

    def teach(self, lesson: Lesson) -> None:
        """Learn one more name."""
        if folded := key(lesson.name):
            self._folded[folded].append(lesson)
        if bones := skeleton(lesson.name):
            self._bones[bones].append(lesson)

    def known(self, name: str, *, without: str = "") -> list[Candidate]:
        """Return the places learnt under a name, the oftenest taught first."""
        for stage in (self._same, self._sounding, self._similar):
            if found := [lesson for lesson in stage(name) if lesson.id != without]:
                return _grouped(found)
        return []

    def _same(self, name: str) -> list[Lesson]:
        return self._folded.get(key(name), [])

    def _sounding(self, name: str) -> list[Lesson]:
        bones = skeleton(name)
        least = least_alike(bones, "learnt")
        return [one for one in self._bones.get(bones, ()) if likeness(name, one.name) >= least]

    def _similar(self, name: str) -> list[Lesson]:
        folded = key(name)
        near = [k for k in self._folded if k[0] == folded[:1] and abs(len(k) - len(folded)) < 3]
        best = max(near, key=lambda k: similar.likeness(folded, k), default="")
        return self._folded[best] if best and similar.likeness(folded, best) else []

    def find(
        self,
        gazetteer: Gazetteer,
        name: str,
        *,
        country: str = "",
        near: Point | None = None,
        most: int = 20,
        loose: bool = True,
        without: str = "",
    ) -> list[Candidate]:
        """Search as `match.find` does, what the desk has learnt before what the file says."""
        taught = [c for c in self.known(name, without=without) if country in ("", c.country)]
        taught = _near(taught, near) if near else taught
        told = find(gazetteer, name, country=country, near=near, most=most, loose=loose)
        return [*taught, *told][:most]


def _near(taught: list[Candidate], near: Point) -> list[Candidate]:
    away = {c: away_m(near, c.lat, c.lon) for c in taught}
    kept = [replace(c, score=c.score + nearness(away[c])) for c in taught if away[c] < FAR_M]
    return sorted(kept, key=lambda c: -c.score)


def _grouped(lessons: list[Lesson]) -> list[Candidate]:
    """Put lessons that lie within each other's radius together; the oftenest point speaks."""
    groups: list[list[Lesson]] = []
    for lesson in lessons:
        home = next((group for group in groups if _together(group[0], lesson)), None)
        if home is None:
            groups.append([lesson])
        else:
            home.append(lesson)
    groups.sort(key=len, reverse=True)
    return [_candidate(group, len(lessons)) for group in groups]


def _together(one: Lesson, other: Lesson) -> bool:
    reach = max(one.radius_m, other.radius_m, 2_000)
    return distance_m(one.lat, one.lon, other.lat, other.lon) <= reach


def _candidate(group: list[Lesson], taught: int) -> Candidate:
    points = sorted((lesson.lat, lesson.lon) for lesson in group)
    lat, lon = max(points, key=points.count)
    first = group[0]
    return Candidate(
        id=f"learnt:{first.id}",
        name=first.name,
        matched=first.name,
        how="learnt",
        similarity=1.0,
        lat=lat,
        lon=lon,
        level=first.level,
        radius_m=first.radius_m,
        country=first.country,
        admin=first.admin,
        source="this desk",
        score=3.0 + len(group) / taught,
        why=f"the desk put it here {len(group)} of {taught} times",
    )
