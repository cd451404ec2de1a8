"""Counts of a period: "the death toll rose to 45", "120 have died since Monday"."""

from typing import Final

from spacy.tokens import Token

from dateline.codebook import Category
from dateline.reading.figures.vocabulary import STATES

REACH: Final = 14
"""How many tokens before a figure the toll that it is may stand."""
SINCE: Final = ("since", "so far", "to date", "in total", "over the past", "over the last")
DURING: Final = ("during the past", "in the past", "in the last", "until now", "a total of")
BREAKS: Final = frozenset({";", "including", "which", "while", "killing", "wounding", "injuring"})


def toll_before(figure: Token) -> tuple[Category, Token] | None:
    """Return the toll that a figure is of: "death toll", "number of wounded"."""
    start = max(figure.sent.start, figure.i - REACH)
    if figure.i > start and figure.nbor(-1).lower_ == "from":
        return None
    for n in range(figure.i - 1, start - 1, -1):
        token = figure.doc[n]
        if token.lower_ in BREAKS or (token.pos_ == "NUM" and counted(token)):
            return None
        if token.lower_ == "toll":
            return "killed", token
        if token.lower_ == "number" and n + 2 < figure.i:
            return numbered(token)
    return None


def counted(number: Token) -> bool:
    """Whether a number is a figure of its own: not in "six-year-old", not the old of a change."""
    return number.nbor().text != "-" and (number.i == 0 or number.nbor(-1).lower_ != "from")


def numbered(number: Token) -> tuple[Category, Token] | None:
    """Return what "the number of dead" counts."""
    for token in number.doc[number.i + 1 : number.i + 6]:
        if token.lower_ in STATES:
            return STATES[token.lower_], token
        if token.lower_ in {"deaths", "fatalities"}:
            return "killed", token
    return None


def cumulative(figure: Token, trigger: Token) -> bool:
    """Whether a figure counts a period: by a toll that rises, or by words such as "since"."""
    if trigger.lower_ == "toll":
        return True
    said = " ".join(token.lower_ for token in figure.sent)
    return any(f" {words} " in f" {said} " for words in (*SINCE, *DURING))
