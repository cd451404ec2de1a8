"""Whether two names may be one, across spellings and scripts: "خان شيخون" is "Khan Sheikhoun".

Names are compared by what transliteration leaves of them, the consonants (`places.skeleton`):
whole, in words, and in pairs of letters by the coefficient of Dice (1945).
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, Literal

from dateline.places import fold
from dateline.places.feature_words import WORDS
from dateline.places.skeleton import VOWELS, sounds

Likeness = Literal["same", "alike", "other"]
SAME: Final = 0.8
ALIKE: Final = 0.5
MORE: Final = frozenset(
    {"in", "near", "of", "the", "and", "countryside", "ريف", "قرب", "في", "area"}
)
PARTS: Final = re.compile(r"[,;:()\[\]/،؛]")
MOST_PARTS: Final = 6
GENERIC: Final = frozenset(fold(word) for word in (*WORDS, *MORE))
"""Words that say what a place is, not which of its kind."""
REMEMBERED: Final = 100_000


def likeness(ours: Iterable[str], theirs: Iterable[str]) -> Likeness | None:
    """Return how alike the best two of several names are; None where nothing can be compared."""
    found = {_likeness(*sorted((one, other))) for one in ours for other in theirs} - {None}
    return next((each for each in ("same", "alike", "other") if each in found), None)


@lru_cache(maxsize=REMEMBERED)
def _likeness(one: str, other: str) -> Likeness | None:
    a, b = name_words(one), name_words(other)
    if not a or not b:
        return None
    whole, beside = "".join(a), "".join(b)
    if whole == beside or _dice(whole, beside) >= SAME:
        return "same"
    if set(a) <= set(b) or set(b) <= set(a):
        return "alike"
    likest = max(
        *(_dice(whole, part) for part in name_parts(other)),
        *(_dice(part, beside) for part in name_parts(one)),
    )
    return "alike" if likest >= ALIKE else "other"


@lru_cache(maxsize=REMEMBERED)
def name_words(name: str) -> tuple[str, ...]:
    """Return the consonants of each word that tells which place it is; of others, the word."""
    folded = fold(name).split()
    telling = [word for word in folded if word not in GENERIC] or folded
    return tuple(filter(None, map(_consonants, telling))) or tuple(telling)


@lru_cache(maxsize=REMEMBERED)
def name_parts(name: str) -> tuple[str, ...]:
    """Return the keys of a name and of its parts: "Jobar, Damascus" also is "Jobar", "Damascus"."""
    parts = PARTS.split(name)[:MOST_PARTS]
    return tuple(dict.fromkeys(filter(None, map(name_key, (name, *parts)))))


def _consonants(word: str) -> str:
    said = sounds(word)
    return VOWELS.sub("", said) if said else word


def name_key(name: str) -> str:
    """Return the one string that spellings of a name share; empty where it has no letters."""
    return "".join(name_words(name))


def _dice(one: str, other: str) -> float:
    a, b = _pairs(one), _pairs(other)
    return 2 * len(a & b) / (len(a) + len(b))


def _pairs(word: str) -> set[str]:
    edged = f"·{word}·"
    return {edged[n : n + 2] for n in range(len(edged) - 1)}
