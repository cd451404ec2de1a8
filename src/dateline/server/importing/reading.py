"""The page's claims, read once as a whole and proposed for its report."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.utils import timezone

from dateline.ledger.grounds import MAX_CLAIMS, kept_words
from dateline.ledger.models import Column, Reading, ReportText
from dateline.ledger.verbs.proposing import propose_claims
from dateline.server.importing.outcome import Outcome
from dateline.server.management.commands.places import built
from dateline.server.reading.due import READER
from dateline.server.reading.given import Given
from dateline.server.reading.lessons import lessons
from dateline.server.reading.opened import read_text

LAST = time(23, 59)
"""What "today" and "this morning" count from, on the page's day."""
LEFT_OUT = f"{{:,}} claims were left out: a report has {MAX_CLAIMS:,} at most. Read on by hand."
NOTE = 500
"""Characters."""


def counted_from(day: date, zone: ZoneInfo) -> datetime:
    """Return when a page of a day was written, as far as its own words count from it."""
    return min(datetime.combine(day, LAST, zone), timezone.now())


def read(text: ReportText, column: Column, day: date, outcome: Outcome) -> None:
    """Read the page in this process, unless it was read before. Raises Missing, BadSource."""
    if not Reading.objects.filter(text=text, reader=READER).exists():
        zone = column.zone_info
        known = Given(counted_from(day, zone), zone, taught=lessons())
        found = read_text(kept_words(text), known, built())
        note = " ".join(found.unread)[:NOTE]
        propose_claims(text, found.claims, reader=READER, language=found.language, note=note)
        left_out = Reading.objects.get(text=text, reader=READER).left_out
        outcome.unread = (*found.unread, *([LEFT_OUT.format(left_out)] if left_out else []))
        outcome.read_now = True
    outcome.claims = text.capture.report.claims.count()
