"""Tokens that may name a place, and how much speaks for it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of tokens that the gazetteer knows."""

    first: int
    last: int
    """The token after it."""
    key: str
    score: float
    area: bool
    """It may be a country or an area, which others lie in."""
    form: str = ""
    """The name without the ending that the sentence gave it."""
    skip: int = 0
    """Characters of the first token that are none of the name: "ب" of "بحلب"."""
    cut: int = 0
    """Characters of the last token that are none of the name."""
