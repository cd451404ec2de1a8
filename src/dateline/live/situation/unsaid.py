"""Names in the words of clauses that the desk knows and readers may not learn, or not any more."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from dateline.ledger.keys import folded
from dateline.ledger.models import Grouping, Report
from dateline.ledger.weighed import told_of_each
from dateline.live.incidents.happened import Happened
from dateline.weighing.public_place import exact_area, shown_area
from dateline.weighing.testimony import Testimony


def unsaid(
    clauses: Sequence[Mapping[str, Any]], known: Mapping[str, Happened]
) -> list[tuple[str, ...]]:
    """Return, for each clause, the names in its words that its incidents have for the desk only.

    Those are exact places that are not open, and people whom only a report of a private person
    names. They are compared as the desk and the readers know them now: whatever has changed since
    the words were written or mended by hand, no record of them is needed.
    """
    about = _about(pk for clause in clauses for pk in clause["claims"])
    incidents = [
        {*map(UUID, one["incidents"]), *(about[pk] for pk in one["claims"] if pk in about)}
        for one in clauses
    ]
    told = told_of_each(set().union(*incidents))
    private = _private(told.values())
    hidden = {pk: _names(each) - _open(known.get(str(pk)), private) for pk, each in told.items()}
    return [
        tuple(sorted(name for pk in ids for name in hidden[pk] if _says(one["words"], name)))
        for one, ids in zip(clauses, incidents, strict=True)
    ]


def _about(claims: Iterable[str]) -> dict[str, UUID]:
    """Return the whole incidents that claims are about."""
    rows = Grouping.objects.filter(claim__in=set(claims), answer=Grouping.Answer.SAME)
    return {str(row.claim_id): row.incident.whole.pk for row in rows.select_related("incident")}


def _private(told: Iterable[Sequence[Testimony]]) -> set[str]:
    reports = {each.report for one in told for each in one}
    rows = Report.objects.filter(pk__in=reports, identifies=True)
    return set(map(str, rows.values_list("pk", flat=True)))


def _names(told: Iterable[Testimony]) -> set[str]:
    """Return every name of places and people that an incident has, folded."""
    found: set[str] = set()
    for one in told:
        found.update(voice.name for voice in one.voices)
        found.update(_actor(one))
        if one.claim.place:
            found.add(one.claim.place.name)
    return {folded(name) for name in found if folded(name)}


def _open(one: Happened | None, private: set[str]) -> set[str]:
    """Return the names of an incident that readers may learn, folded."""
    if one is None:
        return set()
    found = set(_places(one))
    for each in one.told:
        alone = each.report in private
        found.update(v.name for v in each.voices if not (alone and v.id.startswith("name:")))
        found.update(_actor(each) if each.party or not alone else ())
    return {folded(name) for name in found}


def _actor(one: Testimony) -> tuple[str, ...]:
    actor = one.claim.actor
    return (actor.name,) if actor and actor.name else ()


def _places(one: Happened) -> Iterator[str]:
    """Yield the names of the areas of its claims, each as fine as readers may know the whole."""
    areas = [one.weighed.area, *(exact_area(each.claim) for each in one.told)]
    for area in areas:
        shown = shown_area(area, one.told, opened=one.opened)
        if shown:
            yield from (shown.name, *shown.within)


def _says(words: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", folded(words)) is not None
