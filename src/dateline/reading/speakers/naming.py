"""How far a name reaches in words that no comma parts from what stands around them."""

from typing import Final

from spacy.tokens import Doc, Token

from dateline.reading.speakers.lexicon import listed
from dateline.reading.speakers.roles import roles

NOMINAL: Final = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
LONGEST: Final = 14


def name_start(cue: Token, first: int) -> int | None:
    """Return where the name begins that ends right before a cue, None where none does.

    Without an article it is a name, or a role ("local activists"), whatever stands before it:
    "operated by rebels FNA said".
    """
    doc, start = cue.doc, cue.i
    if start > first and doc[start - 1].pos_ == "PRON":
        return start - 1
    while start > first and cue.i - start < LONGEST and _belongs(doc[start - 1]):
        start -= 1
    if start > first and doc[start - 1].pos_ == "DET" and start < cue.i:
        return start - 1
    if start < cue.i and (start == first or doc[start - 1].is_quote):
        return start
    return _bare(cue, start)


def name_end(start: Token, end: int) -> int:
    """Return where the name ends that begins here: before "director of the clinic"."""
    if start.pos_ != "PROPN":
        return end
    doc = start.doc
    asides = (n for n in range(start.i + 2, end) if doc[n - 1].pos_ == "PROPN" and doc[n].is_lower)
    return next((n for n in asides if doc[n].pos_ == "DET" or _has_office(doc, n, end)), end)


def _has_office(doc: Doc, n: int, end: int) -> bool:
    return doc[n].pos_ == "NOUN" and n + 1 < end and doc[n + 1].lower_ in ("of", "for", "at")


def _belongs(token: Token) -> bool:
    """Tell whether a word may stand inside a name: "UK-based", "Observatory for Human Rights"."""
    doc = token.doc
    if token.i and (token.tag_ == "HYPH" or doc[token.i - 1].tag_ == "HYPH"):
        return True
    if token.lower_ in ("for", "of") and token.i:
        return roles().get(doc[token.i - 1].lower_) == "body" and doc[token.i + 1].pos_ == "PROPN"
    return token.pos_ in NOMINAL


def _bare(cue: Token, start: int) -> int | None:
    doc, last = cue.doc, cue.i - 1
    if start == cue.i:
        return None
    if doc[last].pos_ == "NOUN" and _is_role(doc[last]):
        return _qualified(doc, last, start)
    if doc[last].is_upper and not doc[last - 1].is_upper:
        return last
    while start < cue.i and doc[start].pos_ in ("ADJ", "NUM"):
        start += 1
    return next((n for n in range(start, cue.i) if doc[n].pos_ == "PROPN"), None)


def _qualified(doc: Doc, role: int, floor: int) -> int:
    """Return where "local" of "local activists" stands; a place before it is another phrase's."""
    start = role
    while start > floor and doc[start - 1].pos_ in ("ADJ", "NOUN"):
        start -= 1
    return start


def _is_role(token: Token) -> bool:
    lemma = token.lemma_.lower()
    return lemma in roles() or token.lower_ in roles() or lemma in listed("teller")
