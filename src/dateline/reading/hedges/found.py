"""A hedge and a negation as they were found in a paragraph."""

from dataclasses import dataclass

from dateline.codebook import At, HedgeClass


@dataclass(frozen=True)
class FoundHedge:
    """Words that say how sure the text is. Offsets are code points of the document's text."""

    cls: HedgeClass
    words: str
    at: At
    scope: At
    """What is hedged: "launched from an aircraft" of "allegedly launched from an aircraft"."""


@dataclass(frozen=True)
class FoundNegation:
    """Words that say that something is not so."""

    words: str
    at: At
    scope: At
    """What is not so, the negating words included."""
