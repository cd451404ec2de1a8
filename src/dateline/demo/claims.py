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
from dateline.ledger.models import Claim, Column, Person, Report
from dateline.ledger.verbs.proposing import make_claim

Find = Callable[[str], At | None]
"""Where words stand first, behind the start of a claim's quote; None for no words."""


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
    text = Report.objects.get(pk=report).newest.text
    said = _said(one, kept_words(text), places)
    return make_claim(by=owner, text=text, said=said, column=column)


def _said(one: dict[str, Any], words: str, places: dict[str, Any]) -> Said:
    start = words.index(one["quote"])

    def find(part: str) -> At | None:
        at = words.index(part, start)
        return (at, at + len(part)) if part else None

    event, event_words = one["event"]
    doubt, doubted = one["hedge"]
    return Said(
        quote=one["quote"],
        start=start,
        end=start + len(one["quote"]),
        kind=one["kind"],
        event=event,
        event_words=event_words,
        event_at=find(event_words),
        hedge=Hedge(doubt, doubted, find(doubted)),
        said_when=_day(one["said"]),
        place=_place(one["place"], places, find),
        **_parts(one, find),
    )


def _parts(one: dict[str, Any], find: Find) -> dict[str, Any]:
    """Return the parts that a claim may have or not."""
    found: dict[str, Any] = {}
    if speaker := one.get("speaker"):
        found["speakers"] = (Speaker(*speaker, find(speaker[-1])),)
    if actor := one.get("actor"):
        found["actor"] = Actor(*actor, find(actor[-1]))
    if target := one.get("target"):
        found["target"] = Target(None, *target, find(target[-1]))
    if when := one.get("when"):
        found["when"] = _days(*when, find)
    if toll := one.get("toll"):
        found["tolls"] = (_toll(*toll, find=find),)
    return found


def _place(said: list[str], places: dict[str, Any], find: Find) -> Place:
    key, words = said
    known = places[key]
    return Place(**known | {"admin": tuple(known["admin"])}, words=words, at=find(words))


def _day(day: str) -> When:
    return When("", day, day, day, "report")


def _days(words: str, first: str, last: str, find: Find) -> When:
    edtf = first if first == last else f"{first}/{last}"
    return When(words, edtf, first, last, "text" if words else "report", find(words))


def _toll(
    category: Any, words: str, low: int, high: int, group: Any = "unknown", *, find: Find
) -> Toll:
    about = words.startswith("about")
    return Toll(category, (group,), low, high, words, find(words), approximate=about)
