"""Which kept texts are due to be read: those of which no reading by this reader is recorded."""

from collections.abc import Collection
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef

from dateline.ledger.models import Column, Reading, ReportText

READER: Final = "dateline-1"
"""Ends in `dateline.reading.VERSION`, which the worker cannot ask for: with it comes spaCy."""


def next_due(passed_over: Collection[UUID]) -> ReportText | None:
    """Return the text to read next: each capture's newest, that of the newest capture first."""
    read = Reading.objects.filter(text=OuterRef("pk"), reader=READER)
    newer = ReportText.objects.filter(capture=OuterRef("capture"), number__gt=OuterRef("number"))
    due = ReportText.objects.filter(~Exists(read), ~Exists(newer), length__gt=0)
    due = due.filter(capture__report__redacted=False).exclude(pk__in=list(passed_over))
    found: ReportText | None = (
        due.select_related("capture__report__source").order_by("-capture__captured_at").first()
    )
    return found


def desk_zone() -> ZoneInfo | None:
    """Return the zone of the desk's columns where they agree on one: a report has no column yet."""
    zones = {column.zone for column in Column.objects.all()}
    return ZoneInfo(zones.pop()) if len(zones) == 1 else None
