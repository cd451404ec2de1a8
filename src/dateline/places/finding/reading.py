"""A text cut into tokens, with what its capitals tell and whom it names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.places.demonyms import country_of
from dateline.places.feature_words import WORDS
from dateline.places.finding.lexicon import words
from dateline.places.finding.runs import Run, is_capital, loud, runs
from dateline.places.finding.tokens import Token, tokens

MOST_NAMES: Final = 3
"""Words of one person's name; a longer run holds more than that."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A text's tokens with what was made of them."""

    tokens: Sequence[Token]
    runs: Mapping[int, Run]
    loud: Sequence[bool]
    """Whether a token's sentence is set in capitals, where they tell no name."""
    small: frozenset[str]
    """Words that also stand in small letters."""
    others: frozenset[str]
    """Words that the text uses for persons and ailments."""
    last_names: frozenset[str]
    """Words that end a name of two or three, of whatever: perhaps of a person."""


def read(text: str) -> Reading:
    """Read a text once from its beginning to its end."""
    cut = tokens(text)
    in_run = runs(cut)
    small = frozenset(token.low for token in cut if token.shape == "small")
    return Reading(cut, in_run, loud(cut), small, _others(cut, in_run), _last_names(cut, in_run))


def _others(cut: Sequence[Token], in_run: Mapping[int, Run]) -> frozenset[str]:
    """Return words for persons and ailments: "Boston" of "Dr. Ann Boston" and "Reston virus"."""
    found: set[str] = set()
    for run in set(in_run.values()):
        names = [token for token in cut[run.first : run.last] if is_capital(token)]
        if _is_titled(cut, run.first):
            found |= {token.low for token in names[:MOST_NAMES]}
        elif names[0].low in words("first") and run.last - run.first <= MOST_NAMES:
            found |= {token.low for token in names[1:] if token.low not in WORDS}
        if run.last < len(cut) and cut[run.last].low in words("ailment"):
            found.add(names[-1].low)
    return frozenset(found)


def _is_titled(cut: Sequence[Token], n: int) -> bool:
    k = n - 2 if n and cut[n - 1].text == "." else n - 1
    return k >= 0 and cut[k].low in words("title")


def _last_names(cut: Sequence[Token], in_run: Mapping[int, Run]) -> frozenset[str]:
    found: set[str] = set()
    for run in set(in_run.values()):
        names = cut[run.first : run.last]
        if 1 < len(names) <= MOST_NAMES and not any(_tells_place(token) for token in names):
            found.add(names[-1].low)
    return frozenset(found)


def _tells_place(token: Token) -> bool:
    return token.low in WORDS or token.low in words("compass") or bool(country_of(token.text))
