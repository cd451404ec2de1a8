"""Counts inside other counts: "12 people, including three children", "two of them"."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from dateline.reading.figures.phrase import Phrase
from dateline.reading.figures.running import preceding

INCLUDING = frozenset({"including", "include", "includes", "included", "among", "counting"})
WHOLE = frozenset({"them", "whom", "these", "those", "victims", "dead", "wounded", "killed"})
REACH = 8
NEAR = 4
"""How many counted phrases back the whole may stand."""


def container(part: Phrase, others: Sequence[Phrase]) -> Phrase | None:
    """Return the counted phrase of the same sentence that contains this one."""
    if of_those(part) and not acting(part.head):
        return nearest(part.number, part, others)
    for token in upwards(part.head):
        if token.lower_ in INCLUDING:
            return owner(token, part, others)
    return None


def of_those(part: Phrase) -> bool:
    """Whether the figure is of those counted before: "three of them", "10 of the dead"."""
    of = part.number.nbor() if part.number.i + 1 < len(part.number.doc) else part.number
    return of.lower_ == "of" and any(
        token.lower_ in WHOLE for token in part.number.doc[of.i + 1 : of.i + 3]
    )


def acting(head: Token) -> bool:
    """Whether the part has a verb of its own: "12 of them have not been identified"."""
    return head.dep_ in {"nsubj", "nsubjpass"} and head.head.lemma_ != "be"


def upwards(head: Token) -> Iterator[Token]:
    """Yield what a phrase hangs on, over the phrases coordinated before it, and what precedes."""
    for token in preceding(head, REACH):
        if token.pos_ == "VERB" and token.lower_ not in INCLUDING:
            return
        yield token
    if head.dep_ in {"nsubj", "nsubjpass"} and head.head.lemma_ == "be":
        yield from (child for child in head.head.children if child.dep_ == "prep")


def owner(word: Token, part: Phrase, others: Sequence[Phrase]) -> Phrase | None:
    """Return the phrase that "including" tells of: before it; behind "were among" it follows."""
    if word.lower_ == "among" and word.i == part.number.i - 1 and word.head.lemma_ == "be":
        return None
    if word.i > part.last.i:
        at = bisect_left(others, word.idx, key=lambda other: other.count.start)
        return others[at] if at < len(others) else None
    return nearest(word, part, others)


def nearest(word: Token, part: Phrase, others: Sequence[Phrase]) -> Phrase | None:
    """Return the last phrase before a word in the sentence of a part."""
    at = bisect_left(others, part.count.start, key=lambda other: other.count.start)
    for other in reversed(others[max(0, at - NEAR) : at]):
        if other.last.i < word.i:
            between = part.number.doc[other.number.i + 1 : part.number.i + 1]
            return None if any(token.is_sent_start for token in between) else other
    return None
