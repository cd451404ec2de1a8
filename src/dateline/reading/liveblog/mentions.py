"""Where a writer takes up what the column said before: "As we reported yesterday"."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Final

from dateline.dates import find

SAID: Final = re.compile(
    r"""(?P<as>\bas\s+)?\b(?:we|i)(?:[’']ve|[’']d)?\s+(?:(?:have|had|already|previously|earlier|\w+ly)\s+)*
    (?:report|not|discuss|cover|mention|explain|publish|warn|describ|predict|document|show)(?:ed|n)\b
    |(?P<as_wrote>\bas\s+)?\b(?:we|i)\s+(?:(?:have|had|already|previously|earlier)\s+)*(?:wrote|written|said)\b
    |(?P<as_noted>\bas\s+(?:(?:previously|earlier|already)\s+)?(?:noted|reported|mentioned)\s+(?:above|earlier|here|yesterday))\b
    |(?P<ru>\bкак\s+мы\s+(?:уже\s+|ранее\s+)?(?:сообщали|писали|отмечали|рассказывали))\b
    |(?P<uk>\bяк\s+ми\s+(?:вже\s+|раніше\s+)?(?:повідомляли|писали))\b
    |(?P<ar>\b(?:وكما|كما)\s+(?:كنا\s+قد\s+)?(?:ذكرنا|أشرنا|أفدنا|نشرنا|أوردنا))\b""",
    re.IGNORECASE | re.VERBOSE,
)
EARLIER: Final = re.compile(
    r"\b(?:earlier|previously|yesterday|before|last\s+(?:night|week|month)|ago"
    r"|(?:on|last)\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
ENDS: Final = re.compile(r"[.!?…؟](?:[\"'”’»)\]]*\s|$)")
WORD: Final = re.compile(r"[^\W\d_]{2,}")
CASED: Final = re.compile(r"[a-zа-яёіїєґ]", re.IGNORECASE)
LONG: Final = 4
"""Letters of a word that may be a name in a script without capitals."""
NEAR: Final = 60
"""Code points around the words in which the day is looked for."""


@dataclass(frozen=True)
class Mention:
    """A sentence that takes up an earlier update."""

    words: str
    start: int
    end: int
    first: date | None
    """The days that it names, the last one included; None: any before, the same day too."""
    last: date | None
    names: frozenset[str]
    """Words by which that update may be known, in small letters."""


def mention(words: str, start: int, day: date) -> Mention | None:
    """Return what a paragraph that stands at `start`, of an entry of `day`, takes up; or None."""
    for found in SAID.finditer(words):
        begin, end = _sentence(words, found.start())
        sentence = words[begin:end]
        if not any(found.groupdict().values()) and not EARLIER.search(sentence):
            continue
        first, last = _days(words[max(begin, found.start() - NEAR) : found.end() + NEAR], day)
        names = _names(words[begin : found.start()]) | _names(words[found.end() : end])
        return Mention(sentence, start + begin, start + end, first, last, names)
    return None


def shares(mentioned: Mention, words: str) -> bool:
    """Tell whether an update of these words may be what is taken up: it has half the names."""
    if not mentioned.names:
        return False
    has = {word.lower() for word in WORD.findall(words)}
    return len(mentioned.names & has) * 2 >= len(mentioned.names)


def _sentence(words: str, at: int) -> tuple[int, int]:
    begins = [one.end() for one in ENDS.finditer(words, 0, at)]
    ends = ENDS.search(words, at)
    return (begins[-1] if begins else 0), (ends.end() if ends else len(words))


def _days(words: str, day: date) -> tuple[date | None, date | None]:
    """Return the days before `day` that the words name."""
    reference = datetime.combine(day, time(23, 59), UTC)
    for one in find(words, reference=reference):
        if one.timex_type == "DATE" and one.when.start and one.when.end:
            first, last = _day(one.when.start), _day(one.when.end)
            if first and last and last < day:
                return first, last
    return None, None


def _day(told: str) -> date | None:
    try:
        return date.fromisoformat(told[:10])
    except ValueError:
        return None


def _names(words: str) -> frozenset[str]:
    """Return the words with a capital but for a sentence's first; without case, the longer ones."""
    found = WORD.findall(words)
    if not CASED.search(words):
        return frozenset(word.lower() for word in found if len(word) >= LONG)
    return frozenset(word.lower() for word in found[1:] if word[0].isupper())
