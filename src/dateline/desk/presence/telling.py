"""Saying to one person what another does, without a word that they may not know."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from dateline.desk.reports.access import REPORTS, keeps, secret
from dateline.desk.reports.words import title_of
from dateline.desk.templatetags.desk import clock
from dateline.desk.wire.row import newest_of
from dateline.ledger.models import Column, Person, Update

from .here import Doing, others_here

LONGEST = 60
"""Characters of a headline or title."""
Told = dict[str, str]


@dataclass(frozen=True)
class Names:
    """The updates and reports that are spoken of, by id, as far as the listener may know them."""

    updates: Mapping[uuid.UUID, str]
    reports: Mapping[uuid.UUID, str]


def told_of_others(person: Person, column: Column) -> list[Told]:
    """Return what the others at a column's desk do: `name`, `doing`, `since`, and on what."""
    here = others_here(person, column)
    names = _names(person, column, {doing.on for _, doing in here if doing.on})
    return [{"name": str(one), **_told(doing, names, column)} for one, doing in here]


def _names(person: Person, column: Column, ids: set[uuid.UUID]) -> Names:
    updates = Update.objects.filter(pk__in=ids, blog__column=column)
    keeper = keeps(person)
    reports = [
        one for one in REPORTS.filter(pk__in=ids, redacted=False) if keeper or not secret(one)
    ]
    newest = newest_of(reports)
    return Names(
        {one.pk: _short(one.headline) for one in updates},
        {one.pk: _short(title_of(one, newest.get(one.pk))) for one in reports},
    )


def _told(doing: Doing, names: Names, column: Column) -> Told:
    told = {"doing": _PLAIN[doing.what], "since": clock(doing.since, column)}
    if doing.what == "writing" and doing.on and doing.on in names.updates:
        name = names.updates[doing.on] or "an update"
        return told | {"doing": f"writes {name}", "update": str(doing.on)}
    if doing.what == "reading" and doing.on and doing.on in names.reports:
        return told | {"doing": f"reads {names.reports[doing.on]}", "report": str(doing.on)}
    return told


_PLAIN = {
    "writing": "writes a new update",
    "reading": "reads a report",
    "reviewing": "reviews the wire",
    "here": "is here",
}


def _short(words: str) -> str:
    """Return words in quotation marks, isolated so that Arabic does not turn the rest around."""
    cut = words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip()}…"
    return f"\u2068“{cut}”\u2069" if cut else ""
