"""Reading kept captures again: a newer extractor makes another text beside the older ones."""

import hashlib
from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from dateline.archive.extract import EXTRACTOR, Extracted
from dateline.archive.extract.apart import Apart
from dateline.archive.fetch.exchange import charset_of, media_type_of
from dateline.archive.rendering.values import BY_BROWSER, RENDERED
from dateline.archive.warc import Record, contents
from dateline.ledger import storage
from dateline.ledger.models import Capture, ReportText
from dateline.ledger.verbs.capturing import Words, add_text


def captures(reports: Iterable[UUID] | None = None) -> QuerySet[Capture]:
    """Return the captures that may be read again, oldest first: all, or those of some reports."""
    standing = Capture.objects.filter(report__redacted=False)
    if reports is not None:
        standing = standing.filter(report__in=list(reports))
    return standing.select_related("report").order_by("captured_at", "pk")


def reread(capture: Capture, apart: Apart) -> ReportText | None:
    """Keep what this extractor reads in a capture; older texts, and what points into them, stay.

    None where it has read it before, or reads nothing. Raises FileNotFoundError for lost bytes.
    """
    text = capture.text
    shown = text is not None and text.extractor.endswith(BY_BROWSER)
    extractor = EXTRACTOR + (BY_BROWSER if shown else "")
    if text is not None and text.extractor == extractor:
        return None
    found = _extracted(capture, apart, shown=shown)
    if found is None or not found.text:
        return None
    return add_text(capture, Words(text=found.text, extractor=extractor))


def _extracted(capture: Capture, apart: Apart, *, shown: bool) -> Extracted | None:
    for record, content in contents(storage.read(capture.warc)):
        if _is_wanted(record, content, capture, shown=shown):
            declared = record.header("content-type") or record.media_type
            return apart.extract(
                content,
                url=capture.url,
                declared_type=media_type_of(declared),
                charset=charset_of(declared),
            )
    return None


def _is_wanted(record: Record, content: bytes, capture: Capture, *, shown: bool) -> bool:
    if shown:
        return record.uri.startswith(RENDERED)
    return hashlib.sha256(content).hexdigest() == capture.sha256
