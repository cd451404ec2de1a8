"""The demo's claims: made by hand from words of its reports, as an editor makes them."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

from dateline.codebook import Actor, Hedge, Place, Speaker, Toll, When
from dateline.codebook import Claim as Said
from dateline.codebook.claim import At, Target
from dateline.ledger.grounds import kept_words
from dateline.ledger.models import Claim, Column, Person, ReportText
from dateline.ledger.verbs.proposing import make_claim

Find = Callable[[str], At]
"""Where words stand first, from the start of a claim's quote on."""


def load_claims(
    owner: Person, column: Column, content: Path, reports: dict[str, UUID]
) -> dict[str, Claim]:
    """Accept every claim of `claims.toml` into the column; return them by name."""
    places = _table(content, "places.toml")
    return {
        name: _made(owner, column, one, places, reports[one["report"]])
        for name, one in _table(content, "claims.toml").items()
    }


def _table(content: Path, name: str) -> dict[str, Any]:
    return tomllib.loads((content / name).read_text(encoding="utf-8"))


def _made(
    owner: Person, column: Column, one: dict[str, Any], places: dict[str, Any], report: UUID
) -> Claim:
    text = ReportText.objects.get(capture__report=report)
    said = _said(one, kept_words(text), places)
    return make_claim(by=owner, text=text, said=said, column=column)


def _said(one: dict[str, Any], words: str, places: dict[str, Any]) -> Said:
    start = words.index(one["quote"])

    def find(part: str) -> At:
        at = words.index(part, start)
        return at, at + len(part)

    event, event_words = one["event"]
    doubt, doubted = one["hedge"]
    return Said(
        quote=one["quote"],
        start=start,
        end=start + len(one["quote"]),
        kind=one["kind"],
        event=event,
        event_words=event_words,
        event_at=find(event_words) if event_words else None,
        hedge=Hedge(doubt, doubted, find(doubted)),
        said_when=_day(one["said"]),
        place=_place(one["place"], places, find),
        **_parts(one, find),
    )


def _parts(one: dict[str, Any], find: Find) -> dict[str, Any]:
    """Return the parts that a claim may have or not."""
    found: dict[str, Any] = {}
    if "speaker" in one:
        name, how, words = one["speaker"]
        found["speakers"] = (Speaker(name, how, words, find(words)),)
    if "actor" in one:
        name, words = one["actor"]
        found["actor"] = Actor(name, words, find(words))
    if "target" in one:
        kind, words = one["target"]
        found["target"] = Target(None, kind, words, find(words))
    if "when" in one:
        found["when"] = _days(*one["when"], find=find)
    if "toll" in one:
        found["tolls"] = (_toll(*one["toll"], find=find),)
    return found


def _place(said: list[str], places: dict[str, Any], find: Find) -> Place:
    key, words = said
    known = places[key]
    return Place(
        **known | {"admin": tuple(known["admin"])}, words=words, at=find(words) if words else None
    )


def _day(day: str) -> When:
    return When("", day, day, day, "report")


def _days(words: str, first: str, last: str, *, find: Find) -> When:
    edtf = first if first == last else f"{first}/{last}"
    at = find(words) if words else None
    return When(words, edtf, first, last, "text" if words else "report", at)


def _toll(category: Any, words: str, count: int, group: Any = "unknown", *, find: Find) -> Toll:
    about = words.startswith("about")
    return Toll(category, (group,), count, count, words, find(words), approximate=about)
