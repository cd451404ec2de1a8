"""Where a phrase points: "20 km east of Aleppo", "Sermin, Idlib", "southern countryside of Hama".

The level and the radius come out of how it was said, not only of what was found.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from dateline.codebook import Level, distance_m, offset
from dateline.places.candidate import Candidate
from dateline.places.feature_words import BEARINGS, COUNTRYSIDES, SHORT_BEARINGS, Meaning, split
from dateline.places.gazetteer import Gazetteer
from dateline.places.match import Point, find
from dateline.places.names import LONGEST, key
from dateline.places.outline import holds

Finder = Callable[..., list[Candidate]]
BEARING: Final = r"(?P<bearing>(?:north|south)(?:[- ]?(?:east|west))?|east|west|[ns]?[ew]\b|[ns]\b)"
UNITS: Final = {"mi": 1_609.344, "m": 1.0, "k": 1_000.0}
BETWEEN: Final = re.compile(r"(?:.*\b)?between (?P<one>.+?) and (?P<other>.+)", re.IGNORECASE)
JOINED: Final = re.compile(r"(?P<one>.+?)(?: and | & | or | و ?)(?P<other>.+)", re.IGNORECASE)
NEIGHBOURS_M: Final = 40_000
AWAY: Final = re.compile(
    r"(?:about |some |around |roughly )?(?P<far>\d{1,3}(?:,?\d{3})*(?:\.\d+)?)[- ]?"
    r"(?P<unit>kilomet\w+|km|miles?|mi|met\w+|m)\b"
    rf"(?: to)?(?: the)?(?: {BEARING})?(?: of| from| away from| outside) (?P<name>.+)",
    re.IGNORECASE,
)
SIDE: Final = rf"{BEARING}(?:ern)?"
COUNTRY: Final = "|".join(map(re.escape, sorted(COUNTRYSIDES, key=len, reverse=True)))
RURAL: Final = (
    re.compile(rf"(?:the )?(?:{SIDE} )?(?:{COUNTRY})(?: of| around)? (?P<name>.+)", re.IGNORECASE),
    re.compile(rf"(?P<name>.+?)(?:'s|’s)? (?:{SIDE} )?(?:{COUNTRY})", re.IGNORECASE),
    re.compile(rf"(?:the )?{SIDE}[- ]rural (?P<name>.+)|rural (?P<bare>.+)", re.IGNORECASE),
)
HALF: Final = re.compile(rf"(?:the )?{SIDE}(?: of| part of)? (?P<name>.+)", re.IGNORECASE)
INSIDE: Final = re.compile(r"(?P<name>[^(]+?)\s*\((?P<outer>[^)]+)\)|(?P<a>.+?) in (?P<b>.+)")
NOTE: Final = re.compile(r"\[[^\]]*\]")
"""An editor's note in a place's name: "Al Azizeya [exact location]"."""
BESIDE: Final = re.compile(
    r"(?:.*\b)?(?:near|close to|next to|vicinity of|at|outside|around|beside|by) (?P<name>.+)",
    re.IGNORECASE,
)
BESIDE_M: Final = 4_000
COUNTRYSIDE_M: Final = 30_000
MOST: Final = 20


@dataclass(frozen=True, slots=True)
class Located:
    """Where a phrase points, how exactly, and what else it may mean."""

    words: str
    name: str
    lat: float
    lon: float
    level: Level
    radius_m: int
    geometry: dict[str, Any]
    """GeoJSON: a polygon where the outline is known, a line between two, else a point."""
    why: str
    candidates: tuple[Candidate, ...]
    """The likeliest first; the answer rests on the first."""


class Locator:
    """Reads phrases against a gazetteer. `finder` may be another search, one with learnt names."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        *,
        country: str = "",
        near: Point | None = None,
        finder: Finder | None = None,
    ) -> None:
        self.gazetteer, self.country, self.near = gazetteer, country, near
        self.finder = finder or find

    def find(self, name: str, near: Point | None = None, loose: bool = True) -> list[Candidate]:
        """Search with the bias that holds for the whole phrase."""
        near = near or self.near
        return self.finder(
            self.gazetteer, name, country=self.country, near=near, most=MOST, loose=loose
        )

    def locate(self, phrase: str) -> Located | None:
        """Return where a phrase points, or nothing where no name in it is known."""
        text = NOTE.sub(" ", phrase[: 2 * LONGEST].replace("\0", " "))
        words = " ".join(text.split()).strip(" .,;:\"“”'")
        return self._located(words) if key(words) else None

    def _located(self, words: str) -> Located | None:
        if whole := self.find(words, loose=False):
            return self._plain(words, whole)
        for reading in (
            self._between,
            self._away,
            self._rural,
            self._contained,
            self._half,
            self._either,
        ):
            if found := reading(words):
                return found
        named = self._named(words, self.near)
        return self._plain(words, named) if named else None

    # Names with a word that says what they are

    def _named(self, words: str, near: Point | None) -> list[Candidate]:
        """Return what a name means, its feature word obeyed."""
        if whole := self.find(words, near, loose=False):
            return whole
        if parts := split(words):
            core, meaning, word = parts
            if found := self.find(core, near):
                return _asked(found, meaning, word)
        if told := BESIDE.fullmatch(words):
            return [_beside(one) for one in self._named(told["name"], near)]
        return self.find(words, near)

    def _plain(self, words: str, found: list[Candidate]) -> Located:
        best = found[0]
        return Located(
            words=words,
            name=best.name,
            lat=best.lat,
            lon=best.lon,
            level=best.level,
            radius_m=best.radius_m,
            geometry=self._shape(best),
            why=best.why,
            candidates=tuple(found),
        )

    def _shape(self, candidate: Candidate) -> dict[str, Any]:
        rings = self.gazetteer.outline(candidate.row)[1] if candidate.row else ()
        if rings:
            return {"type": "MultiPolygon", "coordinates": [[ring] for ring in rings]}
        return _dot(candidate.lat, candidate.lon)

    # Readings of a phrase

    def _between(self, words: str) -> Located | None:
        told = BETWEEN.fullmatch(words)
        if not told:
            return None
        one, other = self._named(told["one"], self.near), self._named(told["other"], self.near)
        if not (one and other):
            return None
        a, b = _nearest_pair(one, other)
        half = distance_m(a.lat, a.lon, b.lat, b.lon) / 2
        lat, lon = (a.lat + b.lat) / 2, (a.lon + b.lon) / 2
        line = [[a.lon, a.lat], [b.lon, b.lat]]
        return Located(
            words=words,
            name=f"between {a.name} and {b.name}",
            lat=lat,
            lon=lon,
            level="feature",
            radius_m=max(1_000, round(half)),
            geometry={"type": "LineString", "coordinates": line},
            why=f"halfway of {2 * half / 1000:.0f} km",
            candidates=(a, b),
        )

    def _either(self, words: str) -> Located | None:
        """Read "A and B" as both, where they are neighbours; else as the one that is known."""
        told = JOINED.fullmatch(words)
        if not told:
            return None
        if both := self._between(f"between {told['one']} and {told['other']}"):
            if both.radius_m <= NEIGHBOURS_M:
                return replace(both, words=words, name=f"{told['one']} and {told['other']}")
            return None
        found = self._named(told["one"], self.near) or self._named(told["other"], self.near)
        return self._plain(words, found) if found else None

    def _away(self, words: str) -> Located | None:
        told = AWAY.fullmatch(words)
        found = self._named(told["name"], self.near) if told else []
        if not (told and found):
            return None
        metres = float(told["far"].replace(",", "")) * _unit(told["unit"])
        if metres > 2_000_000:
            return None
        if told["bearing"] is None:
            return self._moved(words, found, None, 0, round(metres) + found[0].radius_m)
        doubt = round(metres / 4) + found[0].radius_m
        return self._moved(words, found, _bearing(told["bearing"]), metres, doubt)

    def _rural(self, words: str) -> Located | None:
        for pattern in RURAL:
            told = pattern.fullmatch(words)
            name = told and (told["name"] or told.groupdict().get("bare"))
            found = self._named(name, self.near) if name else []
            if told and found:
                reach = self._reach(found[0])
                bearing = told["bearing"] and _bearing(told["bearing"])
                if bearing is None or bearing == "":
                    return self._moved(words, found, None, 0, reach, "district")
                return self._moved(words, found, float(bearing), reach / 2, reach // 2, "district")
        return None

    def _reach(self, place: Candidate) -> int:
        """Return how far the land around a town goes: that of the area named for it, if any."""
        areas = [place, *self.find(place.name, (place.lat, place.lon))]
        near = [
            area.radius_m
            for area in areas
            if area.level in ("governorate", "district")
            and distance_m(area.lat, area.lon, place.lat, place.lon) <= 2 * area.radius_m
        ]
        return min(max(near, default=COUNTRYSIDE_M), 80_000)

    def _half(self, words: str) -> Located | None:
        """Read "eastern Aleppo" as a side of it, where no such name is known."""
        told = HALF.fullmatch(words)
        found = self._named(told["name"], self.near) if told else []
        if not (told and found):
            return None
        reach = found[0].radius_m
        return self._moved(
            words, found, _bearing(told["bearing"]), reach / 2, max(500, reach * 2 // 3)
        )

    def _moved(
        self,
        words: str,
        found: list[Candidate],
        bearing: float | None,
        metres: float,
        radius: int,
        level: Level | None = None,
    ) -> Located:
        best = found[0]
        point = (best.lat, best.lon)
        if bearing is not None:
            point = offset(*point, bearing=bearing, metres=metres)
        return Located(
            words=words,
            name=f"{words[:80]}" if bearing is not None or level else f"around {best.name}",
            lat=point[0],
            lon=point[1],
            level=level or ("feature" if bearing is not None and metres > 500 else best.level),
            radius_m=max(500, radius),
            geometry=_dot(*point),
            why=f"measured from {best.name}: {best.why}",
            candidates=tuple(found),
        )

    # Containment

    def _contained(self, words: str) -> Located | None:
        """Read "A, B", "A (B)" and "A in B": A inside B, else B where only B is known."""
        parts = [part for part in _parts(words) if key(part)]
        if len(parts) < 2:
            return None
        found, unknown = self._nested(parts[::-1])
        if unknown:
            found, unknown = min((found, unknown), self._nested(parts), key=_how_lost)
        if not found:
            return None
        told = "".join(f"“{part[:60]}” is not known there; " for part in unknown)
        return self._plain(words, [replace(c, why=told + c.why) for c in found])

    def _nested(self, parts: list[str]) -> tuple[list[Candidate], list[str]]:
        """Search from the widest part inwards; return what is found last and what is not found."""
        outer: list[Candidate] = []
        unknown = []
        for part in parts:
            found = self._inside(part, outer)
            if not found:
                unknown.append(part)
            outer = found or outer
        return outer, unknown

    def _inside(self, name: str, outer: list[Candidate]) -> list[Candidate]:
        """Return what of this name lies in one of the outer candidates, in their order."""
        if not outer:
            named = self._named(name, self.near)
            return [c for c in named if self.country in ("", c.country)]
        kept = []
        for around in outer[:3]:
            found = self._named(name, (around.lat, around.lon, around.radius_m))
            kept += [c for c in found if self._lies_in(c, around)]
        return list({c.id: c for c in reversed(kept)}.values())[::-1]

    def _lies_in(self, inner: Candidate, around: Candidate) -> bool:
        if inner.id == around.id:
            return True
        if around.level == "country":
            return inner.country == around.country
        above = self.gazetteer.above(inner.row) if inner.row else ()
        if around.row and any(area.row == around.row for area in above):
            return True
        if key(around.name) in {key(name) for name in inner.admin}:
            return inner.country == around.country
        rings = self.gazetteer.outline(around.row)[1] if around.row else ()
        if rings and holds(rings, inner.lat, inner.lon):
            return True
        away = distance_m(inner.lat, inner.lon, around.lat, around.lon)
        return away <= max(25_000, 1.2 * around.radius_m)


def _asked(found: list[Candidate], meaning: Meaning, word: str) -> list[Candidate]:
    """Return the candidates that the feature word means, else what is named for them, made wide."""
    kinds = [c for c in found if c.kind in meaning.kinds] if meaning.kinds else []
    levels = [c for n in meaning.levels for c in found if c.level == n]
    if kinds or levels:
        rest = [c for c in found if c not in kinds and c not in levels]
        return [*kinds, *levels, *rest]
    if meaning.level is None:
        return found
    return [_named_for(c, meaning, word) for c in found]


def _named_for(place: Candidate, meaning: Meaning, word: str) -> Candidate:
    if meaning.beyond_m == 0 or place.level in ("country", "region", "governorate"):
        return place
    radius = place.radius_m + meaning.beyond_m
    why = f"no {word} of this name is known; within {radius / 1000:.0f} km of {place.name}"
    return replace(place, level=meaning.level or place.level, radius_m=radius, why=why)


def _how_lost(reading: tuple[list[Candidate], list[str]]) -> tuple[int, float]:
    """Order readings: fewer unknown names first, then the likelier answer."""
    found, unknown = reading
    return len(unknown), -found[0].score if found else 0.0


def _beside(place: Candidate) -> Candidate:
    """Return a place as what lies beside it: no nearer than its own width and some."""
    return replace(place, radius_m=place.radius_m + BESIDE_M, why=f"beside it: {place.why}")


def _parts(words: str) -> Iterator[str]:
    told = INSIDE.fullmatch(words)
    if told and told["name"]:
        yield from [*_parts(told["name"])] or [told["name"]]
        yield told["outer"]
    elif re.search(r"[,،;:]", words):
        yield from re.split(r"\s*[,،;:]\s*", words)[:6]
    elif told:
        yield from (told["a"], told["b"])


def _nearest_pair(
    one: Sequence[Candidate], other: Sequence[Candidate]
) -> tuple[Candidate, Candidate]:
    """Return the two that lie nearest each other, of the five likeliest of each name."""
    pairs = [(a, b) for a in one[:5] for b in other[:5] if a.id != b.id] or [(one[0], other[0])]
    return min(pairs, key=_apart)


def _apart(pair: tuple[Candidate, Candidate]) -> float:
    """Return how far apart two are; their width counts, so that a town goes before its area."""
    a, b = pair
    return distance_m(a.lat, a.lon, b.lat, b.lon) + a.radius_m + b.radius_m


def _unit(word: str) -> float:
    short = word.lower()
    if short.startswith("mi"):
        return UNITS["mi"]
    return UNITS["k"] if short.startswith("k") else UNITS["m"]


def _bearing(word: str) -> float:
    short = re.sub(r"[- ]", "", word.lower())
    return BEARINGS[short] if short in BEARINGS else SHORT_BEARINGS[short]


def _dot(lat: float, lon: float) -> dict[str, Any]:
    return {"type": "Point", "coordinates": [round(lon, 6), round(lat, 6)]}


def locate(
    phrase: str, gazetteer: Gazetteer, *, country: str = "", near: Point | None = None
) -> Located | None:
    """Return where a phrase points, how exactly, and what else it may mean."""
    return Locator(gazetteer, country=country, near=near).locate(phrase)
