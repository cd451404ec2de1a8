"""What the words around a name say for its being a place, and what against."""

from collections.abc import Sequence
from typing import Final

from dateline.places.demonyms import country_of
from dateline.places.feature_words import WORDS
from dateline.places.finding.lexicon import BEARINGS, PARTICLES, PREPOSITIONS, words
from dateline.places.finding.runs import Run, is_capital
from dateline.places.finding.tokens import Token

AFTER_FEATURE: Final = words("after")
"""Small words after a name that speak for a place: "a Longview woman", "Aleppo countryside"."""
FARTHEST: Final = 4
WIDEST: Final = 8
"""Tokens of a run on either side that tell what a name belongs to: a run may be endless."""
AMID: Final = frozenset("'\"“”‘’«»([")
STRONG: Final = 2.2
"""A standing that a verb of saying does not shake: "Russia said"."""


def before(tokens: Sequence[Token], n: int) -> float:
    """Return what the words before token `n` say for a place."""
    k = n - 1
    while k > max(0, n - FARTHEST) and tokens[k].text in AMID:
        k -= 1
    if k < 0:
        return 0.0
    near = tokens[k]
    if near.low in BEARINGS:
        return max(1.2, _preposition(tokens, k - 1))
    if near.text == "the" or country_of(near.text):
        return _preposition(tokens, k - 1)
    if near.text in ("of", "called", "named") and k and _is_feature(tokens[k - 1]):
        return 2.2
    return 1.5 if _is_feature(near) and near.shape == "small" else _preposition(tokens, k)


def _is_feature(token: Token) -> bool:
    return token.low in WORDS or token.low in (
        "island",
        "capital",
        "republic",
        "kingdom",
        "islands",
    )


def _preposition(tokens: Sequence[Token], k: int) -> float:
    return PREPOSITIONS.get(tokens[k].low, 0.0) if k >= 0 else 0.0


def after(tokens: Sequence[Token], last: int, weight: float) -> float:
    """Return what the words after a name say; `last` is the token after it."""
    if last >= len(tokens):
        return 0.0
    token = tokens[last]
    if token.low in words("ailment"):
        return -4.0
    if token.low in words("said"):
        return 0.0 if weight >= STRONG else -1.5
    if token.shape == "small":
        if token.low in AFTER_FEATURE or token.low in WORDS:
            return 1.2
        if token.text in ("'s", "’s") and last + 1 < len(tokens):
            return 0.8 if tokens[last + 1].low in AFTER_FEATURE else 0.0
    return 0.7 if token.text == "-" and _based(tokens, last) else 0.0


def _based(tokens: Sequence[Token], last: int) -> bool:
    return last + 1 < len(tokens) and tokens[last + 1].low in ("based", "led", "born", "area")


def company(tokens: Sequence[Token], run: Run, first: int, last: int, weight: float) -> float:
    """Return what the other words of a name's run say against it: a person, a newspaper."""
    run = Run(max(run.first, first - WIDEST), min(run.last, last + WIDEST))
    left = [t for t in tokens[run.first : first] if is_capital(t)]
    right = [t for t in tokens[last : run.last] if is_capital(t)]
    told = _title(tokens, run, first)
    if any(t.low in words("organisation") for t in right):
        told -= 6.0
    elif any(t.low in words("office") for t in right):
        told -= 1.0
    if left and _is_house(tokens, run, first, left):
        told -= 6.0
    return told + _person(tokens, first, last, left, right, weight)


def _is_house(tokens: Sequence[Token], run: Run, first: int, left: list[Token]) -> bool:
    """Tell of "University of California", and of "Bank of" whatever."""
    if not any(token.low in ("of", "for", "the") for token in tokens[run.first : first]):
        return False
    return any(token.low in words("organisation_of") for token in left)


def _title(tokens: Sequence[Token], run: Run, first: int) -> float:
    k = first - 1
    if k >= 0 and tokens[k].text == ".":
        k -= 1
    if k < 0:
        return 0.0
    if tokens[k].low in words("title") and tokens[k].shape != "upper":
        return -2.5
    is_initial = len(tokens[k].text) == 1 and tokens[k].text.isupper() and k == first - 2
    return -2.5 if is_initial else 0.0


def _person(
    tokens: Sequence[Token],
    first: int,
    last: int,
    left: list[Token],
    right: list[Token],
    weight: float,
) -> float:
    told = 0.0
    if left and tokens[first - 1].text == "-" and tokens[first - 2].low in PARTICLES:
        told -= 2.0  # the second half of "Maarat al-Numan", or of a person
    if left and is_capital(tokens[first - 1]):
        near = left[-1]
        if near.low in words("first"):
            told -= 3.0
        elif not _qualifies(near):
            told -= 1.3
    if right and last < len(tokens) and is_capital(tokens[last]):
        name = tokens[first].low if last == first + 1 else ""
        if name in words("first"):
            told -= 2.5
        elif not _follows(right[0]):
            told -= 1.0 if weight < 3 else 0.3
    return told


def _qualifies(token: Token) -> bool:
    """Tell whether a word before a name in capitals leaves it a place: "Syrian", "East"."""
    return bool(country_of(token.text)) or token.low in BEARINGS or _is_feature(token)


def _follows(token: Token) -> bool:
    """Tell whether a word after a name in capitals leaves it a place: "Texas Governor"."""
    return token.low in words("title") or token.low in WORDS or token.low in FOLLOWERS


FOLLOWERS: Final = words("follower")
