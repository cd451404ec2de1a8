"""A paragraph, parsed, with what its page says of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Span

from dateline.reading.structure import Block, Layout

LONGEST: Final = 20_000
"""Code points parsed at once: what has no paragraphs is cut behind a sentence."""
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
    return [
        Passage(start, doc, block, entry, layout.reference(block))
        for (entry, block, (start, _)), doc in zip(cut, pipeline.pipe(words), strict=True)
    ]


def _parsable(words: str) -> str:
    return HALVES.sub("\N{REPLACEMENT CHARACTER}", words.translate(BREAKS))


def _pieces(text: str, block: Block) -> Iterator[tuple[int, int]]:
    start = block.start
    while block.end - start > LONGEST:
        ends = [m.end() for m in SENTENCE_END.finditer(text, start, start + LONGEST)]
        end = ends[-1] if ends else start + LONGEST
        yield start, end
        start = end
    yield start, block.end


def sentences(passage: Passage) -> Sequence[Span]:
    """Return the sentences that hold a word."""
    return [one for one in passage.doc.sents if any(token.is_alpha for token in one)]
