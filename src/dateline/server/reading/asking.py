"""What the commands that read are asked on the command line."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.core.management.base import CommandError

from dateline.server.reading.given import Given


def given(options: Mapping[str, Any]) -> Given:
    """Return what the options say of a text. Raises CommandError for what they cannot mean."""
    zone = _zone(options["zone"])
    return Given(_time(options["published"], zone), zone, _country(options["country"]))


def _time(written: str, zone: ZoneInfo | None) -> datetime | None:
    """Return a time; one without an offset is told in the zone, else in UTC."""
    if not written:
        return None
    try:
        time = datetime.fromisoformat(written)
    except ValueError:
        raise CommandError(
            f"“{written}” is no time. Write it like 2015-10-21 or 2015-10-21T18:00Z."
        ) from None
    return time if time.tzinfo else time.replace(tzinfo=zone or UTC)


def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (KeyError, ValueError, OSError):
        raise CommandError(f"There is no zone “{name}”. Asia/Damascus is one.") from None


def _country(code: str) -> str:
    if code and not (len(code) == 2 and code.isascii() and code.isalpha()):
        raise CommandError(f"“{code}” is no country. Write two letters, such as SY.")
    return code.upper()
