"""Where words stand, said so that a person can look before they are taken out."""

from dataclasses import dataclass

from django.urls import reverse

from dateline.ledger.models import (
    Capture,
    Claim,
    Column,
    LiveBlog,
    Media,
    Party,
    Person,
    Reading,
    Record,
    Report,
    Source,
    Update,
    Watch,
)

KINDS = {LiveBlog: ("Live blog", "blog"), Person: ("Person", "person"), Media: ("Picture", "media")}
"""Kind in words, and the name of its page."""


@dataclass(frozen=True)
class Place:
    """A record in which words stand: what it is, and where the desk shows it."""

    kind: str
    title: str
    address: str


def place_of(record: Record) -> Place:
    """Return a record's kind, title and address."""
    match record:
        case Update():
            kind = f"Update, {record.get_status_display()}"
            return Place(kind, str(record), reverse("desk:update", args=[record.pk]))
        case Column():
            return Place("Column", record.name, reverse("desk:column", args=[record.slug]))
        case Report() | Capture():
            report = record if isinstance(record, Report) else record.report
            title = str(record.title) if isinstance(record, Capture) else report.address
            return Place("Report", title or str(report), reverse("desk:report", args=[report.pk]))
        case Claim():
            said = str(record.said.get("quote", "")) or str(record)
            return Place("Claim", said, reverse("desk:claims", args=[record.report_id]))
        case Reading():
            report = record.text.capture.report
            return Place("Reading", record.note, reverse("desk:claims", args=[report.pk]))
        case Watch():
            return Place("Watch", record.address, reverse("desk:watches"))
        case Source() | Party():
            kind = type(record).__name__
            return Place(kind, record.name, reverse(f"desk:{kind.lower()}", args=[record.pk]))
        case LiveBlog() | Person() | Media():
            kind, name = KINDS[type(record)]
            return Place(kind, str(record), reverse(f"desk:{name}", args=[record.pk]))
    raise TypeError(f"The desk has no page for {type(record).__name__}.")
