"""How far a name reaches in words that no comma parts from what stands around them."""

from typing import Final

from spacy.tokens import Doc, Token

from dateline.places.demonyms import country_of
from dateline.reading.speakers.closing import RELATIVE
from dateline.reading.speakers.lexicon import listed
from dateline.reading.speakers.roles import roles
from dateline.reading.speakers.stretch import Stretch
from dateline.reading.speakers.titles import is_role, qualified, titled_from

NOMINAL: Final = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
LEADS: Final = frozenset({"IN", "TO", "PRP$", "POS", "MD", "CC", *RELATIVE})
"""Before a name they make it another phrase's: "what the ministry", "head of the council"."""
LONGEST: Final = 14


def name_before(cue: Token, first: int) -> Stretch | None:
    """Return the name that ends right before a cue, None where none does.

    Without an article it is a name, or a role ("local activists"), whatever stands before it:
    "operated by rebels FNA said", "near the town rebel commander Omar Haddad said".
    """
    doc, end = cue.doc, cue.i
    while end > first and doc[end - 1].pos_ in ("ADV", "AUX"):
        end -= 1
    if end > first and doc[end - 1].pos_ == "PRON":
        return None if doc[end - 1].tag_ in RELATIVE else (end - 1, end)
    start = end
    while start > first and end - start < LONGEST and _belongs(doc[start - 1], end):
        start -= 1
    if start == end:
        return None
    told = _with_article(doc, start, end, first)
    return None if told is None else (told, end)


def _with_article(doc: Doc, start: int, end: int, first: int) -> int | None:
    """Return where the name begins: at its article, unless that belongs to a phrase before it."""
    article = start > first and (doc[start - 1].pos_ == "DET" or doc[start - 1].tag_ == "PRP$")
    opens = start - article
    led = opens > first and doc[opens - 1].tag_ in LEADS
    if article and not led and not _is_two(doc, start, end):
        return opens
    if not article and (start == first or doc[start - 1].is_punct):
        return start
    bare = _bare(doc, start, end)
    if bare is not None and bare - 1 > start and doc[bare - 1].lower_ == "and":
        bare = _bare(doc, start, bare - 1) or bare
    return None if bare == start and article else bare


def _is_two(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a thing stands before a name: "the story John Smith (told)"."""
    pairs = ((doc[n], doc[n + 1]) for n in range(start, end - 1))
    return any(a.pos_ == "NOUN" and b.pos_ == "PROPN" and not is_role(a) for a, b in pairs)


def name_end(start: Token, end: int) -> int:
    """Return where the name ends that begins here: before "director of the clinic"."""
    if start.pos_ != "PROPN":
        return end
    doc = start.doc
    asides = (n for n in range(start.i + 2, end) if doc[n - 1].pos_ == "PROPN")
    return next((n for n in asides if _is_article(doc[n]) or _has_office(doc, n, end)), end)


def _is_article(token: Token) -> bool:
    return token.pos_ == "DET" and token.is_lower


def _has_office(doc: Doc, n: int, end: int) -> bool:
    """Tell whether an office begins here: "head of", also in capitals."""
    office = doc[n].is_lower and doc[n].pos_ == "NOUN"
    office = office or roles().get(doc[n].lower_) == "person"
    return office and n + 1 < end and doc[n + 1].lower_ in ("of", "for", "at")


def _belongs(token: Token, end: int) -> bool:
    """Tell whether a word may stand inside a name: "UK-based", "Observatory for Human Rights"."""
    doc = token.doc
    if token.lower_ in listed("time"):
        return False
    if token.text in ("(", ")") or (
        token.i and (token.tag_ == "HYPH" or doc[token.i - 1].tag_ == "HYPH")
    ):
        return True
    if token.lower_ in ("for", "of") and token.i and token.i + 1 < end:
        return _is_body(doc[token.i - 1]) and doc[token.i + 1].pos_ == "PROPN"
    if token.lower_ == "and" and 0 < token.i < end - 1:
        return _speaks_for(doc[token.i - 1]) and doc[token.i + 1].pos_ in NOMINAL
    return token.pos_ in NOMINAL or token.dep_ == "amod"


def _speaks_for(token: Token) -> bool:
    return token.pos_ == "PROPN" or is_role(token)


def _is_body(token: Token) -> bool:
    return roles().get(token.lower_) == "body" or token.lower_ in listed("monitor")


def _bare(doc: Doc, start: int, end: int) -> int | None:
    """Return where a name without an article begins in a run of nouns and names."""
    last = end - 1
    if doc[last].pos_ == "NOUN":
        return qualified(doc, last, start) if is_role(doc[last]) else None
    if doc[last].is_upper and not doc[last - 1].is_upper:
        return last
    name = last
    while name > start and doc[name - 1].pos_ in ("PROPN", "PUNCT", "ADP", "PART"):
        name -= 1
    while name < end and doc[name].pos_ != "PROPN":
        name += 1
    if name == end:
        return None
    if name and doc[name - 1].pos_ in ("ADP", "SCONJ"):
        return _behind_place(doc, name, end)
    return titled_from(doc, name, start)


def _behind_place(doc: Doc, name: int, end: int) -> int | None:
    """Return where the second of two names begins: "in Tokhar Amnesty International"."""
    later = name + 1
    while later < end and doc[later].ent_iob_ == "I" and not country_of(doc[later].text):
        later += 1
    return later if later < end and doc[later].pos_ in ("PROPN", "ADJ") else None
