"""A counted phrase over the parse: its figure, its noun, and the word that the rest hangs on."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc, Token

from dateline.codebook import GROUPS, Group
from dateline.codebook.counts import Count, counts
from dateline.reading.figures.vocabulary import GROUPS_OF

NUMBERED: Final = frozenset({"nummod", "quantmod", "compound", "amod", "det", "advmod", "npadvmod"})
PARTS: Final = frozenset({"of", "among"})
OTHERS: Final = frozenset({"other", "others", "more", "people", "persons"})


@dataclass(frozen=True)
class Phrase:
    """A figure and what it counts."""

    count: Count
    number: Token
    """The figure's last token."""
    head: Token
    """The word by which the phrase hangs in its sentence: "dozens" of "dozens of civilians"."""
    noun: Token
    """What is counted: "civilians"; the figure itself where no noun is said."""
    tail: Token
    """The last token of the figure's own words."""

    @property
    def last(self) -> Token:
        """The last token of the phrase without what describes it."""
        return max(self.tail, self.head, self.noun, key=lambda token: token.i)

    @property
    def at(self) -> tuple[int, int]:
        """Start and end of the words, in code points."""
        last = self.last
        return self.count.start, max(self.count.end, last.idx + len(last.text))


def phrases(doc: Doc) -> Iterator[Phrase]:
    """Yield every counted phrase of a paragraph."""
    for count in counts(doc.text):
        if not count.counted:
            continue
        span = doc.char_span(count.start, count.end, alignment_mode="expand")
        if span is not None and len(span):
            yield phrase(count, list(span))


def figure(span: list[Token]) -> Token:
    """Return the token of a count that the tree hangs it by."""
    inside = {token.i for token in span}
    outer = [token for token in span if token.head.i not in inside or token.head.i == token.i]
    numbers = [token for token in outer if token.pos_ in {"NUM", "NOUN", "DET", "PRON", "ADJ"}]
    return (numbers or outer or span)[-1]


def phrase(count: Count, span: list[Token]) -> Phrase:
    """Return the phrase around a figure."""
    head = number = figure(span)
    tail = span[-1]
    after = tail.doc[tail.i + 1 : tail.i + 2]
    if after and after[0].tag_ == "NNS" and lemma(after[0]) in GROUPS_OF:
        return Phrase(count, number, after[0], after[0], tail)
    link = number.head if number.dep_ == "conj" and number.head.pos_ == "NUM" else number
    between = tail.doc[tail.i + 1 : max(tail.i + 1, link.head.i)]
    counts_head = link.dep_ in NUMBERED and link.head.i > number.i
    if counts_head and nominal(link.head) and not any(t.tag_ == "DT" for t in between):
        head = link.head
    return Phrase(count, number, head, partitive(number, tail) if head is number else head, tail)


def nominal(token: Token) -> bool:
    """Whether a token may be counted."""
    return token.pos_ in {"NOUN", "PROPN", "PRON", "NUM"} or token.lower_ in OTHERS


def partitive(number: Token, last: Token) -> Token:
    """Return the noun behind "of": "dozens of civilians", "12 of the soldiers", or the figure."""
    following = number.doc[last.i + 1 : last.i + 2]
    of = following[0] if following and following[0].lower_ == "of" else None
    if of is None and last.lower_ != "of":
        return number
    nouns = (of or last).children
    return next((noun for noun in nouns if noun.dep_ == "pobj" and noun.i > last.i), number)


def lemma(token: Token) -> str:
    """Return a noun's lemma in small letters, also where it is written with a capital."""
    word = token.lemma_.lower()
    if word in GROUPS_OF or not word.endswith("s"):
        return word
    return word[:-1] if word[:-1] in GROUPS_OF else word


def groups(noun: Token) -> tuple[Group, ...]:
    """Return who the counted were, from their noun and what describes it."""
    of = [n for c in noun.children if c.lower_ == "of" for n in c.children if lemma(noun) == "body"]
    beside = [child for child in noun.children if child.dep_ in {"compound", "amod"}]
    pair = next((p for c in beside if (p := f"{c.lower_} {lemma(noun)}") in GROUPS_OF), "")
    words = [pair] if pair else [lemma(word) for word in (noun, *of, *beside)]
    said = {group for word in words for group in GROUPS_OF.get(word, ())}
    named = tuple(group for group in GROUPS if group in said and group != "unknown")
    return named or ("unknown",)
