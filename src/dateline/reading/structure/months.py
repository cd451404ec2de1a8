"""Days as languages write them whose sentences are not read: "21 de octubre de 2015"."""

import re
from functools import lru_cache
from typing import Final

from dateline.reading.structure.words import listed

MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def in_english(text: str) -> str:
    """Return a text whose days with a month in French, German and the like are told in English.

    Only a figure and a month's name together are a day. The text stays as long as it was.
    """
    names, day = _months()
    return day.sub(lambda match: _day(match, names), text)


def _day(match: re.Match[str], names: dict[str, str]) -> str:
    return f"{match['day']} {names[_folded(match['month'])]}".ljust(len(match[0]))


def _folded(name: str) -> str:
    """Return a name in small letters; to a pattern the four letters I of Turkish are one."""
    return name.casefold().replace("\u0307", "").replace("ı", "i")


@lru_cache(maxsize=1)
def _months() -> tuple[dict[str, str], re.Pattern[str]]:
    """Return each name with the English one, and what a day with one looks like."""
    known = {name: month for month in MONTHS for name in listed(f"month-{month.lower()}")}
    names = {_folded(name): month for name, month in known.items()}
    longest_first = "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
    day = rf"\b(?P<day>\d\d?)(?:\.|º|er)?\s(?:de\s)?(?P<month>{longest_first})\b\.?"
    return names, re.compile(rf"{day}(?:\sdel?(?=\s\d))?", re.IGNORECASE)
