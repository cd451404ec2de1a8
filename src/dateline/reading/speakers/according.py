"""Phrases as cues: "according to the ministry", "in the words of", "per the agency"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dateline.reading.speakers.found import Found
from dateline.reading.speakers.lexicon import Word
from dateline.reading.speakers.stretch import Stretch, trimmed
from dateline.reading.speakers.subject import source

WORD = Word("according to", "said", "said", "says", frozenset({"quote"}))


def according_cues(doc: Doc) -> Iterator[Found]:
    """Yield "according to" with its source and with the rest of its sentence."""
    for token in doc[:-1]:
        if token.lower_ == "according" and doc[token.i + 1].lower_ == "to":
            yield from _according(token)


def _according(token: Token) -> Iterator[Found]:
    doc = token.doc
    head = next((one for one in _after(token) if one.dep_ == "pobj"), None)
    if head is None:
        return
    cue = token.i, token.i + 2
    named = source(head, doc[token.i + 1])
    yield Found(token, WORD, cue, _contents(doc, token, named), head, named, None, False)


def _after(token: Token) -> Iterator[Token]:
    yield from token.doc[token.i + 1].children
    yield from token.children


def _contents(doc: Doc, token: Token, named: Stretch) -> tuple[Stretch, ...]:
    sentence = token.sent
    parts = [(sentence.start, token.i), (named[1], sentence.end)]
    cut = [trimmed(doc, part) for part in parts]
    return tuple(part for part in cut if part[1] - part[0] > 1)
