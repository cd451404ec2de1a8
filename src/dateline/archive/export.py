"""Handing the archive on: what may leave the desk, packed for ReplayWeb.page and pywb."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from django.db.models import QuerySet

from dateline.archive.wacz import Item
from dateline.ledger import storage
from dateline.ledger.models import Capture
from dateline.ledger.showing import shown

BATCH = 200


def exported(reports: Iterable[UUID] | None = None) -> QuerySet[Capture]:
    """Return the captures that may be exported, oldest first: all, or those of some reports."""
    chosen = Capture.objects.filter(report__redacted=False, report__protected=False)
    if reports is not None:
        chosen = chosen.filter(report__in=list(reports))
    return chosen.order_by("captured_at", "pk")


def items(captures: QuerySet[Capture]) -> Iterator[Item]:
    """Yield what is packed, one at a time.

    Each report is judged as its page is: what is held there, for its confidential source too, is
    left out here, and so is what identifies a person.
    """
    for capture in captures.select_related("report").iterator(BATCH):
        seen = shown([capture.report_id]).get(capture.report_id)
        if seen and seen.state != "held" and not seen.identifies:
            yield Item(
                url=capture.url or f"urn:dateline:given:{capture.sha256}",
                captured_at=capture.captured_at,
                title=capture.title,
                warc=storage.read(capture.warc),
            )
