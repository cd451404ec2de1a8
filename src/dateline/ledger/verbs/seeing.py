"""What a person has looked at: theirs alone, so it makes no entry. See decision 6."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.utils import timezone

from ..lock import write_lock
from ..models import Person, Report, Seen
from ..models.record import writing
from ..permission import require

STEP = 1_000
"""Reports noted at once: nobody waits for the writing lock while thousands are."""


def see_report(*, by: Person, report: Report, copies: Iterable[Report] = ()) -> None:
    """Note that someone looked at a report, and so at these near-copies of it."""
    _see(by, [report.pk, *(one.pk for one in copies)], timezone.now())


def unsee_report(*, by: Person, report: Report) -> None:
    """Take back that someone looked at a report; one that they did not see is no error."""
    with write_lock(), writing():
        require(by, "bring_report")
        Seen.objects.filter(person=by, report=report).delete()


def see_all(*, by: Person, before: datetime) -> datetime:
    """Note that someone looked at all that came in up to a moment; return by what to take it back.

    What comes in while they decide stays unread.
    """
    now = timezone.now()
    seen = Seen.objects.filter(person=by, report=OuterRef("pk"))
    unread = Report.objects.filter(~Exists(seen), brought_at__lte=before)
    ids = list(unread.values_list("pk", flat=True))
    for first in range(0, max(len(ids), 1), STEP):
        _see(by, ids[first : first + STEP], now)
    return now


def unsee_all(*, by: Person, at: datetime) -> None:
    """Take back what `see_all` noted at this moment."""
    with write_lock(), writing():
        require(by, "bring_report")
        Seen.objects.filter(person=by, at=at).delete()


def _see(by: Person, reports: Sequence[UUID], at: datetime) -> None:
    with write_lock(), writing():
        require(by, "bring_report")
        seen = [Seen(person=by, report_id=pk, at=at) for pk in reports]
        Seen.objects.bulk_create(seen, ignore_conflicts=True)
