"""Runs of three letters, by which spellings are compared: one wrong letter leaves most of them."""

from typing import Final

EDGE: Final = "·"
"""Stands before and after a word, so that its first and last letters count as much."""


def grams(word: str) -> set[str]:
    """Return the runs of three letters in a word with its edges."""
    edged = f"{EDGE}{word}{EDGE}"
    return {edged[n : n + 3] for n in range(len(edged) - 2)}


def marks(word: str, country: str, known: bool) -> list[str]:
    """Return what a name is found by: its runs in its country, and in the world if known there."""
    runs = sorted(grams(word))
    here = [country.lower() + run for run in runs] if country else []
    return [*here, *runs] if known else here
