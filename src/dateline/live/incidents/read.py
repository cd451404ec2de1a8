"""From the ledger's records to what an incident's page shows. Reads only."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q
from django.utils.translation import get_language_bidi

from dateline.ledger.grouped import ids_of
from dateline.ledger.models import Apart, Incident
from dateline.ledger.weighed import standing_assessment
from dateline.live import address, codes
from dateline.live.evidence.view import Checked, Evidence
from dateline.live.read import column_view
from dateline.live.view import Link
from dateline.weighing.positions import Silence

from . import view
from .changes import changes
from .graph import graph
from .happened import Happened, days, shown_incidents
from .resting import resting, voice_names
from .sayings import Teller
from .tolls import tally

MOST_LINKS = 40
"""Parts of a larger incident, and incidents that are not the same, that a page lists."""


def incident_view(one: Happened) -> view.IncidentView:
    """Return an incident's page in the active language."""
    evidence, weighed = one.evidence(), one.weighed
    teller = one.teller(evidence)
    asked = tuple(teller.asked(each, weighed) for each in weighed.asked)
    origins, log = weighed.origins, changes(one.incident)
    kept = tuple(evidence[UUID(pk)] for pk in dict.fromkeys(each.report for each in one.told))
    names = voice_names(origins, teller, evidence)
    return view.IncidentView(
        id=str(one.incident.pk),
        column=column_view(one.incident.column),
        title=one.incident.title,
        where=one.where,
        when=days(weighed.span),
        asked=asked,
        undisputed=_undisputed(asked),
        tallies=tuple(tally(each, teller) for each in weighed.tallies),
        silences=tuple(_unsaid(each, teller) for each in weighed.silences),
        may_be=tuple(teller.saying(each) for each in one.told if each.may_be),
        reports=codes.reports(len(origins.reports)),
        origins=codes.sources(origins.low, origins.high),
        resting=tuple(resting(origins, teller, evidence)),
        graph=graph(origins, names, rtl=get_language_bidi()),
        kept=kept,
        checks=_checks(kept),
        changes=log,
        changed_at=log[0].at if log else None,
        assessment=_signed(one.incident),
        bare=all(each.may_be for each in one.told),
        part_of=_part_of(one.incident),
        parts=_parts(one.incident),
        apart=_apart(one.incident),
    )


def link(incident: Incident) -> Link:
    """Return the way to an incident's page."""
    return Link(address.incident(incident.pk), incident.title)


def _undisputed(asked: Iterable[view.Asked]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (one.question, position.answer)
        for one in asked
        for position in one.positions
        if position.undisputed
    )


def _unsaid(one: Silence, teller: Teller) -> view.Unsaid:
    return view.Unsaid(
        speaker=teller.name(one.voice),
        relation=codes.words(codes.RELATIONS, one.relation),
        questions=tuple(codes.words(codes.QUESTIONS, each) for each in one.questions),
    )


def _checks(kept: Iterable[Evidence]) -> tuple[tuple[Evidence, Checked], ...]:
    return tuple((report, check) for report in kept for check in report.checks)


def _signed(incident: Incident) -> view.Signed | None:
    found = standing_assessment(incident)
    if found is None or not found.sentence:
        return None
    return view.Signed(found.sentence, found.signed, found.at)


def _part_of(incident: Incident) -> Link | None:
    larger = shown_incidents([incident.part_of_id] if incident.part_of_id else [])
    return next(map(link, larger), None)


def _parts(incident: Incident) -> tuple[Link, ...]:
    rows = Incident.objects.filter(part_of__in=ids_of(incident), merged_into=None).order_by("pk")
    return tuple(map(link, shown_incidents(rows.values_list("pk", flat=True)[:MOST_LINKS])))


def _apart(incident: Incident) -> tuple[Link, ...]:
    ids = ids_of(incident)
    rows = Apart.objects.filter(Q(one__in=ids) | Q(other__in=ids), standing=True).order_by("pk")
    pairs = rows.values_list("one", "other")[:MOST_LINKS]
    return tuple(map(link, shown_incidents({pk for pair in pairs for pk in pair} - set(ids))))
