"""Cuts a passage into sentences without a parse, in any language that ends them with a sign."""

import re
from collections.abc import Iterator
from typing import Final

from dateline.codebook import At

END: Final = re.compile(r"[.!?؟…]+[\"'”’»)\]]*(?=\s)|\n\s*\n")
SHORT: Final = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Brig|Adm|Cmdr|St|No|vs|etc|Jan|Feb|Mar|Apr"
    r"|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|approx|им|ул|г|гг|тыс|млн|чел|ім|вул|р|рр|тис)|\b\w)\.$"
)
"""What a stop may end that is no sentence: an abbreviation, an initial."""
SMALL: Final = re.compile(r"\s+[a-zа-яёіїєґ]")


def sentences(text: str) -> Iterator[At]:
    """Yield where each sentence of a text stands, without the blanks around it."""
    start = 0
    for match in END.finditer(text):
        if text[match.start()] == "." and _goes_on(text, match):
            continue
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, len(text))


def _goes_on(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 8) : match.start() + 1]
    return bool(SHORT.search(before) or SMALL.match(text, match.end()))


def _trimmed(text: str, start: int, end: int) -> Iterator[At]:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end = start + len(words.strip())
    if start < end:
        yield start, end
