"""When something was posted, as pages write it."""

import re
from datetime import UTC, date, datetime, time, timedelta
from email.utils import parsedate_to_datetime
from typing import Final

EARLIEST: Final = 1990
DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
SECONDS: Final = re.compile(r"\d{9,10}\Z")
NAMED_UTC: Final = re.compile(r"\s*(?:UTC|GMT)\Z", re.IGNORECASE)
LONGEST: Final = 80


def moment(written: str) -> datetime | None:
    """Return an aware time; a date alone is its midnight, and a missing zone is UTC."""
    text = written.strip()
    if not text or len(text) > LONGEST:
        return None
    found = _parsed(text)
    if found is None or not EARLIEST <= found.year < 9999:
        return None
    aware = found if found.tzinfo else found.replace(tzinfo=UTC)
    # A page that claims tomorrow is wrong, and it would stand above all others.
    return aware.astimezone(UTC) if aware < datetime.now(UTC) + timedelta(days=1) else None


def _parsed(text: str) -> datetime | None:
    if DAY.match(text):
        return _day(text)
    if SECONDS.match(text):
        return datetime.fromtimestamp(int(text), UTC)
    try:
        return datetime.fromisoformat(NAMED_UTC.sub("+00:00", text))
    except ValueError:
        return _as_in_mail(text)


def _day(text: str) -> datetime | None:
    try:
        return datetime.combine(date.fromisoformat(text), time(), UTC)
    except ValueError:
        return None


def _as_in_mail(text: str) -> datetime | None:
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
