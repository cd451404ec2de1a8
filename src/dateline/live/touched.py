"""Which pages of claims and incidents a run of entries touches, and writing them."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.db import DatabaseError
from django.db.models import Q

from dateline.ledger.affected import affected_incidents
from dateline.ledger.grouped import members, wholes
from dateline.ledger.models import Apart, Claim, Entry, Grouping, Incident
from dateline.ledger.readable import NEVER_SHOWN, affected_claims, hold_changed, is_unseen

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
            own = UUID(pk)
            found.claims.update(Claim.objects.filter(column=own).values_list("pk", flat=True))
            found.incidents.update(Incident.objects.filter(column=own).values_list("pk", flat=True))
        elif not is_unseen(entry):
            found.claims |= affected_claims(entry) | _near_held_words(entry)
            found.incidents |= affected_incidents(entry)
    found.incidents |= _once_about(found.claims)
    found.claims |= _perhaps_about(found.incidents)
    found.incidents |= _beside(found.incidents)
    found.incidents |= set(members(found.incidents))  # their old addresses name where they lead
    return found


def _near_held_words(entry: Entry) -> set[UUID]:
    """Return the claims of a report of which words were held, or let go: their lines show more."""
    shown = Claim.objects.filter(report=hold_changed(entry)).exclude(status__in=NEVER_SHOWN)
    return set(shown.values_list("pk", flat=True))


def _once_about(claims: set[UUID]) -> set[UUID]:
    """Return the incidents whose log names these claims, also where they were taken out again."""
    rows = Grouping.objects.filter(claim__in=claims)
    return set(wholes(rows.values_list("incident", flat=True)).values())


def _perhaps_about(incidents: set[UUID]) -> set[UUID]:
    """Return the claims that may be about these: their pages name them for as long as they may."""
    rows = Grouping.objects.filter(incident__in=members(incidents), answer=Grouping.Answer.MAY_BE)
    return set(rows.values_list("claim", flat=True))


def _beside(incidents: set[UUID]) -> set[UUID]:
    """Return the incidents whose pages name these: larger ones, parts, those that are not them."""
    ids = members(incidents)
    rows = Incident.objects.filter(Q(part_of__in=ids) | Q(parts__in=ids))
    apart = Apart.objects.filter(Q(one__in=ids) | Q(other__in=ids))
    pairs = {pk for pair in apart.values_list("one", "other") for pk in pair}
    return set(wholes({*rows.values_list("pk", flat=True), *pairs}).values())


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
