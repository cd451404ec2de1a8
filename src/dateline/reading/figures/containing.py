"""Counts inside other counts: "12 people, including three children", "two of them"."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from dateline.reading.figures.phrase import Phrase

INCLUDING = frozenset({"including", "include", "includes", "included", "among", "counting"})
WHOLE = frozenset({"them", "whom", "these", "those", "victims", "dead", "wounded", "killed"})
REACH = 8


def container(part: Phrase, others: Sequence[Phrase]) -> Phrase | None:
    """Return the counted phrase of the same sentence that contains this one."""
    if of_those(part) and not acting(part.head):
        return nearest([other for other in others if other.last.i < part.number.i], part)
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
    start = max(head.sent.start, head.i - REACH)
    for n in range(head.i - 1, start - 1, -1):
        token = head.doc[n]
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
        return next((other for other in others if other.number.i > word.i), None)
    return nearest([other for other in others if other.last.i < word.i], part)


def nearest(before: Sequence[Phrase], part: Phrase) -> Phrase | None:
    """Return the last phrase of the same sentence before."""
    same = [other for other in before if other.number.sent == part.number.sent]
    return same[-1] if same else None
