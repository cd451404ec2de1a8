"""Reads gold.toml: what an editor writes, what is known of it, and what should be asked."""

import re
import tomllib
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from dateline.codebook import Claim, Hedge, Place, Speaker, Toll, When
from dateline.places import Gazetteer
from dateline.reading.warning import Draft, Known, Marked, Passage, Warned, look, warnings
from tests.places.cast import CAST, place

FILE = Path(__file__).parent / "gold.toml"
ZONE = ZoneInfo("Asia/Damascus")
WRITTEN = datetime(2015, 10, 21, 18, tzinfo=ZONE)
MARKUP = re.compile(r"\[([^|\]]*)\|(\w+)\]|\{([^}]*)\}")
MORE = (
    place("t:k1", "Khirbat Salim", 35.7, 36.5, "village", parent="SY.12"),
    place("t:k2", "Khirbat Salim", 36.6, 37.9, "village", parent="SY.09"),
)
"""Two villages of one name."""


@dataclass(frozen=True)
class Case:
    """A few sentences, and what should be asked about them."""

    text: str
    passage: Passage
    known: Known
    language: str
    at: datetime
    expect: tuple[str, ...]
    wrongly: tuple[str, ...]
    """What is asked too, and should not be: known, and counted as wrong."""
    fixed: str

    def draft(self, gazetteer: Gazetteer) -> Draft:
        """Look at it, with a gazetteer of the cast."""
        return look(
            self.passage,
            language=self.language,
            reference=self.at,
            zone=ZONE,
            gazetteer=gazetteer,
            country="SY",
        )

    def found(self, gazetteer: Gazetteer) -> tuple[Warned, ...]:
        """Return what is asked."""
        return warnings(self.draft(gazetteer), self.known)


def cases() -> list[Case]:
    """Return every case of the file, in order."""
    told = tomllib.loads(FILE.read_text(encoding="utf-8"))
    claims = {name: _claim(row) for name, row in told["claims"].items()}
    return [_case(row, claims) for row in told["sentences"]]


def _case(row: dict[str, Any], claims: dict[str, Claim]) -> Case:
    passage = _passage(row["text"])
    marked = {mark.claim: claims[mark.claim] for mark in passage.marks}
    beside, near = row.get("beside", ()), row.get("near", ())
    known = Known(
        claims=marked,
        nearby={name: claims[name] for name in (*beside, *near)},
        accepted=frozenset(claims),
        beside={name: frozenset(beside) for name in marked},
    )
    at = datetime.fromisoformat(row["at"]).replace(tzinfo=ZONE) if "at" in row else WRITTEN
    return Case(
        row["text"],
        passage,
        known,
        row.get("language", "en"),
        at,
        tuple(sorted(row.get("expect", ()))),
        tuple(row.get("wrongly", ())),
        row.get("fixed", ""),
    )


def _passage(text: str) -> Passage:
    bare, marks, cited, behind = "", [], [], 0
    for match in MARKUP.finditer(text):
        bare += text[behind : match.start()]
        start = len(bare)
        bare += match[1] or match[3] or ""
        if match[2]:
            marks.append(Marked(start, len(bare), match[2]))
        else:
            cited.append((start, len(bare)))
        behind = match.end()
    return Passage(bare + text[behind:], tuple(marks), tuple(cited))


def _claim(row: dict[str, Any]) -> Claim:
    quote, day = row["quote"], row.get("day", "")
    name, verb = row.get("speakers", ()), row.get("verb", "")
    return Claim(
        quote,
        0,
        len(quote),
        row.get("kind", "event"),
        event=row["event"],
        negated=row.get("negated", False),
        speakers=tuple(Speaker(each, verb, each, (0, 1)) for each in name),
        tolls=tuple(_toll(toll, row.get("approximate", False)) for toll in row.get("tolls", ())),
        hedge=Hedge(row["hedge"]),
        place=_place(row["place"]) if "place" in row else None,
        when=When(day, day, day, day, "text") if day else None,
    )


def _toll(row: list[Any], approximate: bool) -> Toll:
    category, low, high, words = row
    return Toll(category, ("unknown",), low, high or None, words, (0, 1), approximate=approximate)


def _place(name: str) -> Place:
    plain = {"Sarmin": "Sarmīn", "Jisr ash Shughur": "Jisr ash Shughūr", "Al Bab": "Al Bāb"}
    entries = (*CAST, *MORE)
    one = next(e for e in entries if e.name == plain.get(name, name) and e.level != "governorate")
    found = Place(name, one.name, one.lat, one.lon, one.level, one.radius_m, one.id)
    return replace(found, admin=("Idlib", "Syria"), country=one.country)


def markdown(case: Case) -> str:
    """Return a case as it stands in the composer."""
    return MARKUP.sub(
        lambda m: f"[{m[1]}]{{claim={m[2]}}}" if m[2] else f"[{m[3]}](https://a.example/)",
        case.text,
    )
