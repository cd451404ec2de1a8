"""Which cue a verb is here: counting, seeing and claiming speak only in some company."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from spacy.tokens import Token

from dateline.reading.speakers.lexicon import Word, listed, verbs

TAKEN: Final = frozenset({"life", "victim"})
"""What a blast claims, and nobody said."""
COUNTING: Final = frozenset({"put", "give", "raise", "revise"})
COUNTED: Final = frozenset({"toll", "number", "figure", "total", "count"})
COUNTS: Final = Word("put", "said", "said", "says", frozenset({"object", "rest", "at"}))
SEEING: Final = frozenset({"see", "hear", "witness", "watch"})


def cue_word(verb: Token) -> Word | None:
    """Return what a verb says as a cue, None where it is none.

    Who "put the death toll at 12" says so; "an AFP photographer saw" is a report.
    """
    lexicon = verbs()
    word = lexicon.get(verb.lemma_.lower())
    if verb.lemma_ in COUNTING and _objects(verb) & COUNTED:
        return COUNTS
    if word is None or (verb.lemma_ == "claim" and _objects(verb) & TAKEN):
        return None
    if verb.lemma_ in SEEING and _subjects(verb) & _reporters():
        return _seen(word, lexicon)
    return word


def _seen(word: Word, lexicon: Mapping[str, Word]) -> Word:
    told = lexicon["report"]
    return replace(word, normal=told.normal, hedge=told.hedge, act="shows")


def _reporters() -> frozenset[str]:
    return listed("teller") - {"source"}


def _objects(verb: Token) -> set[str]:
    return {child.lemma_ for child in verb.children if child.dep_ == "dobj"}


def _subjects(verb: Token) -> set[str]:
    return {child.lemma_.lower() for child in verb.children if child.dep_ == "nsubj"}
