"""An incident weighed twice: from all that the desk knows, and from what readers may see."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import cast

from dateline.ledger.models import Incident
from dateline.ledger.opened import opened_incidents
from dateline.ledger.weighed import derivations, relation_rulings, told_of_each
from dateline.weighing.area import Area
from dateline.weighing.incident import Weighed, weigh
from dateline.weighing.public_place import shown_area
from dateline.weighing.relations import Relation
from dateline.weighing.testimony import Testimony


@dataclass(frozen=True)
class Weighing:
    """What an incident's claims come to, for the desk and for readers."""

    incident: Incident
    """A whole one."""
    told: Sequence[Testimony]
    """All accepted claims, the oldest first."""
    public: Sequence[Testimony]
    """Those that readers may see."""
    opened: bool
    """An editor opened its place, and no claim of it, a held one too, forbids that."""

    @cached_property
    def rulings(self) -> Mapping[str, Relation]:
        """What editors said of relations."""
        return cast("Mapping[str, Relation]", relation_rulings(self.incident))

    @cached_property
    def weighed(self) -> Weighed:
        """What the desk's claims come to."""
        return weigh(self.told, derivations(self.told), self.rulings)

    @cached_property
    def seen(self) -> Weighed:
        """What readers' claims come to."""
        return weigh(self.public, derivations(self.public), self.rulings)

    @cached_property
    def area(self) -> Area | None:
        """Where readers see it."""
        return shown_area(self.seen.area, self.public, opened=self.opened)


def weighings(incidents: Iterable[Incident]) -> list[Weighing]:
    """Return these whole incidents with their claims."""
    wanted = list(incidents)
    ids = [one.pk for one in wanted]
    told, public = told_of_each(ids), told_of_each(ids, public=True)
    opened = opened_incidents(ids)
    return [Weighing(one, told[one.pk], public[one.pk], one.pk in opened) for one in wanted]
