"""Which incidents an audience may be told of, and what is said of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from dateline.weighing.testimony import Testimony

from ..models import Incident, Report
from ..opened import opened_incidents
from ..weighed import told_of_each
from .audience import Audience


@dataclass(frozen=True)
class Told:
    """A whole incident with the claims that this audience may have."""

    incident: Incident
    testimonies: tuple[Testimony, ...]
    identifying: frozenset[str]
    """Ids of those of its reports that identify a private person."""
    opened: bool
    """An editor opened its place, and no claim of it, a held one too, forbids that."""


def told_incidents(ids: Iterable[UUID], audience: Audience) -> list[Told]:
    """Return those of these whole incidents that rest on a claim that this audience may have.

    The title of any other could tell what is held.
    """
    wanted = set(ids)
    if not wanted:
        return []
    chosen = Incident.objects.filter(pk__in=wanted, merged_into=None).exclude(title="")
    incidents = chosen.select_related("column").order_by("pk")
    told = told_of_each([one.pk for one in incidents], public=not audience.desk, now=audience.now)
    reports = {one.report for each in told.values() for one in each}
    rows = Report.objects.filter(pk__in=reports).select_related("source__merged_into__merged_into")
    held = {str(one.pk) for one in rows if one.is_held}
    identifying = frozenset(str(one.pk) for one in rows if one.identifies)
    opened = opened_incidents(one.pk for one in incidents)
    found = (
        Told(
            one,
            tuple(each for each in told[one.pk] if each.report not in held),
            identifying,
            one.pk in opened,
        )
        for one in incidents
    )
    return [one for one in found if any(not each.may_be for each in one.testimonies)]
