"""Which incidents are one: an incident and all that were merged into it, by any way."""

from collections.abc import Iterable
from uuid import UUID

from .models import Grouping, Incident


def wholes(ids: Iterable[UUID]) -> dict[UUID, UUID]:
    """Return, for each of these incidents, the one that stands for it: itself if not merged."""
    found = {pk: pk for pk in ids}
    open_ = set(found)
    while open_:  # one query a step; editors seldom merge what was merged twice before
        rows = Incident.objects.filter(pk__in=open_).exclude(merged_into=None)
        into: dict[UUID, UUID] = dict(rows.values_list("pk", "merged_into_id"))
        found = {pk: into.get(end, end) for pk, end in found.items()}
        open_ = set(into.values())
    return found


def members(ids: Iterable[UUID]) -> dict[UUID, UUID]:
    """Return the ids of these whole incidents and of all merged into them, each with its whole."""
    found = {pk: pk for pk in ids}
    merged = set(found)
    while merged:
        rows = Incident.objects.filter(merged_into__in=merged)
        step: dict[UUID, UUID] = dict(rows.values_list("pk", "merged_into_id"))
        found |= {pk: found[into] for pk, into in step.items()}
        merged = set(step)
    return found


def whole_id(incident: Incident) -> UUID:
    """Return the id of the incident that stands for this one by now, whatever it was as loaded."""
    return wholes([incident.pk])[incident.pk]


def ids_of(incident: Incident) -> list[UUID]:
    """Return the ids of an incident's whole and of all that were merged into it."""
    return list(members([whole_id(incident)]))


def answers(claim_id: UUID, incident: Incident) -> list[Grouping]:
    """Return what was ever answered about a claim and an incident, also before it was merged."""
    rows = Grouping.objects.filter(claim=claim_id, incident__in=ids_of(incident))
    return list(rows.select_related("incident"))


def answered(rows: Iterable[Grouping]) -> int:
    """Return how many answers were given in these rows: what the next one is based on."""
    return sum(row.revision for row in rows)
