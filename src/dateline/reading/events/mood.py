"""Whether an event is told as done, or as planned, possible, wanted, or only spoken of."""

from typing import Final

from spacy.tokens import Token

from dateline.reading.events.mention import Mood
from dateline.reading.events.syntax import VERBS, governing, lemma
from dateline.reading.parties.lexicon import word_class

AHEAD: Final = frozenset({"will", "shall", "'ll", "’ll", "wo"})
PERHAPS: Final = frozenset({"may", "might", "could", "can", "would", "'d"})
WANTED: Final = frozenset({"should", "must", "ought"})
PLANS: Final = word_class("planning")
WANTS: Final = word_class("wanting")
REFUSALS: Final = word_class("refusing")
IFS: Final = frozenset({"if", "unless", "whether", "lest"})
SURE: Final = word_class("certain")
STEPS: Final = 4


def verb_mood(verb: Token) -> Mood:
    """Return how a verb is told, by its auxiliaries and the verbs it hangs on."""
    if verb.dep_ == "amod" or _dates(verb):
        return "background"
    own = _own(verb)
    if own != "actual":
        return own
    told = verb
    for _ in range(STEPS):
        above = told.head
        if above == told or told.dep_ not in {"xcomp", "ccomp", "conj", "acl", "pcomp", "prep"}:
            return "actual"
        if told.dep_ == "conj" and above.pos_ in VERBS and _finite(told):
            return "actual"
        if tells_who(above):
            return "background"
        if (mood := _hangs(told, above)) != "actual":
            return mood
        told = above
    return "actual"


def _dates(verb: Token) -> bool:
    """Tell whether a clause only says since when: "since the war began with protests"."""
    since = any(one.lower_ == "since" for one in verb.children if one.dep_ in {"mark", "prep"})
    return verb.dep_ == "advcl" and since


def tells_who(verb: Token) -> bool:
    """Tell whether a clause only says which ones: "rebels fighting the army have lost"."""
    above = verb.head
    return verb.dep_ == "acl" and verb.tag_ == "VBG" and above.dep_ in {"nsubj", "nsubjpass"}


def _own(verb: Token) -> Mood:
    helpers = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if helpers & AHEAD:
        return "planned"
    if helpers & WANTED:
        return "demanded"
    if {"would", "have"} <= helpers:
        return "background"
    if "would" in helpers and verb.dep_ == "ccomp" and verb.head.tag_ in {"VBD", "VBN"}:
        return "planned"
    if helpers & PERHAPS or any(c.dep_ == "mark" and c.lower_ in IFS for c in verb.children):
        return "possible"
    return "actual"


def _hangs(verb: Token, above: Token) -> Mood:
    """Read "threatened to shell", "a plan to attack"; "forced to flee" has happened."""
    word = lemma(above)
    infinitive = any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)
    if above.pos_ in VERBS and above.lower_ == "going" and infinitive:
        return "planned"
    if word in WANTS and verb.dep_ in {"xcomp", "ccomp"}:
        return "demanded"
    if word in REFUSALS and infinitive:
        return "possible"
    if word in PLANS and infinitive:
        return "planned"
    if word == "able":
        return _own(above.head)
    if infinitive and above.pos_ in {"NOUN", "ADJ"} and word not in SURE:
        return "planned"
    return _own(above) if above.pos_ in VERBS and verb.dep_ in {"xcomp", "conj"} else "actual"


def _finite(verb: Token) -> bool:
    return verb.tag_ in {"VBD", "VBZ", "VBP"} or any(c.dep_ == "aux" for c in verb.children)


def long_before(verb: Token) -> bool:
    """Tell whether a relative clause says what somebody had done: "a man who had defected"."""
    had = any(one.lower_ == "had" and one.dep_ == "aux" for one in verb.children)
    return verb.dep_ == "relcl" and had


def refused(verb: Token) -> bool:
    """Tell whether a verb says what somebody will not do."""
    return any(child.dep_ == "neg" for child in verb.children) and _own(verb) == "planned"


def inherited(noun: Token) -> Mood:
    """Return the mood of the verb that a noun's event rests on."""
    above = governing(noun)
    return verb_mood(above) if above is not None else "actual"
