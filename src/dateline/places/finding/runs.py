"""Runs of capitalised words: who stands in one name together."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline.places.finding.lexicon import BEARINGS, words
from dateline.places.finding.tokens import ABBREVIATED, Token

LINKS: Final = words("link")
HEADLINE: Final = 0.8
FEWEST: Final = 4
"""Words a sentence must have before its capitals are held to say nothing."""
FAR: Final = 3
"""Small words in a row that a run may pass over: "University of the West"."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of tokens, the first and the one after the last."""

    first: int
    last: int


def is_capital(token: Token) -> bool:
    """Tell whether a token is a word with a large first letter."""
    return token.shape in ("capital", "upper")


def loud(tokens: Sequence[Token]) -> list[bool]:
    """Tell of each token whether its sentence is set in capitals, where they tell no name."""
    found: list[bool] = []
    start = 0
    for n in range(1, len(tokens) + 1):
        if n == len(tokens) or (tokens[n].opens and not tokens[n - 1].opens):
            found += [_is_loud(tokens, start, n)] * (n - start)
            start = n
    return found


def _is_loud(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell of a sentence's longer words whether most are large; a list of names shouts nothing."""
    told = [
        tokens[n]
        for n in range(first, last)
        if len(tokens[n].text) > 3
        and tokens[n].shape in ("capital", "upper", "small")
        and not (n + 1 < last and tokens[n + 1].text in ",;(")
    ]
    commas = sum(token.text == "," for token in tokens[first:last])
    if commas * 4 > last - first:
        return False
    return len(told) >= FEWEST and sum(map(is_capital, told)) > HEADLINE * len(told)


def runs(tokens: Sequence[Token]) -> dict[int, Run]:
    """Return the run that each capitalised word stands in, by the word's place."""
    found: dict[int, Run] = {}
    n = 0
    while n < len(tokens):
        if not _begins(tokens[n]):
            n += 1
            continue
        last = _end(tokens, n)
        run = Run(n, last)
        found |= dict.fromkeys(range(n, last), run)
        n = last
    return found


def _begins(token: Token) -> bool:
    """Tell whether a word may begin a run: "In" at the start of a sentence does not."""
    return is_capital(token) and not (
        token.shape == "capital" and (token.low in words("function") or token.low in BEARINGS)
    )


def _end(tokens: Sequence[Token], first: int) -> int:
    last, n = first + 1, first + 1
    while n < len(tokens) and n - last <= FAR:
        token = tokens[n]
        if is_capital(token):
            last = n + 1
        elif not _links(token, tokens[n - 1]):
            break
        n += 1
    return last


def _links(token: Token, before: Token) -> bool:
    if token.text in "-–’'" and token.glued:
        return True
    if token.text == ".":
        return before.low in ABBREVIATED or len(before.text) == 1
    return token.low in LINKS
