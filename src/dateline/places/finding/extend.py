"""A name taken with the words that belong to it: "Kweires" + "airbase", "Northern" + "Europe"."""

from collections.abc import Sequence

from dateline.places.finding import heads
from dateline.places.finding.runs import is_capital
from dateline.places.finding.tokens import Token

Stretch = tuple[int, int]
"""The first token and the one after the last."""


def extended(tokens: Sequence[Token], first: int, last: int, *, loud: bool) -> Stretch:
    """Return a name's stretch with its heads; where all is in capitals they prove nothing."""
    if not loud:
        first = _leftwards(tokens, first)
    return first, _rightwards(tokens, last)


def _leftwards(tokens: Sequence[Token], first: int) -> int:
    while first and _is_compass(tokens[first - 1]):
        first -= 1
    before = tokens[first - 1] if first else None
    if before and is_capital(before) and before.low in heads.BEFORE:
        return first - 1
    return _of(tokens, first)


def _is_compass(token: Token) -> bool:
    return is_capital(token) and token.low in heads.COMPASS and not token.opens


def _of(tokens: Sequence[Token], first: int) -> int:
    """Return where "Democratic Republic of" the name begins."""
    k = first - 1
    if k > 0 and tokens[k].text == "the":
        k -= 1
    if k < 1 or tokens[k].text != "of" or tokens[k - 1].low not in heads.BEFORE_OF:
        return first
    k -= 1
    if not is_capital(tokens[k]):
        return first
    while (
        k and is_capital(tokens[k - 1]) and not tokens[k - 1].opens and tokens[k].low == "republic"
    ):
        k -= 1
    return k


def _rightwards(tokens: Sequence[Token], last: int) -> int:
    while (many := head_after(tokens, last, heads.SMALL_AFTER)) > 0:
        last += many
    return last


def head_after(tokens: Sequence[Token], last: int, small: frozenset[str]) -> int:
    """Return how many tokens after a name are its head: 0, 1, or 2 ("air base")."""
    if last >= len(tokens) or tokens[last].opens:
        return 0
    two = tuple(token.low for token in tokens[last : last + 2])
    if two in heads.TWO_AFTER:
        return 2
    token = tokens[last]
    if is_capital(token):
        return int(token.low in heads.AFTER)
    return int(token.low in small)
