"""Two numbers that are one range: "12-17", "between 12 and 17", "10 to 15 thousand"."""

from dateline.codebook.counts.lexicon import Lexicon
from dateline.codebook.counts.numbers import Number, number_at
from dateline.codebook.counts.tokens import Tokens

DASHES = ("-", "–", "—")
NEAR = 5
"""How many words before "from a to b" may say that it is a change, not a range."""


def joined(tokens: Tokens, first: Number, lexicon: Lexicon) -> tuple[Number, bool]:
    """Return the range that a number begins, or the number; and whether it is a score ("2-1")."""
    if first.high != first.low:
        return first, False
    opener = tokens.word(first.start - 1)
    dash = dashed(tokens, first.end)
    if not dash and not worded(tokens, first, opener, lexicon):
        return first, False
    second = number_at(tokens, first.end + 1, lexicon)
    if second is None or second.high != second.low or second.start != first.end + 1:
        return first, False
    if first.scale == 1 and second.scale > 1 and first.low * second.scale < second.low:
        first = first.times(second.scale)
    if first.low >= second.low:
        return (span(first, second, first.start), True) if dash else (first, False)
    opened = opener in lexicon.numerals.joins and not dash
    return span(first, second, first.start - opened), False


def span(first: Number, second: Number, start: int) -> Number:
    """Return the range from one number to another."""
    return Number(first.low, second.low, False, start, second.end, digits=first.digits)


def dashed(tokens: Tokens, n: int) -> bool:
    """Whether a dash stands here that joins two figures: tight, or long with equal spaces."""
    mark = tokens.word(n)
    if mark not in DASHES or tokens.kinds[n + 1 : n + 2] == ["sign"]:
        return False
    return tokens.tight(n) == tokens.tight(n + 1) and (mark != "-" or tokens.tight(n))


def worded(tokens: Tokens, first: Number, opener: str, lexicon: Lexicon) -> bool:
    """Whether a word joins two figures; "rose from 12 to 17" are two."""
    joins, word = lexicon.numerals.joins, tokens.word(first.end)
    if word not in joins.get(opener, frozenset()) | joins[""]:
        return False
    return not lexicon.numerals.changing.intersection(clause(tokens, first.start))


def clause(tokens: Tokens, n: int) -> list[str]:
    """Return the few words before a token, back to the last sign."""
    start = max(0, n - NEAR)
    signs = [at for at in range(start, n) if tokens.kinds[at] == "sign"]
    return tokens.words[signs[-1] + 1 if signs else start : n]
