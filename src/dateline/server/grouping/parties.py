"""What an actor's name stands for, so that "VKS" and "Russia" are one side."""

from collections.abc import Iterator
from functools import cache
from typing import Final

import spacy
from spacy.language import Language

from dateline.reading.parties import PartyMention
from dateline.reading.parties import parties as mentioned

OF_STATES: Final = frozenset({"state", "military", "government"})
LONGEST: Final = 500
"""Characters of a name that count."""


@cache
def parties_of(name: str) -> frozenset[str]:
    """Return who is named: a country for what is a state's, else a party; () for "warplanes".

    A name that the lexicon lacks stands for itself, unless it is a mere role ("rebels").
    """
    found = mentioned(_tokens()(name[:LONGEST]))
    told = frozenset(key for one in found for key in _key(one))
    return told or (frozenset() if found else frozenset({name[:LONGEST].casefold().strip()} - {""}))


def _key(one: PartyMention) -> Iterator[str]:
    if one.kind == "coalition":
        yield one.name or "the coalition"
    elif one.country and one.kind in OF_STATES:
        yield one.country
    elif one.name:
        yield one.name


@cache
def _tokens() -> Language:
    """Return a pipeline that only cuts words: names need no sentence."""
    return spacy.blank("en")
