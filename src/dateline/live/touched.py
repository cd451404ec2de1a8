"""Which pages of claims and incidents a run of entries touches, and writing them."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.db import DatabaseError

from dateline.ledger.affected import affected_incidents
from dateline.ledger.models import Claim, Entry, Incident
from dateline.ledger.readable import affected_claims, is_unseen

from .claims.write import write as write_claim
from .incidents.write import write as write_incident
from .publish import Site

log = logging.getLogger(__name__)


@dataclass
class Touched:
    """Claims and incidents whose pages may show a change."""

    claims: set[UUID] = field(default_factory=set)
    incidents: set[UUID] = field(default_factory=set)

    @property
    def reports(self) -> set[UUID]:
        """Return the reports of these claims: their pages list what rests on them."""
        return set(Claim.objects.filter(pk__in=self.claims).values_list("report", flat=True))


def touched(entries: Iterable[Entry]) -> Touched:
    """Return what some entries touch; what was only proposed touches nothing."""
    found = Touched()
    for entry in entries:
        kind, _, pk = entry.object.partition(":")
        if kind == "column":  # each page names it, and tells the time as it does
            mine = Claim.objects.filter(column=pk).values_list("pk", flat=True)
            found.claims.update(mine)
            found.incidents.update(Incident.objects.filter(column=pk).values_list("pk", flat=True))
        elif not is_unseen(entry):
            found.claims |= affected_claims(entry)
            found.incidents |= affected_incidents(entry)
    return found


def write_touched(site: Site, found: Touched) -> Exception | None:
    """Write these pages, and return the first fault that one of them had."""
    failed = _each(site, found.claims, write_claim)
    return _each(site, found.incidents, write_incident) or failed


def _each(site: Site, ids: set[UUID], write: Callable[[Site, UUID], None]) -> Exception | None:
    failed = None
    for pk in sorted(ids):
        try:
            write(site, pk)
        except (OSError, DatabaseError):
            raise
        except Exception as error:  # one page's fault must not silence the blogs
            log.exception("The page of %s could not be written.", pk)
            failed = failed or error
    return failed
