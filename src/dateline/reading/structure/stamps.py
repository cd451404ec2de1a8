"""Lines that say when something was published, and what they tell."""

import re
from datetime import UTC, datetime
from typing import Final

from dateline.dates import Expression, find
from dateline.reading.structure.words import listed

LONGEST: Final = 90
MOST_WORDS: Final = 14
NOWHERE: Final = datetime(2000, 1, 1, 23, 59, tzinfo=UTC)
"""A reference for what tells its own day; what does not is read again when the day is known."""
AGO: Final = re.compile(
    r"\b\d+\s*(?:h|hrs?|hours?|m|mins?|minutes?|d|days?|seconds?)(?:\s+ago\b|$|(?=\s*\())",
    re.IGNORECASE,
)
WORD: Final = re.compile(r"[^\W\d_]+|\d+")
DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
LEAD: Final = re.compile(
    r"(?:(?:(?:first |last )?(?:posted|published|updated|modified)(?: on| at)?"
    r"|date(?: of publication| published)?|publication date)\s*:?\s+)?",
    re.IGNORECASE,
)
AUTHOR: Final = ("by ", "at ", "by: ")
"""What may follow a page's date, in small letters, that is no sentence's rest."""


def is_stamp(text: str) -> bool:
    """Tell whether a line is nothing but a date, a clock or both."""
    if len(text) > LONGEST or not any(letter.isdigit() for letter in text):
        return False
    if len(text.split()) > MOST_WORDS:
        return False
    rest = plain = _plain(text)
    for one in _told(plain, NOWHERE):
        rest = rest[: one.start] + " " * (one.end - one.start) + rest[one.end :]
    ago = AGO.search(text) is not None
    return (rest != plain or ago) and all(
        word.lower() in listed("stamp") for word in WORD.findall(rest)
    )


def iso(text: str, day: str | None) -> str | None:
    """Return what a stamp says in ISO 8601, its clock on `day` where it names no day itself."""
    plain = _plain(text)
    told = _told(plain, _evening(day) or NOWHERE)
    dated = [one for one in told if one.when.basis == "text"]
    clocks = [one for one in told if one.timex_type == "TIME"]
    if len(dated) == 1 and dated[0].timex_type == "DATE" and len(clocks) == 1:
        return _together(dated[0], clocks[0])
    best = (dated or (told if day else []))[:1]
    return best[0].when.edtf if best else None


def leading(text: str) -> int:
    """Return where the whole date that a text begins with ends; 0 where it begins with none."""
    begin = LEAD.match(text).end()  # type: ignore[union-attr]
    told = _told(_plain(text[:LONGEST]), NOWHERE)
    if not told or told[0].start != begin or told[0].when.basis != "text":
        return 0
    end = told[0].end
    after = text[end:].lstrip()
    running = after[:1] in (",", ".", ";") or (after[:1].islower() and not after.startswith(AUTHOR))
    return 0 if running else end


def whole_date(text: str) -> str | None:
    """Return the one day with its year that a sentence names, in ISO 8601."""
    days = {one.when.edtf for one in _told(text, NOWHERE) if one.when.basis == "text"}
    return days.pop() if len(days) == 1 else None


def first_told(text: str, day: str | None) -> tuple[int, int, str] | None:
    """Return where a dateline names its day, and the day in ISO 8601; its year is that of `day`."""
    told = _told(text, _evening(day) or NOWHERE)
    known = [one for one in told if day or one.when.basis == "text"]
    return next(((one.start, one.end, one.when.edtf) for one in known), None)


def _evening(day: str | None) -> datetime | None:
    return datetime.fromisoformat(day[:10]).replace(hour=23, minute=59, tzinfo=UTC) if day else None


def _plain(text: str) -> str:
    """Return a stamp without "3 hours ago" and brackets; offsets stay."""
    without = AGO.sub(lambda match: " " * len(match[0]), text)
    return without.translate(str.maketrans("()[]|·•", "       "))


def _told(text: str, reference: datetime) -> list[Expression]:
    """Return the days and the clocks; no year, no span of time, no other words."""
    return [
        one
        for one in find(text, reference=reference)
        if one.timex_type in ("DATE", "TIME")
        and DAY.match(one.when.edtf)
        and "/" not in one.when.edtf
        and any(letter.isdigit() for letter in one.words)
    ]


def _together(day: Expression, clock: Expression) -> str:
    return day.when.edtf[:10] + clock.when.edtf[10:]
