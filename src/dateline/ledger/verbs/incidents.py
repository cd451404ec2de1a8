"""Incidents: opening one, naming it, placing it in a larger one, how finely readers see its place.

A verb that changes an incident's own record takes `based_on`, the incident's revision when it was
looked at, and raises Collision where that is not the newest.
"""

from collections.abc import Sequence

from ..checks import check_texts, require_words
from ..log import Log, verb
from ..models import Claim, Column, Incident, Person
from ..permission import require
from ..refusal import Collision, Refused
from .grouping import join

MEANWHILE = (
    "Someone else changed this incident while you were looking. Look at it as it stands now."
)


def get_incident(by: Person, incident: Incident) -> Incident:
    """Return an incident as it is now, for somebody who may decide about it."""
    found: Incident = Incident.objects.select_related("column").get(pk=incident.pk)
    require(by, "decide_claim", found.column)
    return found


def require_newest_incident(incident: Incident, based_on: int) -> None:
    """Raise Collision where someone changed the incident since `based_on`, its revision then."""
    if incident.revision != based_on:
        raise Collision(incident.revision, MEANWHILE)


def keep_incident(
    incident: Incident, log: Log, before: dict[str, object], reason: str = ""
) -> None:
    """Save an incident that a verb has changed, with its entry."""
    incident.revision += 1
    check_texts(incident)
    incident.save()
    refuse_ring(incident)
    log.write(incident, before=before, reason=reason)


def new_incident(column: Column, title: str, log: Log) -> Incident:
    """Save a new incident, which has no claims yet."""
    incident = Incident(column=column, title=require_words(title, "The title"))
    check_texts(incident)
    incident.save()
    log.write(incident, before=None)
    return incident


def refuse_ring(incident: Incident) -> None:
    """Raise Refused where an incident has become part of itself, by whatever way."""
    start: Incident = incident.whole
    larger = start.part_of.whole if start.part_of else None
    while larger:  # no ring was there before, so one can only close here
        if larger.pk == start.pk:
            raise Refused("An incident cannot be part of itself, or of one of its own parts.")
        larger = larger.part_of.whole if larger.part_of else None


def open_incident(*, by: Person, column: Column, title: str, claims: Sequence[Claim]) -> Incident:
    """Open an incident that these accepted claims of the column are about; one at the least."""
    with verb("open_incident", by=by) as log:
        require(by, "decide_claim", column)
        if not claims:
            raise Refused("An incident rests on a claim. Choose one at the least.")
        incident = new_incident(Column.objects.get(pk=column.pk), title, log)
        for claim in {claim.pk: claim for claim in claims}.values():
            join(claim, incident, log)
    return incident


def name_incident(*, by: Person, incident: Incident, title: str, based_on: int) -> Incident:
    """Give an incident another title."""
    with verb("name_incident", by=by) as log:
        incident = get_incident(by, incident)
        require_newest_incident(incident, based_on)
        before = incident.content()
        incident.title = require_words(title, "The title")
        keep_incident(incident, log, before)
    return incident


def set_part_of(
    *, by: Person, incident: Incident, whole: Incident | None, based_on: int
) -> Incident:
    """Say that an incident is part of a larger one of its column; None takes that back."""
    with verb("set_part_of", by=by) as log:
        incident = get_incident(by, incident)
        _refuse_merged(incident)
        require_newest_incident(incident, based_on)
        before = incident.content()
        incident.part_of = Incident.objects.get(pk=whole.pk).whole if whole else None
        if incident.part_of and incident.part_of.column_id != incident.column_id:
            raise Refused("These incidents belong to two columns.")
        keep_incident(incident, log, before)
    return incident


def open_place(*, by: Person, incident: Incident, based_on: int) -> Incident:
    """Let readers see the incident's place as finely as its claims tell it."""
    return _set_place(by, incident, "open_place", True, based_on)


def close_place(*, by: Person, incident: Incident, based_on: int) -> Incident:
    """Let readers see the incident's place no finer than the named town."""
    return _set_place(by, incident, "close_place", False, based_on)


def _set_place(by: Person, incident: Incident, name: str, opened: bool, based_on: int) -> Incident:
    with verb(name, by=by) as log:
        incident = get_incident(by, incident)
        _refuse_merged(incident)
        require_newest_incident(incident, based_on)
        if incident.place_opened == opened:
            raise Refused(f"Its place is {'open' if opened else 'closed'} already.")
        before = incident.content()
        incident.place_opened = opened
        keep_incident(incident, log, before)
    return incident


def _refuse_merged(incident: Incident) -> None:
    if incident.merged_into_id:
        raise Refused(f"This incident is merged into “{incident.whole.title}”. Change that one.")
