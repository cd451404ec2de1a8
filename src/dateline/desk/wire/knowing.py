"""Which reports someone may know, as a condition that the database can ask."""

import uuid
from dataclasses import dataclass
from typing import Self

from django.db.models import Q

from dateline.desk.reports.access import keeps
from dateline.ledger.models import Person, Source


@dataclass(frozen=True)
class Knowing:
    """Whether a person keeps the archive, and if not, which sources are held back from them."""

    keeper: bool
    held: frozenset[uuid.UUID] = frozenset()

    @classmethod
    def of(cls, person: Person) -> Self:
        """Find out what a person may know."""
        return cls(keeper=True) if keeps(person) else cls(keeper=False, held=held_sources())

    def open(self, report: str = "") -> Q:
        """Return the condition that a report is known to them and was not redacted.

        `report` leads from the asked rows to the report, such as `on__`.
        """
        standing = Q(**{f"{report}redacted": False})
        if self.keeper:
            return standing
        named = Q(**{f"{report}source": None}) | ~Q(**{f"{report}source__in": self.held})
        return standing & Q(**{f"{report}protected": False}) & named


def held_sources() -> frozenset[uuid.UUID]:
    """Return the sources that are confidential, or the same as one that is."""
    found: set[uuid.UUID] = set()
    new = set(Source.objects.filter(confidential=True).values_list("pk", flat=True))
    while new:
        found |= new
        merged = Source.objects.filter(merged_into__in=new).values_list("pk", flat=True)
        new = set(merged) - found
    return frozenset(found)
