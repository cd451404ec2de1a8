"""Roles in speakers' words: "rebel commander" before a name, "local activists" without one."""

from spacy.tokens import Doc, Token

from dateline.reading.speakers.lexicon import listed
from dateline.reading.speakers.roles import roles


def is_role(token: Token) -> bool:
    """Tell whether a word says what a speaker is: "activists", "source", "video"."""
    lemma = token.lemma_.lower()
    known = lemma in roles() or token.lower_ in roles()
    return known or lemma in listed("teller") or lemma in listed("thing")


def qualified(doc: Doc, role: int, floor: int) -> int:
    """Return where "local" of "local activists" stands; a place before it is another phrase's.

    No adjective follows its noun: in "the town local activists" the town is one.
    """
    start = role
    while start > floor and doc[start - 1].pos_ in ("ADJ", "NOUN"):
        if doc[start].pos_ == "ADJ" and doc[start - 1].pos_ == "NOUN":
            break
        start -= 1
    return start - _is_owner(doc, start, floor)


def titled_from(doc: Doc, name: int, floor: int) -> int:
    """Return where the titles before a name begin: "YPG spokesman Redur Khalil"."""
    start = name
    if start == floor or roles().get(doc[start - 1].lemma_.lower()) != "person":
        return name
    while start > floor and is_role(doc[start - 1]):
        start -= 1
    return start - (_is_owner(doc, start, floor) or _is_adjective(doc, start, floor))


def _is_owner(doc: Doc, start: int, floor: int) -> bool:
    """Tell whether the name before a role says whose it is: "Pentagon officials"."""
    if start <= floor or doc[start - 1].pos_ != "PROPN" or doc[start].pos_ == "ADJ":
        return False
    before = doc[start - 2] if start - 1 > floor else None
    led = start >= 2 and doc[start - 2].pos_ in ("ADP", "SCONJ", "CCONJ", "VERB")
    return not led and (before is None or before.pos_ != "PROPN")


def _is_adjective(doc: Doc, start: int, floor: int) -> bool:
    return start > floor and doc[start - 1].pos_ == "ADJ"
