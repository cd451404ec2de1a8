"""How a language's words are written down."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Language:
    """Words and phrases by their kind in the grammar, each with what it means."""

    code: str
    words: Mapping[str, Mapping[str, object]]
    """Kind → words → value. A phrase is words with spaces between."""
    doubtful: frozenset[str] = frozenset()
    """Words that are dates only with a capital and beside another word of a date (May, Sat)."""
    clitics: str = ""
    """Letters that stick to the front of a word (Arabic: and, in, for)."""


def numbered(first: int, *rows: str) -> dict[str, object]:
    """Return each word of each row with the row's number; "_" stands for a space in a phrase."""
    return {word: first + n for n, row in enumerate(rows) for word in split(row)}


def meaning(value: object, words: str) -> dict[str, object]:
    """Return words that mean the same."""
    return dict.fromkeys(split(words), value)


def split(row: str) -> list[str]:
    """Return the words of a row, with the spaces of its phrases."""
    return [word.replace("_", " ") for word in row.split()]
