"""Finding quoted words in a kept text, and a few lines around them."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from dateline.text import Span, spans_of

from .view import Passage

AROUND: Final = 280
"""Code points shown on either side."""
LONGEST: Final = 600
"""Code points of a quotation that a page shows in their lines."""


def passage(text: str, words: str, kept_back: Iterable[Span] = ()) -> Passage:
    """Return the words as they stand in a text; spacing and kinds of quotation marks may differ.

    What a quotation leaves out stays out, and an ellipsis stands for it. The lines around it end
    before what is kept back.
    """
    words = _beginning_of(words.strip())
    found = spans_of(text, words)
    if not found:
        return Passage("", words, "", found=False)
    said = " […] ".join(text[start:end] for start, end in found)
    around = lines(text, found[0][0], found[-1][1], kept_back)
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


def _beginning_of(words: str) -> str:
    """Return as much of the words as a page shows, whole words where they are spaced."""
    if len(words) <= LONGEST:
        return words
    cut = words[:LONGEST]
    return cut.rpartition(" ")[0] or cut


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
