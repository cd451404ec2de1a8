"""The newest kept text of a report."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from dateline.ledger.grounds import kept_words
from dateline.ledger.models import Report
from dateline.ledger.refusal import Refused
from dateline.server.reading.texts import NoText


@dataclass(frozen=True)
class KeptText:
    """A text and when its page says that it was published."""

    text: str
    published: datetime | None


def report_id(name: str) -> UUID | None:
    """Return the report that is named so; None where this is no report's id."""
    try:
        return UUID(name)
    except ValueError:
        return None


def newest_text(report: UUID) -> KeptText:
    """Return a report's newest text. Raises NoText where it has none, or may not be shown."""
    found = Report.objects.select_related("source").filter(pk=report).first()
    if found is None:
        raise NoText("There is no such report here. Look at --data.")
    if found.is_held:
        raise NoText("This report is held by the desk: what it claims stands there alone.")
    capture = found.newest
    text = capture.text if capture else None
    if capture is None or text is None:
        raise NoText("Nothing of this report has been kept yet.")
    try:
        return KeptText(kept_words(text), capture.posted_at)
    except Refused as refused:
        raise NoText(str(refused)) from None
