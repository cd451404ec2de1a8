"""Who "it" is of "the army said it struck the town": whoever says so."""

from collections.abc import Sequence
from typing import Final

from spacy.tokens import Doc, Span, Token

from dateline.codebook import At
from dateline.reading.events import EventMention
from dateline.reading.events.syntax import VERBS, agents
from dateline.reading.parties import parties
from dateline.reading.speakers import Attribution
from dateline.reading.speakers.roles import roles

SINGULAR: Final = frozenset({"it", "its"})
PLURAL: Final = frozenset({"they", "their"})
OURS: Final = frozenset({"we", "our"})
PERSONS: Final = frozenset({"he", "she", "i", "who", "it", "they"})


def speaking(event: EventMention, heard: Sequence[Attribution], doc: Doc) -> At | None:
    """Return where the speaker stands who says that it did something itself, None where none does.

    `heard` are the attributions that cover the event, the innermost first.
    """
    if event.actor and event.actor.name:
        return None
    word = _pronoun(event, doc)
    source = next((one.source for one in heard if one.source), None)
    named = doc.char_span(*source, alignment_mode="expand") if word and source else None
    return source if word and named and _is(word, named) else None


def _pronoun(event: EventMention, doc: Doc) -> str:
    """Return the pronoun that does it: "it struck", "its jets struck", "its strikes"."""
    words = doc.char_span(event.start, event.end, alignment_mode="expand")
    if words is None:
        return ""
    token: Token = words.root
    doers = agents(token) if token.pos_ in VERBS else [token]
    owners = [child for who in doers for child in who.children if child.dep_ == "poss"]
    found = (who.lower_ for who in (*doers, *owners) if who.lower_ in SINGULAR | PLURAL | OURS)
    return next(found, "")


def _is(word: str, named: Span) -> bool:
    """Tell whether a speaker may speak of itself so: a spokesman's "it" is not him."""
    root = named.root
    if root.lower_ in PERSONS:
        return False
    if word in OURS:
        return True
    many = root.tag_ in ("NNS", "NNPS") or any(one.dep_ == "conj" for one in root.children)
    if many or word in PLURAL:
        return many
    person = root.ent_type_ == "PERSON" or roles().get(root.lemma_.lower()) == "person"
    return not person or any(
        one.name and one.start <= root.idx < one.end for one in parties(root.doc)
    )
