"""Finding quoted words in a kept text, and a few lines around them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Final

from .view import Passage

Span = tuple[int, int]
"""Code points of a text, from the first to behind the last."""
AROUND: Final = 280
"""Code points shown on either side."""
LONGEST: Final = 600
"""Code points of a quotation that are looked for: with more, a text that says the same a million
times would hold the loop up."""
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


def passage(text: str, words: str, kept_back: Iterable[Span] = ()) -> Passage:
    """Return the words as they stand in a text; spacing and kinds of quotation marks may differ.

    What a quotation leaves out stays out, and an ellipsis stands for it. The lines around it end
    before what is kept back.
    """
    found = _found(text, words[:LONGEST])
    if not found:
        return Passage("", words.strip()[:LONGEST], "", found=False)
    said = " […] ".join(one.group() for one in found)
    around = lines(text, found[0].start(), found[-1].end(), kept_back)
    return replace(around, words=said)


def lines(text: str, start: int, end: int, kept_back: Iterable[Span] = ()) -> Passage:
    """Return what stands at these code points with a little around it.

    What is kept back is none of it: the lines end before it.
    """
    spans = list(kept_back)
    first = max((until for since, until in spans if since < start), default=0)
    last = min((since for since, until in spans if until > end), default=len(text))
    before, after = text[min(first, start) : start], text[end : max(last, end)]
    return Passage(_last_of(before), text[start:end], _first_of(after), found=True)


def standing_in(text: str, words: str) -> Iterator[Span]:
    """Yield where words stand in a text, spaced or typed in whatever way."""
    if words.strip():
        yield from (one.span() for one in re.finditer(_part(words), text))


def _found(text: str, words: str) -> list[re.Match[str]]:
    """Return where each part of the words stands, one after the other; nothing if any does not."""
    parts = [re.compile(_part(part)) for part in LEFT_OUT.split(words.strip()) if part]
    if not parts:
        return []
    for first in islice(parts[0].finditer(text), MOST_BEGINNINGS):
        found = [first, *_following(text, first.end(), parts[1:])]
        if len(found) == len(parts):
            return found
    return []


def _following(text: str, end: int, parts: list[re.Pattern[str]]) -> Iterator[re.Match[str]]:
    for part in parts:
        found = part.search(text, end, end + MOST_LEFT_OUT + LONGEST)
        if not found or found.start() - end > MOST_LEFT_OUT:
            return
        yield found
        end = found.end()


def _part(words: str) -> str:
    return r"\s+".join(
        "".join(MARKS.get(sign) or re.escape(sign) for sign in word) for word in words.split()
    )


def _last_of(text: str) -> str:
    """Return the end of a text, from the beginning of a word on where words are spaced."""
    if len(text) <= AROUND:
        return text.lstrip()
    cut = text[-AROUND:]
    return "…" + (cut.partition(" ")[2] or cut)


def _first_of(text: str) -> str:
    if len(text) <= AROUND:
        return text.rstrip()
    cut = text[:AROUND]
    return (cut.rpartition(" ")[0] or cut) + "…"
