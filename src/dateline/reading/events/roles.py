"""Actor and target: who an event's words say did it, and to whom."""

from collections.abc import Iterator, Sequence
from typing import Final

from spacy.tokens import Token

from dateline.reading.events.frame import FIRING, is_trigger
from dateline.reading.events.mention import Role
from dateline.reading.events.naming import TIMES, acting, actor_of, phrase, target_of
from dateline.reading.events.syntax import (
    OBJECTS,
    VERBS,
    agents,
    children,
    governing,
    lemma,
    passive,
    patients,
    preposed,
)
from dateline.reading.events.vocabulary import classes
from dateline.reading.parties import PartyMention
from dateline.reading.parties.lexicon import word_class

AIMED: Final = ("on", "against", "at", "with", "to", "into", "towards", "toward", "upon", "for")
SUFFERED: Final = ("on", "against", "at", "of", "upon", "with", "between", "targeting")
THINGS: Final = frozenset({"arms", "armament", "firearm", "riotgear", "relief"})
"""What is thrown, fired or given: whom it is for stands after a preposition."""
UNDERGONE: Final = word_class("undergoing")
"""Verbs whose subject is the one that suffers."""
GIVING: Final = word_class("giving")
BEFALLING: Final = word_class("befalling")
"""Nouns whose possessor suffers: "their deaths"."""
MOVED: Final = frozenset({"return", "evacuate"})
"""Verbs whose subject does so where they have no object."""


def verb_roles(
    verb: Token, told: Sequence[PartyMention], fallback: str, own: frozenset[str]
) -> tuple[Role | None, Role | None]:
    """Return actor and target of a verb.

    `fallback` is the kind of a target that has no other; `own` are lemmas that belong to the
    trigger ("control" of "took control of the town") and are no target.
    """
    does = next((who for who in agents(verb) if who.pos_ != "NUM"), None)
    actor = actor_of(does, told) if does is not None else None
    suffers = next((each for each in _befallen(verb, own) if each.ent_type_ not in TIMES), None)
    if does is not None and _undergone(verb):
        return None, target_of(does, told, fallback)
    target = target_of(suffers, told, fallback) if suffers is not None else None
    return actor, target


def noun_roles(
    noun: Token, told: Sequence[PartyMention], fallback: str, own: frozenset[str]
) -> tuple[Role | None, Role | None]:
    """Return actor and target of a noun: "Russian airstrikes on rebels", "the killing of X"."""
    actor = next(_doers(noun, told), None)
    whom = (each for each in _sufferers(noun) if each.ent_type_ not in TIMES)
    suffers = next((each for each in whom if lemma(each) not in own), None)
    target = target_of(suffers, told, fallback) if suffers is not None else None
    if actor and target and actor.start == target.start:
        target = None
    return actor, target


def _befallen(verb: Token, own: frozenset[str]) -> Iterator[Token]:
    things = []
    for each in patients(verb):
        if not _is_thing(each, verb) and lemma(each) not in own:
            yield each
        things.append(each)
    yield from children(verb, frozenset({"dative"}))
    yield from (each for each in preposed(verb, *AIMED) if not _is_weapon(each))
    for each in things:
        yield from preposed(each, *AIMED, "of")
    if things:
        yield from preposed(verb, "of")
    for each in children(verb, OBJECTS):
        yield from preposed(each, *AIMED, "of")
    for each in children(verb, frozenset({"xcomp"})):
        yield from patients(each)
        yield from preposed(each, *AIMED)
    if lemma(verb) not in FIRING:
        yield from (each for each in things if lemma(each) not in own)


def _undergone(verb: Token) -> bool:
    moved = lemma(verb) in MOVED and not children(verb, OBJECTS)
    return (moved or lemma(verb) in UNDERGONE) and not passive(verb)


def _is_thing(token: Token, verb: Token) -> bool:
    if lemma(verb) in FIRING or token.lower_.endswith(("self", "selves")):
        return True
    given = lemma(verb) in GIVING and THINGS & classes().get(lemma(token), frozenset())
    event = token.pos_ == "NOUN" and is_trigger(token) and token.dep_ in OBJECTS
    return bool(given) or event


def _is_weapon(token: Token) -> bool:
    of = classes().get(lemma(token), frozenset())
    return token.head.lower_ == "with" and bool(of & {"arms", "armament", "firearm", "riotgear"})


def _doers(noun: Token, told: Sequence[PartyMention]) -> Iterator[Role]:
    for who in preposed(noun, "by"):
        yield from filter(None, [actor_of(who, told)])
    before = phrase(noun).start_char
    for party in told:
        if before <= party.start < noun.idx + len(noun) and party.kind != "people":
            yield acting(party)
    above = governing(noun)
    if above is not None and _light(above):
        for who in agents(above):
            if who.i != noun.i and not who.is_ancestor(noun):
                yield from filter(None, [actor_of(who, told)])
    if lemma(noun) in BEFALLING:
        return
    for who in children(noun, frozenset({"poss"})):
        yield from filter(None, [actor_of(who, told)])


def _light(verb: Token) -> bool:
    return "light" in classes().get(lemma(verb), ()) or not is_trigger(verb)


def _sufferers(noun: Token) -> Iterator[Token]:
    yield from preposed(noun, *SUFFERED)
    if lemma(noun) in BEFALLING:
        yield from children(noun, frozenset({"poss"}))
    for child in noun.children:
        if child.dep_ in {"acl", "relcl"} and child.pos_ in VERBS and is_trigger(child):
            yield from patients(child)
    above = governing(noun)
    if above is not None and noun.dep_ in {"nsubj", "dobj"}:
        if noun.dep_ == "nsubj":
            yield from patients(above)
        yield from preposed(above, "on", "against", "at")
    for child in children(noun, frozenset({"poss"})):
        yield child


def without(role: Role | None, start: int, end: int) -> Role | None:
    """Return the role unless it is the trigger itself."""
    return role if role and not (role.start >= start and role.end <= end) else None
