"""An update's text without its markup, and which claims its words are marked with."""

from dataclasses import dataclass

from dateline.codebook import At


@dataclass(frozen=True)
class Marked:
    """Words that are marked with a claim. Code points of the passage."""

    start: int
    end: int
    claim: str
    """The claim's id."""


@dataclass(frozen=True)
class Passage:
    """The editor's own words, block by block; what is quoted in blocks of its own is left out."""

    text: str
    """Blocks stand apart by an empty line."""
    marks: tuple[Marked, ...] = ()
    cited: tuple[At, ...] = ()
    """Stretches that a link, or a quote or a card beside them, gives a source for."""
