"""The verb that a claim is about: past those that only say how far it has come, or who says it."""

from typing import Final

from spacy.tokens import Token

from dateline.reading.events.syntax import PASSIVE, SUBJECTS, VERBS, children
from dateline.reading.parties.lexicon import word_class

ASPECT: Final = frozenset({"continue", "begin", "start", "keep", "go", "try", "attempt", "manage"})
"""Verbs that only say how far another has come."""
SAYS: Final = frozenset({"say", "tell", "add", "state", "note", "explain", "confirm", "report"})
THINKS: Final = frozenset({"suspect", "believe", "think", "presume", "allege"})
INNER: Final = {
    **dict.fromkeys(ASPECT | THINKS, "xcomp"),
    **dict.fromkeys(SAYS, "ccomp"),
    "come": "advcl",
}
"""Of a verb that claims nothing itself, the relation of the one that does."""
JUDGED: Final = word_class("judging")
"""Verbs of a judgement on how it is going, what it is for, and what it leads to."""
OWN: Final = SUBJECTS | PASSIVE | {"aux"}


def predicate(token: Token) -> Token:
    """Return the verb of the clause that a word stands in; itself, where it is one.

    "Was not at home but met him" is "met"; "continues to weaken" is "weaken"; "hinders it by
    bombing" is "hinders", since that is what is said of the bombing; "comes as the army advances"
    is "advances".
    """
    while token.pos_ not in VERBS and token.head.i != token.i:
        token = token.head
    if token.dep_ == "xcomp" and token.head.lemma_ == "fail":
        return token.head
    if token.dep_ == "pcomp" and token.head.lower_ == "by":
        above = predicate(token.head)
        return above if above.lemma_ in JUDGED else token
    return _within(token)


def _within(verb: Token) -> Token:
    turned = any(one.lower_ == "but" for one in verb.children)
    if turned and any(one.dep_ == "neg" for one in verb.children):
        return next((one for one in verb.conjuncts if one.i > verb.i), verb)
    inner = [one for one in verb.children if one.dep_ == INNER.get(verb.lemma_)]
    return inner[0] if inner and inner[0].pos_ in VERBS else verb


def is_aim(verb: Token) -> bool:
    """Tell whether a verb only says what for: "in a bid to retake it", "moved to retake it"."""
    if verb.dep_ == "conj" and not children(verb, OWN):
        verb = verb.head
    told = helpers(verb)
    return "to" in told and "have" not in told and verb.dep_ in ("advcl", "acl", "relcl")


def helpers(verb: Token) -> frozenset[str]:
    """Return the auxiliaries of a verb, in small letters."""
    return frozenset(one.lower_ for one in verb.children if one.dep_ in ("aux", "auxpass"))
