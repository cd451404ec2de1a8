"""The words about a trigger that decide what it tells of."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Token

from dateline.reading.events.syntax import (
    COUNTING,
    NOUNS,
    VERBS,
    agents,
    below,
    children,
    governing,
    joined,
    lemma,
    patients,
    subject,
)
from dateline.reading.events.vocabulary import Need, Pattern, Where, classes, patterns
from dateline.reading.parties.lexicon import word_class

MODIFIERS: Final = frozenset({"compound", "amod", "nmod", "poss", "nummod"})
FIRING: Final = word_class("firing")
"""Verbs whose object is the weapon, whatever it is called."""
PROPER: Final = "*"
"""Stands for any proper name of what is no person."""
ABOUT: Final = frozenset({"on", "against", "at", "near", "to", "into", "toward", "towards"})
"""What follows is aimed at: no weapon of this event."""


@dataclass(frozen=True)
class Frame:
    """A trigger with the lemmas that stand in each position about it."""

    token: Token
    near: frozenset[str]
    object: frozenset[str]
    subject: frozenset[str]
    governor: frozenset[str]

    def pattern(self) -> Pattern | None:
        """Return the most particular pattern whose needs are met."""
        known = patterns("V" if self.token.pos_ in VERBS else "N").get(lemma(self.token), ())
        return next((each for each in known if self._fits(each)), None)

    def _fits(self, pattern: Pattern) -> bool:
        return all(self._meets(need) != need.refused for need in pattern.needs)

    def _meets(self, need: Need) -> bool:
        told = self._at(need.where)
        if not need.word:
            return bool(told)
        if need.word.startswith("@"):
            return any(need.word[1:] in classes().get(word, ()) for word in told)
        return need.word in told

    def _at(self, where: Where) -> frozenset[str]:
        return {
            "near": self.near,
            "object": self.object,
            "subject": self.subject,
            "governor": self.governor,
        }[where]


def is_trigger(token: Token) -> bool:
    """Tell whether a token may tell of an event, by its lemma alone."""
    if token.pos_ in VERBS:
        return lemma(token) in patterns("V")
    return token.pos_ in NOUNS and lemma(token) in patterns("N")


def frame(token: Token) -> Frame:
    """Read the words about a trigger."""
    near = frozenset(lemma(each) for each in below(token))
    above = governing(token)
    governor = frozenset({lemma(above)} if above is not None else ())
    if token.pos_ not in VERBS:
        return Frame(token, near, frozenset(), frozenset(), governor | {token.head.lemma_.lower()})
    return Frame(token, near, _lemmas(patients(token)), _lemmas(agents(token)), governor)


def weapon_words(token: Token) -> frozenset[str]:
    """Return the lemmas among which a weapon may stand: not those of what is aimed at."""
    aims = token.pos_ in VERBS and lemma(token) not in FIRING
    aimed = [each for each in patients(token) if not _armed(each)] if aims else []
    kept = {lemma(each) for each in _unaimed(token, aimed)} | {lemma(token)}
    kept |= {lemma(each) for each in _employed(token, aimed)}
    does = subject(token) if token.pos_ in VERBS else None
    if does is not None and does not in aimed:
        kept |= {lemma(does)} | {lemma(each) for each in _unaimed(does, [])}
    return frozenset(kept)


def _unaimed(token: Token, aimed: list[Token], depth: int = 8) -> Iterable[Token]:
    for child in token.children:
        if child in aimed or child.lower_ in ABOUT or not depth:
            continue
        if child.dep_ in {"relcl", "ccomp", "advcl", "parataxis", "punct", "appos"}:
            continue
        if child.dep_ == "conj" and child.pos_ in VERBS:
            continue
        yield child
        yield from _unaimed(child, aimed, depth - 1)


def _employed(token: Token, aimed: list[Token]) -> Iterable[Token]:
    """Give what was used, where the tree hangs it on what was hit, or on "use" above."""
    for each in (under for head in aimed for under in below(head)):
        if each.lower_ == "with":
            means = children(each, frozenset({"pobj"}))
            yield from (what for mean in means if _armed(mean) for what in (mean, *below(mean)))
    if token.dep_ in {"xcomp", "advcl"} and lemma(token.head) == "use":
        for each in patients(token.head):
            yield from each.subtree


def _armed(token: Token) -> bool:
    return not {"arms", "armament"}.isdisjoint(classes().get(lemma(token), ()))


def _lemmas(heads: list[Token]) -> frozenset[str]:
    found: set[str] = set()
    for head in (each for first in heads for each in joined(first)):
        found.add(lemma(head))
        found.update(lemma(child) for child in head.children if child.dep_ in MODIFIERS)
        if head.pos_ == "PROPN" and head.ent_type_ != "PERSON":
            found.add(PROPER)
        if lemma(head) in COUNTING:
            found.update(lemma(each) for each in below(head, 2))
    return frozenset(found)
