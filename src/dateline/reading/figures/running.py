"""Counts of a period: "the death toll rose to 45", "120 have died since Monday"."""

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from dateline.codebook import Category
from dateline.reading.figures.vocabulary import STATES

REACH: Final = 14
"""How many tokens before a figure the toll that it is may stand."""
AROUND: Final = 40
"""How far the words that make it a period may stand."""
SINCE: Final = ("since", "so far", "to date", "in total", "over the past", "over the last")
DURING: Final = ("during the past", "in the past", "in the last", "until now", "a total of")
CHANGED: Final = frozenset({"from", "by"})
"""Before a figure they make it the old one, or the change: "rose by 12 from 105 to 117"."""
BREAKS: Final = frozenset({";", "including", "which", "while", "killing", "wounding", "injuring"})


def toll_before(figure: Token) -> tuple[Category, Token] | None:
    """Return the toll that a figure is of: "death toll", "number of wounded"."""
    before = [*preceding(figure, REACH)]
    if before and before[0].lower_ in CHANGED:
        return None
    if len(before) > 1 and before[0].text == ":" and before[1].lower_ in STATES:
        return STATES[before[1].lower_], before[1]
    for token in before:
        if token.lower_ in BREAKS or (token.pos_ == "NUM" and counted(token)):
            return None
        if token.lower_ == "toll":
            return "killed", token
        if token.lower_ == "number" and token.i + 2 < figure.i:
            return numbered(token)
    return None


def counted(number: Token) -> bool:
    """Whether a number is a figure of its own: not in "six-year-old", not a change or its old."""
    return number.nbor().text != "-" and (number.i == 0 or number.nbor(-1).lower_ not in CHANGED)


def numbered(number: Token) -> tuple[Category, Token] | None:
    """Return what "the number of dead" counts."""
    for token in number.doc[number.i + 1 : number.i + 6]:
        if token.lower_ in STATES:
            return STATES[token.lower_], token
        if token.lower_ in {"deaths", "fatalities"}:
            return "killed", token
    return None


def preceding(token: Token, most: int) -> Iterator[Token]:
    """Yield the tokens before one in its sentence, the nearest first."""
    while most and token.i and not token.is_sent_start:
        token, most = token.nbor(-1), most - 1
        yield token


def following(token: Token, most: int) -> Iterator[Token]:
    """Yield the tokens behind one in its sentence."""
    for each in token.doc[token.i + 1 : token.i + 1 + most]:
        if each.is_sent_start:
            return
        yield each


def cumulative(figure: Token, trigger: Token) -> bool:
    """Whether a figure counts a period: by a toll that rises, or by words such as "since"."""
    if trigger.lower_ == "toll":
        return True
    around = [*[*preceding(figure, AROUND)][::-1], *following(figure, AROUND)]
    said = " ".join(token.lower_ for token in around)
    return any(f" {words} " in f" {said} " for words in (*SINCE, *DURING))
