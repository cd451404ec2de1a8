"""The words of a kept text that are nearest to a quotation that does not stand in it."""

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

WORD: Final = re.compile(r"\w+")
MOST_WORDS: Final = 150
"""Of a quotation, from its beginning: as many as a line of help can say."""
MOST_TEXT: Final = 300_000
"""Code points of a text that are looked through while somebody is typing."""
LEAST_ALIKE: Final = 0.4
"""Share of a quotation's words below which nothing is near."""


@dataclass(frozen=True)
class Nearest:
    """What stands in the text, empty where nothing is near, and where the two differ."""

    words: str = ""
    start: int = 0
    """Code point of the text at which they begin."""
    differ: tuple[tuple[str, str], ...] = ()
    """Pairs of (quoted, kept); either may be empty."""


def nearest(text: str, words: str) -> Nearest:
    """Return the stretch of a text that shares most words with a quotation."""
    quoted = list(WORD.finditer(words))[:MOST_WORDS]
    kept = list(WORD.finditer(text[:MOST_TEXT]))
    at = _densest([one[0].casefold() for one in kept], [one[0].casefold() for one in quoted])
    if at is None:
        return Nearest()
    stretch = kept[at : at + len(quoted)]
    start, end = stretch[0].start(), stretch[-1].end()
    return Nearest(" ".join(text[start:end].split()), start, tuple(_differing(quoted, stretch)))


def _densest(kept: list[str], quoted: list[str]) -> int | None:
    """Return where a window as long as the quotation holds most of its words."""
    wanted, inside = Counter(quoted), Counter[str]()
    shared = most = 0
    where = None
    for at, word in enumerate(kept):
        inside[word] += 1
        shared += inside[word] <= wanted[word]
        if at >= len(quoted):
            gone = kept[at - len(quoted)]
            shared -= inside[gone] <= wanted[gone]
            inside[gone] -= 1
        if shared > most:
            most, where = shared, max(0, at - len(quoted) + 1)
    return where if most and most >= LEAST_ALIKE * len(quoted) else None


def _differing(quoted: list[re.Match[str]], kept: list[re.Match[str]]) -> list[tuple[str, str]]:
    here, there = [one[0] for one in quoted], [one[0] for one in kept]
    steps = SequenceMatcher(None, here, there, autojunk=False).get_opcodes()
    return [
        (" ".join(here[a:b]), " ".join(there[c:d])) for tag, a, b, c, d in steps if tag != "equal"
    ]
