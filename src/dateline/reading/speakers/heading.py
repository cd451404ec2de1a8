"""Who speaks by the shape of a paragraph: "Rebel commander: …", "Now Lebanon reports:"."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from dateline.reading.speakers.found import Found
from dateline.reading.speakers.lexicon import Word, listed
from dateline.reading.speakers.roles import roles
from dateline.reading.speakers.stretch import Stretch, trimmed

DASHES = frozenset("-–—―")
LONGEST = 8
COLON = Word(":", "said", "said", "says", frozenset({"quote"}))
NAMING = frozenset({"PROPN", "DET", "ADJ", "PUNCT", "NOUN", "PART", "CCONJ"})


def heading_cues(doc: Doc) -> Iterator[Found]:
    """Yield the name and the colon that a paragraph begins with."""
    colon = next((token.i for token in doc[1:LONGEST] if token.text == ":"), None)
    if colon is None:
        return
    named = trimmed(doc, (0, colon))
    content = trimmed(doc, (colon + 1, len(doc)))
    if content[0] < content[1] and _names(doc, named):
        head = doc[named[0] : named[1]].root
        yield Found(doc[colon], COLON, (colon, colon + 1), (content,), head, named)


def signed_cues(doc: Doc) -> Iterator[Found]:
    """Yield the dash and the name that a quotation ends with: "“…” — Salma Nasser"."""
    last = max((token.i for token in doc if token.text in DASHES), default=0)
    named = trimmed(doc, (last + 1, len(doc)))
    if last and doc[last - 1].is_quote and 0 < named[1] - named[0] < LONGEST and _names(doc, named):
        head = doc[named[0] : named[1]].root
        yield Found(doc[last], COLON, (last, last + 1), ((0, last),), head, named)


def _names(doc: Doc, named: Stretch) -> bool:
    words = doc[named[0] : named[1]]
    labels = listed("label")
    if not words or any(word.pos_ not in NAMING or word.lower_ in labels for word in words):
        return False
    last = words[-1]
    lemma = last.lemma_.lower()
    return last.pos_ == "PROPN" or lemma in listed("thing") or lemma in roles()


def titled(found: Found) -> Found:
    """Return it with the whole name where a paragraph is but a name, a cue and a colon.

    The parse reads the "Now" of "Now Lebanon reports:" as a time.
    """
    doc, (start, end) = found.token.doc, found.cue
    first = found.token.sent.start
    named = doc[first:start]
    short = 0 < len(named) < LONGEST and all(word.is_title or word.is_upper for word in named)
    if end != len(doc) or doc[end - 1].text != ":" or not short:
        return found
    return replace(found, source=(first, start), head=doc[start - 1])
