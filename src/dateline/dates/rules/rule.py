"""A rule: a pattern over kinds of words, and a function that says what it comes to."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from dateline.dates.hit import Hit, pattern
from dateline.dates.sense import Sense

Reading = Callable[[Hit], Sense | None]


@dataclass(frozen=True)
class Rule:
    """Where several rules match at one place, the longest speaks first."""

    regex: re.Pattern[str]
    read: Reading


def rule(written: str, read: Reading) -> Rule:
    """Return a rule whose pattern is written with the names of kinds."""
    return Rule(re.compile(pattern(written)), read)


def trailing(read: Reading) -> Reading:
    """Return a reading for "الأسبوع الماضي", where "last" comes behind: not in English."""

    def of_others(hit: Hit) -> Sense | None:
        return None if hit.word().isascii() else read(hit)

    return of_others
