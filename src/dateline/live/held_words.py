"""Words of reports that are held until later: nothing that stands near them may show them."""

from collections.abc import Iterable
from uuid import UUID

from django.utils import timezone

from dateline.ledger.models import Claim
from dateline.text import Span, standing_in


def holding(reports: Iterable[UUID]) -> set[UUID]:
    """Return those of these reports of which words are held: an excerpt might have the same."""
    held = Claim.objects.filter(report__in=list(reports), hold_until__gt=timezone.now())
    return set(held.values_list("report", flat=True))


def held_in(text: str, report: UUID) -> set[Span]:
    """Return where in a text of a report words stand that are held, in this version or another."""
    held = Claim.objects.filter(report=report, hold_until__gt=timezone.now())
    quotes = [said["quote"] for said in held.values_list("said", flat=True) if said]
    return {span for quote in quotes for span in standing_in(text, quote)}
