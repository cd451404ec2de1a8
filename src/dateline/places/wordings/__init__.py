"""How phrases of a place read in each language. Another is another table, named below."""

import re
from dataclasses import dataclass
from re import Pattern
from typing import Final

from dateline.places.wordings.arabic import ARABIC
from dateline.places.wordings.english import ENGLISH
from dateline.places.wordings.russian import RUSSIAN
from dateline.places.wordings.table import Wording
from dateline.places.wordings.turkish import TURKISH
from dateline.places.wordings.ukrainian import UKRAINIAN
from dateline.places.wordings.western import FRENCH, GERMAN, SPANISH

WORDINGS: Final = (ENGLISH, ARABIC, RUSSIAN, UKRAINIAN, FRENCH, SPANISH, GERMAN, TURKISH)
DECIMAL_COMMA: Final = re.compile(r"\d+,\d{1,2}")
Shape = tuple[Pattern[str], Wording]


@dataclass(frozen=True, slots=True)
class Told:
    """What a phrase told: the parts of the shape that it has."""

    name: str
    other: str = ""
    bearing: float | None = None
    metres: float | None = None


def _shapes(kind: str) -> tuple[Shape, ...]:
    return tuple((p, word) for word in WORDINGS for p in word.patterns(getattr(word, kind)))


KINDS: Final = ("away", "rural", "side", "between", "both", "inside", "beside")
SHAPES: Final = {kind: _shapes(kind) for kind in KINDS}


def readings(kind: str, words: str) -> list[Told]:
    """Return what a phrase tells as one of this kind, in each language that it can be read in."""
    matches = ((pattern.fullmatch(words), wording) for pattern, wording in SHAPES[kind])
    return [_told(found.groupdict(), wording) for found, wording in matches if found]


def _told(parts: dict[str, str | None], wording: Wording) -> Told:
    bearing, far, unit = (parts.get(part) for part in ("bearing", "far", "unit"))
    return Told(
        name=parts["name"] or "",
        other=parts.get("other") or "",
        bearing=wording.bearings[bearing.lower()] if bearing else None,
        metres=_number(far) * wording.units[unit.lower()] if far and unit else None,
    )


def _number(text: str) -> float:
    """Read "1,200", "1 200" and "2.5"; a comma before fewer than three digits is a decimal one."""
    plain = "".join(text.split())
    if DECIMAL_COMMA.fullmatch(plain):
        plain = plain.replace(",", ".")
    return float(plain.replace(",", ""))
