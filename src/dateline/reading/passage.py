"""A paragraph, parsed, with what its page says of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span

from dateline.reading.structure import Block, Layout

ENOUGH: Final = 10_000
"""Code points parsed at once: what has no paragraphs is cut behind a sentence."""
LONGEST: Final = 1_500
"""Code points of a sentence."""
AT_ONCE: Final = 16
"""Passages parsed together: more of them hold more memory and take longer."""
NO_VECTORS: Final = np.zeros((0,), dtype="float32")
SENTENCE_END: Final = re.compile(r"[.!?]['\"”’)]*\s")
READ: Final = frozenset({"prose", "quote", "headline", "card", "caption"})
BREAKS: Final = str.maketrans("\n\r\t\v\f\u2028\u2029", "       ")
HALVES: Final = re.compile("[\ud800-\udfff]")
"""Lone surrogates, which no parser takes."""


@dataclass(frozen=True)
class Passage:
    """A block's words; offsets of `doc` count from `start`."""

    start: int
    doc: Doc
    block: Block
    entry: int
    reference: str | None
    """What relative times count from, in ISO 8601; None where the page does not say."""

    @property
    def end(self) -> int:
        """Return where it ends in the text."""
        return self.start + len(self.doc.text)


def passages(text: str, layout: Layout, pipeline: Language) -> list[Passage]:
    """Parse each block that says something.

    Line ends become spaces, one for one, so that a hard-wrapped sentence is one sentence.
    """
    cut = [
        (entry, block, piece)
        for entry, told in enumerate(layout.entries)
        for block in told.blocks
        if block.role in READ
        for piece in _pieces(text, block)
    ]
    words = (_parsable(text[start:end]) for _, _, (start, end) in cut)
    docs = map(_without_vectors, pipeline.pipe(words, batch_size=AT_ONCE))
    return [
        Passage(start, doc, block, entry, layout.reference(block))
        for (entry, block, (start, _)), doc in zip(cut, docs, strict=True)
    ]


def _without_vectors(doc: Doc) -> Doc:
    """Return it without what only the parser needed: it keeps alive the whole batch's numbers."""
    doc.tensor = NO_VECTORS
    return doc


def _parsable(words: str) -> str:
    return HALVES.sub("\N{REPLACEMENT CHARACTER}", words.translate(BREAKS))


def _pieces(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """Cut a block behind sentences, and what has no sentences behind words.

    Reading costs the square of a sentence's length; one without an end is an attack, or a table.
    """
    start = last = block.start
    found = (one.end() for one in SENTENCE_END.finditer(text, block.start, block.end))
    for end in (*found, block.end):
        while end - last > LONGEST:
            if start < last:
                yield start, last
            start, last = last, _behind_word(text, last)
            yield start, last
            start = last
        last = end
        if last - start > ENOUGH:
            yield start, last
            start = last
    if start < last:
        yield start, last


def _behind_word(text: str, start: int) -> int:
    blank = text.rfind(" ", start, start + LONGEST)
    return blank + 1 if blank > start else start + LONGEST


def sentences(passage: Passage) -> Sequence[Span]:
    """Return the sentences that hold a word."""
    return [one for one in passage.doc.sents if any(token.is_alpha for token in one)]
