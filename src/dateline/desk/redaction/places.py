"""Where words stand, said so that a person can look before they are taken out."""

from dataclasses import dataclass, replace

from django.urls import reverse

from dateline.ledger.models import (
    Apart,
    Assessment,
    Capture,
    Check,
    Claim,
    Column,
    Derivation,
    FollowUp,
    Front,
    Grouping,
    Incident,
    LiveBlog,
    Media,
    Party,
    Person,
    Reading,
    Record,
    RelationRuling,
    Report,
    Role,
    Source,
    Summary,
    Update,
    Watch,
)

KINDS = {LiveBlog: ("Live blog", "blog"), Person: ("Person", "person"), Media: ("Picture", "media")}
"""Kind in words, and the name of its page."""

KINDS_BESIDE: dict[type[Record], str] = {
    Assessment: "Signed sentence on an",
    RelationRuling: "Relation in an",
    Grouping: "Answer about an",
    Apart: "Reason beside an",
    Check: "Check of a",
    Derivation: "What rests on a",
    FollowUp: "Link of an",
    Role: "Role of a",
}
"""What a record is called that another one's page shows."""


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
    return _beside(record)


def _beside(record: Record) -> Place:
    """Return what has no page of its own, with the page that shows it."""
    match record:
        case Incident() | Front():
            kind, title = _named(record)
            return Place(kind, title, reverse(f"desk:{kind.lower()}", args=[record.pk]))
        case Assessment() | RelationRuling() | Grouping():
            return _on(record, place_of(record.incident))
        case Apart():
            return _on(record, place_of(record.one))
        case Check() | Derivation():
            return _on(record, place_of(record.report))
        case FollowUp():
            return _on(record, place_of(record.update))
        case Role():
            return _on(record, place_of(record.person))
        case Summary():
            title, slug = record.column.name, record.column.slug
            return Place("Summary", title, reverse("desk:summary", args=[slug]))
    raise TypeError(f"The desk has no page for {type(record).__name__}.")


def _named(record: Incident | Front) -> tuple[str, str]:
    return ("Incident", record.title) if isinstance(record, Incident) else ("Front", record.name)


def _on(record: Record, shown: Place) -> Place:
    return replace(shown, kind=f"{KINDS_BESIDE[type(record)]} {shown.kind.lower()}")
