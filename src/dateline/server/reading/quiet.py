"""Whether the worker has had nothing else to do for a while: heavy work waits for that."""

from time import monotonic
from typing import Final

from django.db.models import Q
from django.utils import timezone

from dateline.ledger.models import Report

LONG: Final = 60.0
"""Seconds without a capture that is due or in hand."""
PATIENCE: Final = 600.0
"""Seconds; then it is done all the same: a desk that watches much is never quiet."""


class Quiet:
    """Counts from the moment that something began to wait for it."""

    def __init__(self) -> None:
        self.asked_at = self.busy_at = monotonic()

    def is_long(self) -> bool:
        """Tell whether what waits may begin; asked every second or so."""
        now = monotonic()
        if captures_wait():
            self.busy_at = now
        return now - self.busy_at >= LONG or now - self.asked_at >= PATIENCE


def captures_wait() -> bool:
    """Tell whether any report is due to be captured, or in hand."""
    now = timezone.now()
    waits = Q(due_at__lte=now) | Q(busy_until__gt=now)
    return Report.objects.filter(waits, redacted=False).exists()
