"""Which figures count anybody: not what is denied, a share, or part of a weapon's name."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from spacy.tokens import Token

from dateline.reading.figures.phrase import Phrase, lemma
from dateline.reading.figures.vocabulary import GROUPS_OF, THINGS

PARTLY: Final = frozenset({"none", "most", "half", "some", "few", "many", "several", "neither"})
GRANTING: Final = frozenset({"if", "or", "whether"})
"""Before "not" they leave a figure standing: "hundreds, if not thousands"."""


def counting(found: Sequence[Phrase]) -> list[Phrase]:
    """Return the phrases that count: not 12 in "not 12 but 15", nor "one in three", nor the 2 of
    "Leopard 2 tanks"."""
    left_out = {one.count.start for pair in pairwise(found) for one in _shares(*pair)}
    return [
        one
        for one in found
        if one.count.start not in left_out and not _denied(one) and not _names_model(one)
    ]


def _shares(one: Phrase, other: Phrase) -> Iterator[Phrase]:
    """Yield both figures of "one in three people", the second of "three out of twelve"."""
    doc = one.number.doc
    between = [token.lower_ for token in doc[one.tail.i + 1 : other.number.i]]
    if between == ["in"] and one.count.high == 1 and _of_people(doc[other.tail.i + 1 :][:1]):
        yield from (one, other)
    elif between[:2] == ["out", "of"] and len(between) <= 3:
        yield other


def _of_people(behind: Iterable[Token]) -> bool:
    return any(token.lower_ == "of" or lemma(token) in GROUPS_OF for token in behind)


def _denied(phrase: Phrase) -> bool:
    doc = phrase.number.doc
    at = phrase.number.i
    while at and doc[at].idx > phrase.count.start:
        at -= 1
    granted = at > 1 and doc[at - 2].lower_ in GRANTING
    return at > 0 and doc[at - 1].lower_ == "not" and not granted


def _names_model(phrase: Phrase) -> bool:
    number = phrase.number
    if not (number.is_digit and number.i and lemma(phrase.noun) in THINGS):
        return False
    before = number.nbor(-1)
    return before.pos_ == "PROPN" and before.head == phrase.noun and before.dep_ != "nsubj"


def is_whole(phrase: Phrase, numbers: Iterable[Token]) -> bool:
    """Whether others are counted out of these: the 12 of "none of the 12 passengers"."""
    of = phrase.head.head
    if phrase.head.dep_ != "pobj" or of.lower_ != "of":
        return False
    return of.head.lower_ in PARTLY or any(of.head == number for number in numbers)
