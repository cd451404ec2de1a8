"""One event told by several words is one: occasions, means and the harm that was done."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from spacy.tokens import Token

from dateline.codebook.events import EVENTS
from dateline.reading.events.mention import EventMention
from dateline.reading.events.refine import VAGUE, by_event
from dateline.reading.events.syntax import (
    CHAIN,
    PASSIVE,
    SUBJECTS,
    VERBS,
    below,
    children,
    governing,
    lemma,
    subject,
)

OCCASIONS: Final = frozenset({"in", "by", "from", "during", "when", "following"})
OUTCOMES: Final = frozenset({"displacement", "retreat"})
"""What happened in the end: "the offensive drove thousands to the border"."""
DOERS: Final = frozenset({"nsubj", "pobj"})
OWED: Final = frozenset({"due", "because", "result", "owing"})
"""Before "to" or "of" they name a cause: "died due to heavy shelling"."""
HARM: Final = frozenset({"killing", "casualties", "destruction"})
LEANING: Final = frozenset({"advcl", "conj", "xcomp", "acl", "relcl"})
CAUSES: Final = frozenset({"when", "after", "as", "while"})


@dataclass(frozen=True)
class Found:
    """A trigger and the event that it tells of."""

    token: Token
    mention: EventMention
    own: frozenset[str]
    """Lemmas that belong to the trigger: "offensive" of "launched an offensive"."""


def folded(told: list[Found]) -> list[Found]:
    """Return each event once.

    A noun that names a verb's means or occasion goes into the verb ("died in the shelling");
    harm that a participle adds goes into what did it ("shelled the town, killing 12"); harm
    whose cause is a clause goes into the cause ("12 died when a mine exploded").
    """
    found = {each.token.i: each for each in told}
    gone: set[int] = set()
    for at, each in list(found.items()):
        if each.token.pos_ in VERBS:
            for noun in _occasions(each.token, found):
                gone.update(_take_in(found, at, noun))
    found = {at: each for at, each in found.items() if at not in gone}
    for at, each in list(found.items()):
        if _is_harm_of_another(each, found):
            gone.add(at)
        elif (cause := _cause(each, found)) is not None:
            found[cause] = _with_harm(found[cause], each)
            gone.add(at)
    return [each for at, each in sorted(found.items()) if at not in gone]


def _occasions(verb: Token, found: dict[int, Found]) -> Iterator[int]:
    does = subject(verb)
    if does is not None and does.i in found:
        yield does.i
    for each in below(verb):
        by = each.dep_ in {"pobj", "pcomp"} and _of_occasion(each.head)
        told_with = by or lemma(each) in found[verb.i].own
        if told_with and each.i in found and governing(each) == verb:
            yield each.i


def _of_occasion(preposition: Token) -> bool:
    owed = preposition.lower_ in {"to", "of"} and preposition.i > 0
    return preposition.lower_ in OCCASIONS or (owed and preposition.nbor(-1).lower_ in OWED)


def _take_in(found: dict[int, Found], at: int, noun: int) -> Iterator[int]:
    verb, other = found[at], found[noun].mention
    if verb.mention.code in OUTCOMES and found[noun].token.dep_ in DOERS:
        yield noun
        return
    code = by_event(verb.mention.code, other.code, verb.mention.target)
    says_less = other.code in VAGUE and EVENTS[code].lethal
    if code == other.code or says_less or lemma(found[noun].token) in verb.own:
        actor, target = verb.mention.actor or other.actor, verb.mention.target or other.target
        back = other.points_back or verb.mention.points_back
        told = replace(verb.mention, code=code, actor=actor, target=target, points_back=back)
        found[at] = replace(verb, mention=told)
        yield noun


def _is_harm_of_another(each: Found, found: dict[int, Found]) -> bool:
    verb, mention = each.token, each.mention
    own = children(verb, SUBJECTS | PASSIVE)
    named = mention.target is not None and mention.target.name is not None
    if verb.pos_ not in VERBS or named or mention.mood != "actual":
        return False
    if own:
        beside = found.get(verb.head.i) if verb.dep_ == "conj" else None
        return beside is not None and {mention.code, beside.mention.code} <= HARM
    above = verb
    for _ in range(CHAIN):
        if above.dep_ not in LEANING:
            return False
        above = above.head
        if above.i in found and found[above.i].mention.code != "responsibility":
            return mention.code == found[above.i].mention.code or mention.code in HARM
    return False


def _cause(each: Found, found: dict[int, Found]) -> int | None:
    if each.mention.code != "casualties" or each.token.pos_ not in VERBS:
        return None
    for child in each.token.children:
        marks = {mark.lower_ for mark in child.children if mark.dep_ in {"mark", "advmod"}}
        if child.dep_ == "advcl" and child.i in found and marks & CAUSES:
            return child.i if EVENTS[found[child.i].mention.code].lethal else None
    return None


def _with_harm(cause: Found, harm: Found) -> Found:
    (a, b), (c, d) = cause.mention.clause, harm.mention.clause
    target = cause.mention.target or harm.mention.target
    told = replace(cause.mention, clause=(min(a, c), max(b, d)), target=target)
    return replace(cause, mention=told)
