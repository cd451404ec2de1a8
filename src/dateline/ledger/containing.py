"""Which larger happenings contain an incident: through merges, and past what is not told of."""

from collections.abc import Iterable
from uuid import UUID

from .grouped import wholes
from .models import Incident


def containing(incidents: Iterable[UUID]) -> dict[UUID, list[UUID]]:
    """Return, for each of these whole incidents, the whole ones that contain it.

    The nearest comes first; in a ring nothing comes twice, and nothing contains itself.
    """
    start = list(dict.fromkeys(incidents))
    links = _links(start)
    return {pk: _above(pk, links) for pk in start}


def _links(incidents: Iterable[UUID]) -> dict[UUID, UUID]:
    """Return what each is part of, and so on upwards: few queries a step, and steps are few."""
    links: dict[UUID, UUID] = {}
    wanted = set(incidents)
    while wanted:
        rows = Incident.objects.filter(pk__in=wanted).exclude(part_of=None)
        step: dict[UUID, UUID] = dict(rows.values_list("pk", "part_of_id"))
        whole_of = wholes(step.values())
        links |= {pk: whole_of[on] for pk, on in step.items()}
        wanted = set(whole_of.values()) - links.keys() - wanted
    return links


def _above(incident: UUID, links: dict[UUID, UUID]) -> list[UUID]:
    found = [incident]
    while (above := links.get(found[-1])) and above not in found:
        found.append(above)
    return found[1:]
