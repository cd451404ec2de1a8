"""Lines that stand as a title over what follows."""

import re
from itertools import pairwise
from typing import Final

from dateline.reading.structure.part import Part, runs

LONGEST: Final = 200
MOST_WORDS: Final = 26
MOST_PLAIN_WORDS: Final = 18
"""Words of a title that is written like a sentence, without its full stop."""
MOST_IN_A_ROW: Final = 2
"""A title and what stands under it; more short lines are a list."""
CAPITALS: Final = 0.7
SHORT: Final = 3
"""Letters of the words that a title may leave small."""
OPEN_ENDS: Final = (".", ":", ",", ";", "…", "؛", "،", "。")
WORD: Final = re.compile(r"[^\W\d_]+")
INNER_STOP: Final = re.compile(r"[^\W\d_]{3,}[.] +\W?[^\W\d_]")
BODY: Final = ("prose", "quote", "card", "caption", "stamp", "byline", "boilerplate")


def titular(text: str) -> bool:
    """Tell whether a line could be a title, by its shape alone."""
    words = WORD.findall(text)
    if len(text) > LONGEST or not words or len(text.split()) > MOST_WORDS:
        return False
    if not words[0][0].isupper() and words[0][0].islower():
        return False
    bare = text.rstrip("\"'”’») ")
    if bare.endswith(OPEN_ENDS) or INNER_STOP.search(text) or text[0] in "-–—*>@#•":
        return False
    if capitalised(words):
        return True
    return len(words) <= MOST_PLAIN_WORDS and not bare.endswith(("?", "!")) and not _speech(text)


def capitalised(words: list[str]) -> bool:
    """Tell whether the longer words all begin with a capital, but for a few."""
    longer = [word for word in words if len(word) > SHORT]
    return len(longer) > 1 and sum(word[0].isupper() for word in longer) >= CAPITALS * len(longer)


def mark_headlines(parts: list[Part]) -> None:
    """Give titles their role: they stand by themselves, over a body, and no list."""
    behind = {id(part) for above, part in pairwise(parts) if above.role == "stamp"}
    for begin, end in runs(parts, lambda part: _may_be(part, begins=id(part) in behind)):
        below = parts[end] if end < len(parts) else None
        if below is None or below.gap == 0 or below.role not in BODY:
            continue
        if end - begin > MOST_IN_A_ROW:
            begin = end - 1 if below.role in ("stamp", "byline") else end
        for part in parts[begin:end]:
            part.role = "headline"
    if len(parts) > 1 and _may_be(parts[0]):
        parts[0].role = "headline"


def _may_be(part: Part, *, begins: bool = False) -> bool:
    """Tell whether it could be a title; within a line only where it `begins`, behind a stamp."""
    placed = part.gap > 0 or begins
    return part.role == "prose" and part.lines == 1 and placed and titular(part.text)


def _speech(text: str) -> bool:
    return text[0] in '“"«' and text.rstrip()[-1] in '”"»'
