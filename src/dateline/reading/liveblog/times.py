"""What a stamp tells: a day, and the hour where nothing about it is open."""

import re
from datetime import date, datetime, timedelta, timezone, tzinfo
from typing import Final

from dateline.reading.liveblog.page import Piece, Time
from dateline.reading.structure.stamps import iso as iso_of

OFFSET: Final = re.compile(r"\d\s?(?P<sign>[+−-])(?P<hours>[01]\d):?(?P<minutes>[0-5]\d)\b")
"""An offset right after a clock: "17:58 +03:00"."""
ZONE: Final = re.compile(
    r"(?:\d[:.]\d\d|\b[0-2]\d[0-5]\d|\d(?=\s?[AaPp]\.?[Mm]))"
    r"\s?(?:[AaPp]\.?[Mm]\b\.?)?\s?\(?(?!AM\b|PM\b)(?P<name>[A-Z]{2,5})\b"
)
"""Capitals after a clock: a zone's, or any of three zones'."""
CLOCK: Final = "T"
FIRST: Final = 1900
LAST: Final = 2999
"""Years of a page's times; others are slips, and some of them no zone can tell."""


def time_of(piece: Piece, iso: str | None, day: date, zone: tzinfo) -> Time:
    """Return what a stamp tells, a bare clock on `day`; a clock that names no zone is in `zone`.

    Of the zones that share a name (IST, CST) the one of `zone` is meant, where it has that name.
    `iso` is what was read of it with its page, None where the page does not tell its day.
    """
    told = iso or iso_of(piece.words, day.isoformat()) or day.isoformat()
    its_day = day_of(told)
    if its_day is None or CLOCK not in told:
        return Time(piece, its_day or day, None)
    at = datetime.fromisoformat(told)
    name = ZONE.search(piece.words)
    here = at.replace(tzinfo=zone)
    if name and name["name"] == here.tzname():
        return Time(piece, its_day, here)
    if at.tzinfo is None:
        if not (offset := _offset(piece.words)) and name:
            return Time(piece, its_day, None)
        at = at.replace(tzinfo=offset or zone)
    return Time(piece, its_day, at)


def day_of(told: str) -> date | None:
    """Return the day of what a stamp tells; None for one that is none, or far from any page's."""
    try:
        day = date.fromisoformat(told[:10])
    except ValueError:  # a day that no month has, as it was written
        return None
    return day if FIRST <= day.year <= LAST else None


def _offset(words: str) -> tzinfo | None:
    found = OFFSET.search(words)
    if not found:
        return None
    ahead = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"]))
    return timezone(ahead if found["sign"] == "+" else -ahead)
