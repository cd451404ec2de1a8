"""The published summary as it stands: its clauses by front, and which of them news outdates."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import count
from typing import Any
from uuid import UUID

from django.utils.translation import gettext, gettext_noop, ngettext

from dateline.ledger.models import Column, Summary
from dateline.ledger.summarising import drafted
from dateline.live import address, codes
from dateline.live.incidents.happened import Happened
from dateline.live.incidents.read import link
from dateline.live.view import Link
from dateline.weighing.summary import Clause as Drafted

from . import view
from .standing import standing

SORTS = {
    "attributed": gettext_noop("attributed"),
    "silence": gettext_noop("silence"),
    "assessment": gettext_noop("the desk's judgement"),
}
MOST_CITES = 12
"""Of a clause; its incidents' pages have all."""


def summary(column: Column, happened: Sequence[Happened]) -> view.Summary | None:
    """Return the published summary in the active language; None where there is none."""
    found = Summary.objects.filter(column=column, status=Summary.Status.PUBLISHED).first()
    if found is None:
        return None
    known = {str(one.incident.pk): one for one in happened}
    clauses = standing(found.clauses, known)
    fresh = _fresh(found, column, happened)
    numbers = count(1)
    names = dict(column.fronts.order_by("position", "name").values_list("pk", "name"))
    said = (
        view.Front(
            name=name,
            clauses=tuple(_clauses(clauses, str(pk), fresh, known, numbers)),
            news=tuple(_news(clauses, str(pk), fresh, known, found.published_at)),
        )
        for pk, name in names.items()
    )
    return view.Summary(
        fronts=tuple(front for front in said if front.clauses),
        since=found.since,
        until=found.until,
        coverage=_coverage(happened, found.since, found.until),
        signed=found.signed,
        published_at=found.published_at,
    )


def _fresh(found: Summary, column: Column, happened: Iterable[Happened]) -> list[Drafted]:
    known = {one.incident.pk: one for one in happened}
    weighed = {pk: one.weighed for pk, one in known.items()}
    places = {pk: one.area.name if one.area else "" for pk, one in known.items()}
    return drafted(column, found.since, found.until, weighed, places)


def _clauses(
    clauses: Iterable[Mapping[str, Any]],
    front: str,
    fresh: Iterable[Drafted],
    known: Mapping[str, Happened],
    numbers: Iterator[int],
) -> Iterator[view.Clause]:
    bases = {one.basis for one in fresh if one.front == front}
    for one in clauses:
        if one["front"] == front:
            yield view.Clause(
                sort=one["sort"],
                sort_words=codes.words(SORTS, one["sort"]),
                words=one["words"],
                cites=tuple(_cites(one, known, numbers)),
                outdated=bool(one["basis"]) and one["basis"] not in bases,
            )


def _cites(
    clause: Mapping[str, Any], known: Mapping[str, Happened], numbers: Iterator[int]
) -> Iterator[Link]:
    paths = [link(known[pk].incident).path for pk in clause["incidents"]]
    paths += [address.claim(UUID(pk)) for pk in clause["claims"]]
    for path in paths[:MOST_CITES]:
        yield Link(path, str(next(numbers)))


def _news(
    clauses: Iterable[Mapping[str, Any]],
    front: str,
    fresh: Iterable[Drafted],
    known: Mapping[str, Happened],
    published_at: datetime | None,
) -> Iterator[Link]:
    """Yield incidents of a front that were told of since, and that no clause has."""
    had = {pk for one in clauses for pk in one["incidents"]}
    told_of = dict.fromkeys(pk for one in fresh if one.front == front for pk in one.incidents)
    for pk in told_of:
        told = known[pk].weighed.as_of
        if pk not in had and told and published_at and told > published_at:
            yield link(known[pk].incident)


def _coverage(happened: Iterable[Happened], since: datetime, until: datetime) -> str:
    """Say how much was heard in the window."""
    told = [each for one in happened for each in one.told if since <= each.said_at <= until]
    sources = len({one.voices[-1].id for one in told})
    reports = codes.reports(len({one.report for one in told}))
    said = ngettext("{reports} from {number} source", "{reports} from {number} sources", sources)
    return said.format(reports=reports, number=sources) if told else gettext("no reports")
