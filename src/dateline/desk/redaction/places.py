"""Where words stand, said so that a person can look before they are taken out."""

from dataclasses import dataclass

from django.urls import reverse

from dateline.ledger.models import Column, LiveBlog, Person, Record, Update


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
        case LiveBlog():
            return Place("Live blog", str(record), reverse("desk:blog", args=[record.pk]))
        case Column():
            return Place("Column", str(record), reverse("desk:column", args=[record.slug]))
        case Person():
            return Place("Person", str(record), reverse("desk:person", args=[record.pk]))
        case _:
            return Place("Picture", str(record), reverse("desk:media", args=[record.pk]))
