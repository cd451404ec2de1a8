"""Lines that say when something was published, and what they tell."""

import re
from datetime import UTC, datetime
from typing import Final

from dateline.dates import Expression, find
from dateline.reading.structure.months import in_english
from dateline.reading.structure.words import listed

LONGEST: Final = 90
MOST_WORDS: Final = 14
NOWHERE: Final = datetime(2000, 1, 1, 23, 59, tzinfo=UTC)
"""A reference for what tells its own day; what does not is read again when the day is known."""
UNIT: Final = r"\d+\s*(?:h|hrs?|hours?|m|mins?|minutes?|d|days?|seconds?)"
AGO: Final = re.compile(rf"(?<![:.])\b(?:{UNIT}\s+)?{UNIT}(?:\s+ago\b|$|(?=\s*\())", re.IGNORECASE)
FRENCH: Final = re.compile(r"\b(\d\d?) ?h ?(\d\d)\b")
DURATION: Final = re.compile(r"\d ?h ?\d\d")
"""How long something takes, where nothing else stands there; two figures make it a clock."""
COLON: Final = re.compile(r"(?<=\d):(?!\S)")
GERMAN: Final = re.compile(r"\b(\d\d?)[.:](\d\d) Uhr\b")
AFTER_WORD: Final = re.compile(r"\b(?:ore|alle|om|saat|godz\.) (\d\d?)[.:](\d\d)\b", re.IGNORECASE)
SLASH: Final = re.compile(r"(?<=\s)/(?=\s)")
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
    if len(text.split()) > MOST_WORDS or DURATION.fullmatch(text):
        return False
    rest = plain = _plain(text)
    for one in _told(plain, NOWHERE):
        rest = rest[: one.start] + " " * (one.end - one.start) + rest[one.end :]
    ago = AGO.search(text) is not None
    return (rest != plain or ago) and all(map(_goes_with_one, WORD.findall(rest)))


def _goes_with_one(word: str) -> bool:
    """Tell whether a word may stand beside a date or a clock in a stamp."""
    small = word.lower()
    return small in listed("stamp") or small in listed("weekday") or word in listed("zone")


Form = tuple[frozenset[str], str]


def form(text: str) -> Form:
    """Return how a stamp is written: what it says of itself, "updated at", and its shape.

    In a shape figures are 0, "am" and "pm" p, and other words a.
    """
    # Neither one letter of "a.m." nor a zone says anything.
    words = [word for word in WORD.findall(text) if len(word) > 1 and not word.isupper()]
    labels = listed("stamp").intersection(word.lower() for word in words)
    return labels, WORD.sub(_shape, text)


def _shape(word: re.Match[str]) -> str:
    if word[0].isdecimal():
        return "0"
    return "p" if word[0].lower() in ("am", "pm") else "a"


def alike(one: Form, other: Form) -> bool:
    """Tell whether two stamps are written as one is, perhaps but for a day that one names."""
    shorter, longer = sorted((one[1], other[1]), key=len)
    return one[0] == other[0] and (longer.startswith(shorter) or longer.endswith(shorter))


def iso(text: str, day: str | None) -> str | None:
    """Return what a stamp says in ISO 8601, its clock on `day` where it names no day itself."""
    plain = _plain(text)
    told = _told(plain, _evening(day) or NOWHERE)
    dated = [one for one in told if one.when.basis == "text"]
    days = [one for one in dated if one.timex_type == "DATE"]
    clocks = [one for one in told if one.timex_type == "TIME"]
    if len(days) == 1 and len(clocks) == 1 and not _of_another_day(clocks[0], days[0]):
        return _together(days[0], clocks[0])
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
    """Return a stamp as long as it was: in English, its clock as 15:42, no "3 hours ago"."""
    without = in_english(AGO.sub(lambda match: " " * len(match[0]), text))
    for clock in (FRENCH, GERMAN, AFTER_WORD):
        without = clock.sub(lambda match: f"{match[1]}:{match[2]}".ljust(len(match[0])), without)
    return SLASH.sub(" ", COLON.sub(" ", without)).translate(str.maketrans("()[]|·•", "       "))


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


def _of_another_day(clock: Expression, day: Expression) -> bool:
    return clock.when.basis == "text" and clock.when.edtf[:10] != day.when.edtf[:10]


def _together(day: Expression, clock: Expression) -> str:
    return day.when.edtf[:10] + clock.when.edtf[10:]
