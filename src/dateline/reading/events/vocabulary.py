"""Triggers, word classes and weapons, as the data files have them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Final, Literal

from dateline.codebook.targets import TARGET_OF
from dateline.reading.parties.lexicon import rows, word_classes

Where = Literal["near", "object", "subject", "governor"]
PLACES: Final[Mapping[str, Where]] = {">": "object", "<": "subject", "^": "governor"}
WEIGHTS: Final[Mapping[Where, float]] = {
    "near": 1.0,
    "governor": 1.05,
    "subject": 1.1,
    "object": 1.2,
}
REFUSED_WEIGHT: Final = 0.1


@dataclass(frozen=True)
class Need:
    """One word or class that must, or must not, stand somewhere about the trigger."""

    where: Where
    word: str
    """A lemma, or "@" and a class; "" is anything."""
    refused: bool


@dataclass(frozen=True)
class Pattern:
    """A trigger's code, where all its needs are met."""

    code: str
    needs: tuple[Need, ...]
    weight: float

    @property
    def words(self) -> frozenset[str]:
        """The lemmas that belong to the trigger itself: "control" of "take control"."""
        return frozenset(each.word for each in self.needs if not each.refused)


Patterns = Mapping[str, tuple[Pattern, ...]]
"""By the trigger's lemma, the most particular first."""


@lru_cache(maxsize=1)
def classes() -> Mapping[str, frozenset[str]]:
    """Return the classes of each lemma: target kinds, and those of classes.csv."""
    found = {word: {kind} for word, kind in TARGET_OF.items() if " " not in word}
    for name, words in word_classes().items():
        for word in words:
            found.setdefault(word, set()).add(name)
    return MappingProxyType({word: frozenset(told) for word, told in found.items()})


@lru_cache(maxsize=2)
def patterns(pos: Literal["V", "N"]) -> Patterns:
    """Return the verbs or the nouns that may tell of an event.

    "seize+>@settlement+!fire" is the lemma "seize" whose object is a settlement, without "fire"
    near it. ">" is its object, "<" its subject, "^" the verb that governs a noun; "+" joins.
    """
    found: dict[str, list[Pattern]] = {}
    for row in rows("triggers"):
        if row["pos"] == pos:
            for pattern in row["patterns"].split("|"):
                lemma, *needs = pattern.split("+")
                found.setdefault(lemma, []).append(_pattern(row["code"], needs))
    ordered = {k: tuple(sorted(v, key=lambda each: -each.weight)) for k, v in found.items()}
    return MappingProxyType(ordered)


@lru_cache(maxsize=1)
def weapons() -> tuple[tuple[str, tuple[frozenset[str], ...]], ...]:
    """Return the codes that weapons tell of, each with its cues; the first to fit is taken."""
    return tuple(
        (row["code"], tuple(frozenset(cue.split("+")) for cue in row["cues"].split("|")))
        for row in rows("weapons")
    )


def _pattern(code: str, told: list[str]) -> Pattern:
    needs = tuple(_need(each) for each in told)
    weight = sum(REFUSED_WEIGHT if each.refused else WEIGHTS[each.where] for each in needs)
    return Pattern(code, needs, weight)


def _need(told: str) -> Need:
    refused = told.startswith("!")
    rest = told.removeprefix("!")
    where = PLACES.get(rest[:1], "near")
    return Need(where, rest if where == "near" else rest[1:], refused)
