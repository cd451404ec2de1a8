"""What a column's summary by front is drafted from: its incidents as readers may see them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import cast
from uuid import UUID

from dateline.weighing.fronts import Front, front_of
from dateline.weighing.incident import Weighed, weigh
from dateline.weighing.public_place import shown_area
from dateline.weighing.relations import Relation
from dateline.weighing.summary import Clause, Happening, Watch, draft
from dateline.weighing.testimony import Derivation, Testimony

from .models import Assessment, Column, Report
from .opened import opened_incidents
from .weighed import derivations, relation_rulings, told_of_each

NOBODY: Mapping[str, Watch] = {}


@dataclass(frozen=True)
class Told:
    """An incident that readers may know of, with what it rests on."""

    incident: UUID
    weighed: Weighed
    place: str
    """As readers may see it; "" where nothing that may be shown names it."""
    testimonies: Sequence[Testimony]


def fronts_of(column: Column) -> list[Front]:
    """Return a column's fronts that are not retired, in the order of its summary."""
    rows = column.fronts.filter(retired=False).order_by("position", "name", "pk")
    return [Front(str(one.pk), one.name, tuple(one.areas), tuple(one.rings)) for one in rows]


def drafted(
    column: Column,
    since: datetime,
    until: datetime,
    weighed: Mapping[UUID, Weighed],
    places: Mapping[UUID, str],
    heard: Mapping[str, Watch] = NOBODY,
) -> list[Clause]:
    """Draft the summary of a window from a column's incidents, weighed as readers may know them."""
    rows = Assessment.objects.filter(incident__in=list(weighed), status=Assessment.Status.STANDING)
    judged = {row.incident_id: row for row in rows}
    happenings = (
        Happening(
            id=str(pk),
            weighed=one,
            place=places[pk],
            assessment=judged[pk].sentence if pk in judged else "",
            signed=judged[pk].signed if pk in judged else "",
        )
        for pk, one in weighed.items()
    )
    return draft(fronts_of(column), happenings, (_day(since, column), _day(until, column)), heard)


def told_by(column: Column) -> list[Told]:
    """Return the column's incidents, weighed from what readers may see of them.

    The number of queries does not grow with that of incidents, but for those with rulings.
    """
    rows = column.incidents.filter(merged_into=None).exclude(title="").order_by("pk")
    incidents = {one.pk: one for one in rows}
    told = {pk: one for pk, one in _named(told_of_each(incidents, public=True)).items() if one}
    resting = derivations(each for one in told.values() for each in one)
    opened = opened_incidents(told)
    ruled = set(column.incidents.exclude(rulings=None).values_list("pk", flat=True))
    merged = column.incidents.exclude(merged_into=None).exclude(rulings=None).exists()
    found = []
    for pk, one in told.items():
        rulings = relation_rulings(incidents[pk]) if merged or pk in ruled else {}
        weighed = weigh(one, _below(one, resting), cast("Mapping[str, Relation]", rulings))
        seen = shown_area(weighed.area, one, opened=pk in opened)
        found.append(Told(pk, weighed, seen.name if seen else "", one))
    return found


def _named(told: Mapping[UUID, list[Testimony]]) -> dict[UUID, list[Testimony]]:
    """Return testimonies without the names that only reports of private persons have."""
    reports = {each.report for one in told.values() for each in one}
    rows = Report.objects.filter(pk__in=reports, identifies=True)
    private = set(map(str, rows.values_list("pk", flat=True)))
    return {
        pk: [_nameless(each) if each.report in private else each for each in one]
        for pk, one in told.items()
    }


def _nameless(one: Testimony) -> Testimony:
    voices = tuple(
        replace(voice, name="A person") if voice.id.startswith("name:") else voice
        for voice in one.voices
    )
    actor = one.claim.actor
    if actor and not one.party:
        actor = replace(actor, name="a person")
    return replace(one, voices=voices, claim=replace(one.claim, actor=actor))


def _below(told: Iterable[Testimony], resting: Iterable[Derivation]) -> list[Derivation]:
    """Return the derivations that lead on from the reports of one incident."""
    wanted, found = {one.report for one in told}, set[Derivation]()
    while step := {one for one in resting if one.report in wanted} - found:
        found |= step
        wanted |= {one.on for one in step}
    return sorted(found, key=lambda one: (one.report, one.on))


def watched(column: Column, fronts: Sequence[Front], told: Iterable[Told]) -> dict[str, Watch]:
    """Return, by front, how many sources have spoken of it and when the newest of them did."""
    voices: dict[str, set[str]] = {front.id: set() for front in fronts}
    last: dict[str, datetime] = {}
    for one in told:
        if front := front_of(one.weighed.area, fronts):
            voices[front.id] |= {each.voices[-1].id for each in one.testimonies}
            newest = max(each.said_at for each in one.testimonies)
            last[front.id] = max(newest, last.get(front.id, newest))
    return {
        pk: Watch(len(heard), _in_words(last[pk], column) if pk in last else "")
        for pk, heard in voices.items()
    }


def _in_words(at: datetime, column: Column) -> str:
    local = at.astimezone(column.zone_info)
    return f"{local.day} {local:%b %H:%M}"


def fresh_clauses(column: Column, since: datetime, until: datetime) -> list[Clause]:
    """Draft the column's summary of a window as its incidents stand now."""
    told = told_by(column)
    return drafted(
        column,
        since,
        until,
        {one.incident: one.weighed for one in told},
        {one.incident: one.place for one in told},
        watched(column, fronts_of(column), told),
    )


def _day(at: datetime, column: Column) -> date:
    return at.astimezone(column.zone_info).date()


def outdated(clauses: Iterable[Mapping[str, str]], fresh: Iterable[Clause]) -> set[int]:
    """Return the places of the clauses that newer claims outdate, counted from 0.

    `clauses` are a summary's; a clause that an editor wrote himself rests on no draft.
    """
    known = {one.basis for one in fresh}
    return {n for n, one in enumerate(clauses) if one["basis"] and one["basis"] not in known}
