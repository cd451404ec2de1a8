"""An incident as readers may know it, weighed: what its page and what is embedded rest on."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import cast
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext

from dateline.ledger.grouped import wholes
from dateline.ledger.models import Incident
from dateline.ledger.opened import opened_incidents
from dateline.ledger.weighed import derivations, relation_rulings, told_of_each
from dateline.live.evidence.places import where
from dateline.live.evidence.reports import evidence_of
from dateline.live.evidence.view import Evidence, Where
from dateline.live.templatetags.moments import DAY
from dateline.weighing.area import Area
from dateline.weighing.incident import Weighed, weigh
from dateline.weighing.public_place import shown_area
from dateline.weighing.relations import Relation
from dateline.weighing.span import Span
from dateline.weighing.testimony import Derivation, Testimony

from .sayings import Teller


@dataclass(frozen=True)
class Happened:
    """A whole incident with the claims that readers may see."""

    incident: Incident
    told: tuple[Testimony, ...]
    opened: bool = False
    """An editor opened its place, and no claim of it, a held one too, forbids that."""

    @cached_property
    def derivations(self) -> list[Derivation]:
        """Which reports rest on which."""
        return derivations(self.told)

    @cached_property
    def weighed(self) -> Weighed:
        """What the claims come to."""
        rulings = cast("dict[str, Relation]", relation_rulings(self.incident))
        return weigh(self.told, self.derivations, rulings)

    @cached_property
    def area(self) -> Area | None:
        """Where it happened, no finer than readers may know."""
        return shown_area(self.weighed.area, self.told, opened=self.opened)

    @property
    def where(self) -> Where | None:
        """The same in words of the active language."""
        return where(self.area, self.weighed.area)

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which its column tells the time."""
        return self.incident.column.zone_info

    def evidence(self) -> dict[UUID, Evidence]:
        """Return the reports that it rests on, and those on which they do, but the held ones."""
        ids = {one.report for one in self.told} | {one.on for one in self.derivations}
        return evidence_of(map(UUID, ids), self.zone)

    def teller(self, evidence: dict[UUID, Evidence]) -> Teller:
        """Return what puts it into words."""
        known = {str(pk): one for pk, one in evidence.items()}
        open_ = {
            voice.id for one in self.told if not known[one.report].private for voice in one.voices
        }
        every = {voice.id for one in self.told for voice in one.voices}
        return Teller(
            told={one.id: one for one in self.told},
            reports=known,
            relations=self.weighed.relations,
            private=frozenset(every - open_),
        )


def happened(incidents: Iterable[Incident]) -> list[Happened]:
    """Return these whole incidents with what readers may see of their claims."""
    wanted = list(incidents)
    ids = [one.pk for one in wanted]
    told, opened = told_of_each(ids, public=True), opened_incidents(ids)
    return [Happened(one, tuple(told[one.pk]), one.pk in opened) for one in wanted]


def shown_incidents(ids: Iterable[UUID]) -> list[Incident]:
    """Return the wholes of these incidents that rest on anything that readers may see.

    The title of any other could tell what is held.
    """
    found = Incident.objects.filter(pk__in=wholes(ids).values()).exclude(title="").order_by("pk")
    told = told_of_each([one.pk for one in found], public=True)
    return [one for one in found if any(not each.may_be for each in told[one.pk])]


def days(span: Span | None) -> str:
    """Return the days of an incident in words of the active language."""
    if span is None:
        return gettext("on a day that is not known")
    start = date_format(span.start, DAY) if span.start else ""
    end = date_format(span.end, DAY) if span.end else ""
    if start and end:
        said = start if start == end else gettext("{start} to {end}").format(start=start, end=end)
    elif start:
        said = gettext("since {start}").format(start=start)
    else:
        said = gettext("by {end}").format(end=end)
    return gettext("{days} (disputed)").format(days=said) if span.disputed else said
