"""Letting go what was held from readers until a time, once that time has come."""

from django.utils import timezone

from ..log import verb
from ..models import Claim
from .claims import keep_claim


def release_due() -> list[Claim]:
    """Let go the claims whose time has come, and return them. For the worker.

    The entry is what tells the readers' pages: no clock of theirs would.
    """
    due = Claim.objects.filter(hold_until__lte=timezone.now()).order_by("hold_until", "pk")
    return [claim for one in due if (claim := _release(one))]


def _release(claim: Claim) -> Claim | None:
    with verb("release_claim", by=None) as log:
        claim = Claim.objects.select_related("column", "report").get(pk=claim.pk)
        # An editor may have held it for longer since we looked: not an error.
        if claim.hold_until is None or claim.hold_until > log.now:
            return None
        before = claim.content()
        claim.hold_until = None
        return keep_claim(claim, log, before)
