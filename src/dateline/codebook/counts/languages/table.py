"""What a language says with numbers: the shape of one table."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeVar

from dateline.codebook.counts.count import Unit

Bound = Literal["least", "more", "most", "less", "about", "filler"]
"""What words beside a number make of it; a filler ("another") changes nothing."""
Span = tuple[int, int | None, bool]
"""Low, high, whether approximate."""
Value = TypeVar("Value")


@dataclass(frozen=True)
class Numerals:
    """One language's words, folded as `tokens.fold` folds them."""

    small: Mapping[str, int]
    """Words that are a number by themselves: "twelve", "двести"."""
    scales: Mapping[str, int]
    """Words that multiply what stands before: "million", "тысяч"."""
    bare: frozenset[str]
    """Scales that also stand alone: "тысяча"; English wants "a thousand"."""
    vague: Mapping[str, Span]
    """Phrases that are a count without a number: "a few", "dozens"."""
    before: Mapping[str, Bound]
    after: Mapping[str, Bound]
    joins: Mapping[str, frozenset[str]]
    """What may stand between the ends of a range, by the word before the range ("" for none)."""
    units: Mapping[str, Unit]
    """The word after a figure that says what it is of."""
    named_by: Mapping[str, Unit]
    """The word before a figure that makes it no count: "Brigade 105", "aged 12"."""
    months: frozenset[str]
    """Stems of month names."""
    stops: frozenset[str]
    """Words behind which nothing belongs to the figure any more."""
    links: frozenset[str] = frozenset()
    """Words inside a number ("two hundred and five")."""
    articles: frozenset[str] = frozenset()
    """Words that make one of a scale: "a hundred"."""
    prefixes: tuple[str, ...] = ()
    """Letters written to the word: Arabic "and", "by", "the"."""
    nothing: frozenset[str] = field(default_factory=frozenset)
    """Words that count zero of the people named next: "no civilians"."""
    no_number: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Number words that are none behind some words: "this one"."""
    changing: frozenset[str] = frozenset()
    """Words before "from a to b" that make it two figures: "rose from 12 to 17"."""


def meaning(value: Value, *rows: str) -> dict[str, Value]:
    """Return a table in which every word of the rows means the same; "_" is a space."""
    return dict.fromkeys(split(*rows), value)


def numbered(*rows: str, first: int = 1, step: int = 1) -> dict[str, int]:
    """Return each word of each row with the row's number."""
    return {word: first + n * step for n, row in enumerate(rows) for word in split(row)}


def split(*rows: str) -> list[str]:
    """Return the words of some rows; "_" stands for a space in a phrase."""
    return [word.replace("_", " ") for row in rows for word in row.split()]
