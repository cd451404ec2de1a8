"""Finding quoted words in a kept text, however either was spaced and typed."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

Span = tuple[int, int]
"""Code points of a text, from the first to behind the last."""
MARKS: Final = {
    **dict.fromkeys('"“”„«»‟', '["“”„«»‟]'),
    **dict.fromkeys("'‘’‚ʼ", "['‘’‚ʼ]"),
    **dict.fromkeys("-–—−‑", "[-–—−‑]"),
}
"""Signs that an editor's keyboard gives otherwise than the source's."""
LEFT_OUT: Final = re.compile(r"\s*(?:\[(?:…|\.\.\.)\]|…|\.\.\.)\s*")
MOST_LEFT_OUT: Final = 2_000
"""Code points that an ellipsis may stand for."""
MOST_BEGINNINGS: Final = 200
"""Where the first words may stand: more would take long, and show nothing else."""
LONGEST_SEARCH: Final = 600
"""Code points that are searched for; the rest of a longer part must follow at once. A text that
says the same a million times would hold its reader up."""
WHOLE: Final = {
    "number": (r"(?<!\d)(?<!\d[.,'’\u00a0\u202f])", r"(?!\d)(?![.,'’\u00a0\u202f]\d)"),
    "word": (r"(?<![^\W\d_])", r"(?![^\W\d_])"),
}
"""What may not stand before and behind: 12 is not in 112, nor in 12,000, nor is "all" in "fall"."""


def spans_of(text: str, words: str) -> list[Span]:
    """Return where each part of some words stands, one after the other; nothing if any does not.

    An ellipsis, in brackets or not, parts them. Numbers stand only where they are whole.
    """
    parts = [_Part(part) for part in LEFT_OUT.split(words.strip()) if part]
    if not parts:
        return []
    for first in islice(parts[0].spans(text, 0, len(text)), MOST_BEGINNINGS):
        found = [first, *_following(text, first[1], parts[1:])]
        if len(found) == len(parts):
            return found
    return []


def standing_in(text: str, words: str) -> Iterator[Span]:
    """Yield where words stand in a text, also inside of others."""
    if words.strip():
        yield from (one.span() for one in re.finditer(_pattern(words), text))


class _Part:
    """Words that stand without a gap."""

    def __init__(self, words: str) -> None:
        before, after = _edge(words[0], 0), _edge(words[-1], 1)
        self.first = re.compile(_pattern(words[:LONGEST_SEARCH]))
        self.whole = re.compile(before + _pattern(words) + after)

    def spans(self, text: str, start: int, end: int) -> Iterator[Span]:
        """Yield where the words stand whole."""
        for first in islice(self.first.finditer(text, start, end), MOST_BEGINNINGS):
            if whole := self.whole.match(text, first.start()):
                yield whole.span()


def _following(text: str, end: int, parts: list[_Part]) -> Iterator[Span]:
    for part in parts:
        reach = end + MOST_LEFT_OUT + LONGEST_SEARCH
        found = next(part.spans(text, end, reach), None)
        if not found or found[0] - end > MOST_LEFT_OUT:
            return
        yield found
        end = found[1]


def _edge(sign: str, side: int) -> str:
    """Return what may not stand beside a sign. Scripts without case join words, and so may we."""
    if sign.isdecimal():
        return WHOLE["number"][side]
    return WHOLE["word"][side] if sign.lower() != sign.upper() else ""


def _pattern(words: str) -> str:
    return r"\s+".join(
        "".join(MARKS.get(sign) or re.escape(sign) for sign in word) for word in words.split()
    )
