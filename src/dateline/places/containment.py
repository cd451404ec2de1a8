"""One name inside another: "Sermin, Idlib", "Sermin (Idlib)", "Sermin in Idlib"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from dateline.codebook import distance_m
from dateline.places import located
from dateline.places.candidate import Candidate
from dateline.places.located import Located
from dateline.places.names import key
from dateline.places.outline import holds
from dateline.places.search import Search
from dateline.places.wordings import readings

BRACKETS: Final = re.compile(r"(?P<name>[^(]+?)\s*\((?P<outer>[^)]+)\)")
MARKS: Final = re.compile(r"\s*[,،;:/]\s*|\s+[-–—]\s+")
MOST_PARTS: Final = 6


def contained(words: str, search: Search) -> Located | None:
    """Read "A, B", "A (B)" and "A in B": A inside B, else B where only B is known."""
    parts = [part for part in _parts(words) if key(part)]
    if len(parts) < 2:
        return None
    found, unknown = _nested(parts[::-1], search)
    if unknown:
        found, unknown = min((found, unknown), _nested(parts, search), key=_how_lost)
    if not found:
        return None
    told = "".join(f"“{part[:60]}” is not known there; " for part in unknown)
    return located.plain(words, [replace(c, why=told + c.why) for c in found], search.gazetteer)


def _parts(words: str) -> Iterator[str]:
    told = BRACKETS.fullmatch(words)
    if told:
        yield from [*_parts(told["name"])] or [told["name"]]
        yield told["outer"]
    elif MARKS.search(words):
        yield from MARKS.split(words)[:MOST_PARTS]
    elif inside := readings("inside", words):
        yield from (inside[0].name, inside[0].other)


def _nested(parts: list[str], search: Search) -> tuple[list[Candidate], list[str]]:
    """Search from the widest part inwards; return what is found last and what is not found."""
    outer: list[Candidate] = []
    unknown = []
    for part in parts:
        found = _inside(part, outer, search)
        if not found:
            unknown.append(part)
        outer = found or outer
    return outer, unknown


def _how_lost(reading: tuple[list[Candidate], list[str]]) -> tuple[int, float]:
    """Order readings: fewer unknown names first, then the likelier answer."""
    found, unknown = reading
    return len(unknown), -found[0].score if found else 0.0


def _inside(name: str, outer: list[Candidate], search: Search) -> list[Candidate]:
    """Return what of this name lies in one of the outer candidates, in their order."""
    if not outer:
        named = search.named(name)
        return [c for c in named if search.country in ("", c.country)]
    kept = []
    for around in outer[:3]:
        found = search.named(name, (around.lat, around.lon, around.radius_m))
        kept += [c for c in found if _lies_in(c, around, search)]
    return list({c.id: c for c in reversed(kept)}.values())[::-1]


def _lies_in(inner: Candidate, around: Candidate, search: Search) -> bool:
    if inner.id == around.id:
        return True
    if around.level == "country":
        return inner.country == around.country
    above = search.gazetteer.above(inner.row) if inner.row else ()
    if around.row and any(area.row == around.row for area in above):
        return True
    if key(around.name) in {key(name) for name in inner.admin}:
        return inner.country == around.country
    rings = search.gazetteer.outline(around.row)[1] if around.row else ()
    if rings and holds(rings, inner.lat, inner.lon):
        return True
    away = distance_m(inner.lat, inner.lon, around.lat, around.lon)
    return away <= max(25_000, 1.2 * around.radius_m)
