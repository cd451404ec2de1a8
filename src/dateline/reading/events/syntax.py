"""Who does what to whom, as the tree of a sentence tells it."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from spacy.tokens import Token

from dateline.reading.parties.lexicon import word_class

VERBS: Final = frozenset({"VERB", "AUX"})
NOUNS: Final = frozenset({"NOUN", "PROPN"})
SUBJECTS: Final = frozenset({"nsubj", "csubj"})
PASSIVE: Final = frozenset({"nsubjpass", "csubjpass"})
OBJECTS: Final = frozenset({"dobj", "obj"})
CLAUSES: Final = frozenset(
    {"relcl", "acl", "advcl", "ccomp", "csubj", "csubjpass", "parataxis", "xcomp", "appos"}
)
TOLD: Final = frozenset({"aux", "acomp"})
"""What of a reported clause shows on the verb that reports it: "must", "responsible"."""
COUNTING: Final = word_class("counting")
"""Nouns that only count or frame what "of" adds: "a wave of airstrikes"."""
CHARGING: Final = word_class("charging")
"""Verbs that say of their object what it did: "accused them of killing", "thanked her for"."""
CHARGED: Final = frozenset({"of", "for", "with", "over"})
RELATIVE: Final = frozenset({"who", "which", "that", "whom"})
DEEPEST: Final = 4
"""How far below a trigger its words are looked for; the cost of a long sentence stays small."""
PAST: Final = frozenset({"VBN", "VBD"})
FARTHEST: Final = 24
"""How many words above a noun its verb is looked for."""
CHAIN: Final = 6
"""How many verbs a shared subject is followed through."""


def lemma(token: Token) -> str:
    """Return the lemma in small letters; a capitalised plural loses its "s" too."""
    word = token.lemma_.lower()
    if token.pos_ == "PROPN" and len(word) > 3 and word.endswith("s"):
        return word.removesuffix("s")
    return word


def is_clause(token: Token) -> bool:
    """Tell whether a token opens a clause of its own."""
    return token.dep_ in CLAUSES or (token.dep_ == "conj" and token.pos_ in VERBS)


def below(token: Token, depth: int = DEEPEST) -> Iterator[Token]:
    """Give what stands under a token, clauses left out, but for the head of an open complement."""
    for child in token.children:
        if child.dep_ == "xcomp":
            yield child
        if child.dep_ == "ccomp":
            yield from children(child, TOLD)
        if depth and not is_clause(child) and child.dep_ != "punct":
            yield child
            yield from below(child, depth - 1)


def joined(head: Token) -> Iterator[Token]:
    """Give a noun and those coordinated with it."""
    for _ in range(CHAIN):
        yield head
        others = (each for each in head.children if each.dep_ == "conj")
        beside = next((each for each in others if each.pos_ not in VERBS), None)
        if beside is None:
            return
        head = beside


def passive(verb: Token, steps: int = CHAIN) -> bool:
    """Tell whether a verb is told from the side of who suffers it."""
    deps = {child.dep_ for child in verb.children}
    if deps & {"nsubjpass", "auxpass", "agent"}:
        return True
    if verb.dep_ == "conj" and verb.tag_ in PAST and not deps & ({"aux"} | OBJECTS):
        own = deps & SUBJECTS or verb.tag_ == "VBN"
        above = verb.head
        return steps > 0 and bool(own) and above.pos_ in VERBS and passive(above, steps - 1)
    return verb.dep_ in {"acl", "relcl"} and verb.tag_ == "VBN" and not deps & (SUBJECTS | {"aux"})


def children(token: Token, deps: frozenset[str]) -> list[Token]:
    """Return the children in those relations."""
    return [child for child in token.children if child.dep_ in deps]


def preposed(token: Token, *prepositions: str) -> Iterator[Token]:
    """Give what stands after the prepositions that hang on a token, in order."""
    for child in token.children:
        if child.dep_ in {"prep", "agent", "dative"} and child.lower_ in prepositions:
            yield from children(child, frozenset({"pobj", "pcomp"}))


def subject(verb: Token, steps: int = CHAIN) -> Token | None:
    """Return the grammatical subject, or that of the verb that shares it."""
    own = children(verb, SUBJECTS | PASSIVE)
    if own:
        return _antecedent(verb, own[-1])
    if not steps:
        return None
    if verb.dep_ == "acl" and verb.head.pos_ in NOUNS:
        return _claimed(verb) or verb.head
    if verb.dep_ in {"conj", "xcomp", "advcl", "pcomp"}:
        above = governing(verb)
        if above is not None and _is_charge(verb, above):
            return next(iter(patients(above)), None)
        return subject(above, steps - 1) if above is not None else None
    return None


def _is_charge(verb: Token, above: Token) -> bool:
    """Tell whether a gerund says what somebody is accused of: the object of the verb above did."""
    behind = verb.dep_ == "pcomp" and verb.head.lower_ in CHARGED
    return behind and above.lemma_.lower() in CHARGING


def _claimed(verb: Token) -> Token | None:
    """Return the blast of "a blast claimed by the group killed nine", which parsers give to it."""
    by = verb.head.head
    if verb.tag_ == "VBD" and by.dep_ == "agent" and by.head.dep_ == "acl":
        return by.head.head
    return None


def governing(token: Token) -> Token | None:
    """Return the nearest verb above, over prepositions and nouns."""
    for above in islice(token.ancestors, FARTHEST):
        if above.pos_ in VERBS:
            return above
    return None


def agents(verb: Token) -> list[Token]:
    """Return who does it: the subject, or what stands after "by" where it is passive."""
    if passive(verb):
        return list(preposed(verb, "by"))
    found = subject(verb)
    if found is None:
        return []
    above = governing(verb)
    shared = not children(verb, SUBJECTS) and above is not None and verb.dep_ != "acl"
    if shared and above is not None and passive(above) and verb.dep_ == "advcl":
        return list(preposed(above, "by"))
    return [found]


def patients(verb: Token) -> list[Token]:
    """Return whom it befalls: the object, or the subject where it is passive."""
    if passive(verb):
        found = subject(verb)
        return [found] if found is not None else []
    own = children(verb, OBJECTS)
    if not own and verb.dep_ == "relcl" and not children(verb, frozenset({"prep"})):
        told = children(verb, SUBJECTS)
        return [verb.head] if told and told[0].lower_ not in RELATIVE else []
    if not own:
        own = [each for other in children(verb, frozenset({"conj"})) for each in _shared(other)]
    return [_antecedent(verb, each) for each in own]


def _shared(verb: Token) -> list[Token]:
    """Return the object that two verbs share: "killed and wounded scores"."""
    near = verb.pos_ in VERBS and verb.i - verb.head.i <= 2
    return children(verb, OBJECTS) if near else []


def _antecedent(verb: Token, pronoun: Token) -> Token:
    if pronoun.lower_ not in RELATIVE:
        return pronoun
    above = verb
    for _ in range(CHAIN):
        if above.dep_ == "relcl":
            return above.head
        above = above.head
    return pronoun
