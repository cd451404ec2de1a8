"""Having reports in hand: whoever works on one takes it first. Nothing here makes an entry."""

from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone

from ..lock import write_lock
from ..models import Report
from ..models.record import writing
from ..refusal import Refused

IN_HAND = timedelta(minutes=5)
"""How long a report stays taken; one whose worker was killed is due again after it."""


class TakenOver(Refused):
    """Another process took the report in hand meanwhile: it is theirs now."""


def take_due(most: int, *, crawled: bool = True) -> list[Report]:
    """Take reports that are due in hand, the oldest first; makes no entry.

    Without what is `crawled` only those that a person waits for.
    """
    now = timezone.now()
    free = Q(busy_until=None) | Q(busy_until__lt=now)
    due = Report.objects.filter(free, due_at__lte=now, redacted=False)
    if not crawled:
        due = due.filter(Q(watch=None) | Q(wanted=True))
    if not due.exists():
        return []  # who only looks, several times a second, keeps no editor waiting
    with write_lock(), writing():
        taken = list(due.select_related("source").order_by("due_at")[: max(most, 0)])
        Report.objects.filter(pk__in=[one.pk for one in taken]).update(busy_until=now + IN_HAND)
    for report in taken:
        report.busy_until = now + IN_HAND
    return taken


def take(report: Report) -> Report | None:
    """Take this one report in hand; None where another process has it."""
    now = timezone.now()
    with write_lock(), writing():
        free = Q(busy_until=None) | Q(busy_until__lt=now)
        found: Report | None = Report.objects.filter(free, pk=report.pk, redacted=False).first()
        if found:
            found.busy_until = now + IN_HAND
            found.save(update_fields=["busy_until"])
    return found


def want_again(report: Report) -> None:
    """Have the command line's capture make a new version, even of what has not changed."""
    with write_lock(), writing():
        Report.objects.filter(pk=report.pk, redacted=False).update(
            due_at=timezone.now(), wanted=True
        )


def look_at_once(report: Report) -> None:
    """Have a report looked at now rather than in its time; makes no entry."""
    with write_lock(), writing():
        Report.objects.filter(pk=report.pk, redacted=False).update(due_at=timezone.now())


def let_go(report: Report, *, due_at: datetime | None) -> None:
    """Put a report back as it was, to be taken again later; makes no entry."""
    with write_lock(), writing():
        Report.objects.filter(pk=report.pk).update(busy_until=None, due_at=due_at)


def let_go_of_all() -> None:
    """Give back what a worker that was killed had in hand."""
    with write_lock(), writing():
        Report.objects.exclude(busy_until=None).update(busy_until=None)


def standing(report: Report) -> Report:
    """Return a report as it is now; raise Refused where it was redacted meanwhile."""
    found: Report = Report.objects.select_related("source").get(pk=report.pk)
    if found.redacted:
        raise Refused("This report was redacted meanwhile.")
    return found


def still_in_hand(report: Report) -> Report:
    """Return a report as it stands now. Raises TakenOver where it is in another's hand since."""
    found = standing(report)
    if report.busy_until and report.busy_until != found.busy_until:
        raise TakenOver("Another process took this report in hand meanwhile.")
    return found
