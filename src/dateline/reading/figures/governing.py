"""What befell the counted, as the verb or the noun says that governs them."""

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from dateline.codebook import Category
from dateline.reading.figures.phrase import groups, lemma
from dateline.reading.figures.vocabulary import (
    GROUPS_OF,
    HIT,
    HIT_OF,
    NOUNS,
    OBJECTS,
    OF,
    STATES,
    SUBJECTS,
    THINGS,
)

Trigger = tuple[Category, Token]
SUFFERS: Final = frozenset({"dobj", "obj", "nsubjpass", "oprd"})
SUBJECT: Final = frozenset({"nsubj", "nsubjpass"})
TELLS: Final = frozenset(
    {"report", "believe", "say", "know", "think", "estimate", "fear", "confirm", "presume", "claim"}
)
"""Verbs told in the passive of which the happening hangs: "are reported to have fled"."""
AIR: Final = frozenset({"air", "aerial", "missile", "drone", "rocket", "artillery", "precision"})
CHAIN: Final = 4
LIVES: Final = frozenset({"claim", "take", "cost", "lose"})


def governed(head: Token, noun: Token) -> Trigger | None:
    """Return what befell a counted noun, by its own meaning, its verb, or its description."""
    found = itself(head, noun) or above(head, noun) or described(head, noun)
    return found or beside(head, noun)


def beside(head: Token, noun: Token) -> Trigger | None:
    """Return what is said of the last of a row: "12 civilians, 3 soldiers killed"."""
    if lemma(noun) in THINGS:
        return None
    row = (child for child in head.children if child.dep_ in {"conj", "appos"})
    counted = (one for one in row if any(child.dep_ == "nummod" for child in one.children))
    return next((found for one in counted if (found := described(one, one))), None)


def itself(head: Token, noun: Token) -> Trigger | None:
    """Return the category of a noun that is a toll by itself: sorties, bodies, deaths."""
    word = lemma(noun)
    if word in {"strike", "raid"} and head.pos_ != "VERB":
        kinds = {child.lower_ for child in noun.children} & AIR
        return ("strikes", noun) if kinds or word == "strike" else None
    if word == "life" and head.head.lemma_ in LIVES:
        return "killed", noun
    category = NOUNS.get(word)
    return (category, noun) if category and category != "missing" else None


def above(head: Token, noun: Token) -> Trigger | None:
    """Return what governs the phrase, over the nouns that it is coordinated with."""
    for link in chain(head):
        up = link.head
        if link.dep_ == "pobj" and up.dep_ in {"prep", "agent"} and up.lower_ == "of":
            return hung(up.head, noun)
        if up.pos_ in {"VERB", "AUX"}:
            return by_verb(up, link, noun)
        if link.dep_ == "dobj" and lemma(up) in OBJECTS:
            return OBJECTS[lemma(up)], up
    return None


def chain(head: Token) -> Iterator[Token]:
    """Yield a noun and the ones before it in its row: "12 men and three women"."""
    yield head
    for _ in range(CHAIN):
        if head.dep_ not in {"conj", "appos"} or head.head.pos_ in {"VERB", "AUX"}:
            return
        head = head.head
        yield head


def hung(owner: Token, noun: Token) -> Trigger | None:
    """Return what a noun with "of" says: "the deaths of", "the lives of", "control of"."""
    if owner.pos_ == "VERB":
        owner = next((c for c in owner.children if c.dep_ == "dobj"), owner)
    word = lemma(owner)
    if lemma(noun) in THINGS:
        return thing(HIT_OF.get(word), owner, noun)
    return (OF[word], owner) if word in OF else None


def by_verb(verb: Token, link: Token, noun: Token, steps: int = CHAIN) -> Trigger | None:
    """Return what a verb says of its object or its subject."""
    word = verb.lemma_.lower()
    own = link.head == verb and link.dep_ == "nsubjpass"
    passive = own or any(c.dep_ == "auxpass" for c in verb.children)
    suffers = link.dep_ in SUFFERS or (link.dep_ in SUBJECT and passive) or conjoined(verb, link)
    if lemma(noun) in THINGS:
        return thing(hitting(verb), verb, noun) if suffers else None
    if link.dep_ == "dobj" and word == "include":
        return next((described(c, c) for c in verb.children if c.dep_ == "nsubj"), None)
    if suffers and word in OBJECTS:
        return forced(verb, noun)
    if link.dep_ in SUBJECT and word in SUBJECTS and not passive:
        return left(verb, noun)
    if steps and link.dep_ in SUBJECT:
        return further(verb, link, noun, steps)
    return None


def conjoined(verb: Token, link: Token) -> bool:
    """Whether a bare participle in a row has the counted as its subject: "and 40 injured"."""
    return verb.dep_ in {"conj", "ccomp"} and verb.tag_ == "VBN" and link.dep_ == "nsubj"


def forced(verb: Token, noun: Token) -> Trigger | None:
    """Return what a verb does to people; only refugees are displaced by being driven."""
    word = verb.lemma_.lower()
    if word == "drive" and lemma(noun) not in {"refugee", "resident", "family", "person", "people"}:
        return None
    return OBJECTS[word], verb


def left(verb: Token, noun: Token) -> Trigger | None:
    """Return what the counted did; fighters who leave are not displaced."""
    category = SUBJECTS[verb.lemma_.lower()]
    people = lemma(noun) in GROUPS_OF or noun.pos_ in {"NUM", "PROPN"}
    if category in {"displaced", "returned"} and (not people or "combatant" in groups(noun)):
        return None
    return category, verb


def further(verb: Token, link: Token, noun: Token, steps: int) -> Trigger | None:
    """Return what hangs of a telling verb: "are reported to have fled", "are feared dead"."""
    told = verb.lemma_ in TELLS or verb.lemma_ in {"be", "get", "begin", "start", "force", "have"}
    for child in verb.children if told else ():
        if child.dep_ in {"xcomp", "ccomp"} and child.pos_ == "VERB":
            return by_verb(child, link, noun, steps - 1)
    return None


def hitting(verb: Token) -> str | None:
    """Return whether a verb hits or takes things, with its particle: "shot down"."""
    word = verb.lemma_.lower()
    for child in verb.children:
        if child.dep_ == "prt" and f"{word} {child.lower_}" in HIT:
            return HIT[f"{word} {child.lower_}"]
    return HIT.get(word)


def thing(done: str | None, trigger: Token, noun: Token) -> Trigger | None:
    """Return the category of a thing that was hit or taken: villages are taken, planes are hit."""
    if any(child.lower_ == "suicide" for child in noun.children):
        return None
    category = THINGS[lemma(noun)]
    wanted = "taken" if category == "settlements" else "hit"
    return (category, trigger) if done == wanted else None


def described(head: Token, noun: Token) -> Trigger | None:
    """Return what a clause or an adjective says of the noun: "eight people killed in shelling"."""
    for owner in {head, noun}:
        for child in owner.children:
            if child.dep_ in {"acl", "relcl"} and suffered(child, noun):
                return suffered(child, noun)
            if child.dep_ == "amod" and child.lower_ in STATES and lemma(noun) not in THINGS:
                return STATES[child.lower_], child
    return None


def suffered(clause: Token, noun: Token) -> Trigger | None:
    """Return what a describing clause says of its noun."""
    own = any(child.dep_ in {"dobj", "obj"} for child in clause.children)
    subject = next((c for c in clause.children if c.dep_ in SUBJECT), None)
    if lemma(noun) in THINGS:
        return None if own else thing(hitting(clause), clause, noun)
    if clause.lemma_ in OBJECTS and not own and clause.tag_ in {"VBN", "VBD"}:
        return OBJECTS[clause.lemma_], clause
    if clause.lemma_ in SUBJECTS and (subject is None or subject.lower_ in {"who", "that"}):
        return left(clause, noun)
    return None
