"""How a day is written out, by language."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

MONTHS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "en": (
            *("January", "February", "March", "April", "May", "June", "July", "August"),
            *("September", "October", "November", "December"),
        ),
        "ru": (
            *("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа"),
            *("сентября", "октября", "ноября", "декабря"),
        ),
        "uk": (
            *("січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня"),
            *("вересня", "жовтня", "листопада", "грудня"),
        ),
        "ar": (
            *("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس"),
            *("سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"),
        ),
    }
)
WEEKDAYS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "en": ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        "ru": ("понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресень"),
        "uk": ("понеділ", "вівтор", "серед", "четвер", "п'ятниц", "субот", "неділ"),
        "ar": ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
    }
)
"""The beginnings of their names, Monday first."""
PARTS: Final[Mapping[str, str]] = MappingProxyType(
    {"NI": "the night of ", "MO": "the morning of ", "AF": "the afternoon of "}
    | {"EV": "the evening of "}
)
LEADING: Final = frozenset(
    {"on", "since", "until", "till", "from", "by", "before", "after", "of", "for", "the", "between"}
)
"""Words before a day that leave no room for "on"."""


def in_place(day: date, words: str) -> bool:
    """Tell whether some words name the weekday of a day."""
    low = words.lower().replace("’", "'")
    return any(names[day.weekday()] in low for names in WEEKDAYS.values())


def day_in_words(
    day: date,
    language: str,
    *,
    words: str,
    before: str,
    part: str,
    owning: bool,
    year: bool,
) -> str:
    """Return a day as it replaces `words` behind the word `before`, which may be empty.

    `part` is TIMEX3's letters of a part of the day; `owning` tells of "yesterday's".
    """
    said = f"{day.day} {MONTHS[language][day.month - 1]}{f' {day.year}' if year else ''}"
    if language != "en":
        return f"في {said}" if language == "ar" and before not in ("في", "منذ") else said
    if owning:
        return f"the {said}"
    if in_place(day, words) and not part:
        said = f"{WEEKDAYS['en'][day.weekday()].title()}, {said}"
        return f"on {said}" if words[:1].islower() and before.lower() not in LEADING else said
    said = f"{PARTS.get(part, '')}{said}"
    said = said if before.lower() in LEADING else f"on {said}"
    return said[0].upper() + said[1:] if words[:1].isupper() else said
