"""What the commands that read are asked on the command line."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.core.management.base import CommandError, CommandParser

from dateline.server.reading.given import Given


def given(options: Mapping[str, Any]) -> Given:
    """Return what the options say of a text. Raises CommandError for what they cannot mean."""
    zone = _zone(options["zone"])
    return Given(_time(options["published"], zone), zone, options["country"].upper())


def _time(written: str, zone: ZoneInfo | None) -> datetime | None:
    """Return a time; one without an offset is told in the zone, else in none."""
    if not written:
        return None
    try:
        time = datetime.fromisoformat(written)
    except ValueError:
        raise CommandError(
            f"“{written}” is no time. Write it like 2015-10-21 or 2015-10-21T18:00Z."
        ) from None
    return time.replace(tzinfo=zone) if zone and time.tzinfo is None else time


def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (KeyError, ValueError, OSError):
        raise CommandError(f"There is no zone “{name}”. Asia/Damascus is one.") from None
