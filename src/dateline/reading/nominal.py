"""Mentions without a name: "the two gunmen", "a hospital", "car bombs", "he", "here"."""

import csv
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final, Literal, cast

from spacy.tokens import Doc, Token

from dateline.codebook import At
from dateline.places.demonyms import country_of

Sort = Literal["party", "person", "place", "date", "weapon", "quantity"]
Form = Literal["name", "noun", "pronoun"]
"""As the field tells them apart: named, described, or only pointed to (ACE 2005)."""
PRONOUNS: Final[Mapping[str, Sort]] = MappingProxyType(
    {
        **dict.fromkeys(("i", "me", "he", "him", "she", "her", "himself", "herself"), "person"),
        **dict.fromkeys(("we", "us", "they", "them"), "party"),
        **dict.fromkeys(("here", "there"), "place"),
    }
)
POINTING: Final = frozenset({"PRP", "RB"})
"""Not the "her" of "her house", nor the "there" of "there is"."""
BEFORE: Final = frozenset({"det", "amod", "compound", "nummod", "poss", "nmod", "advmod", "case"})
PLURAL: Final = frozenset({"NNS", "NNPS"})


@lru_cache(maxsize=1)
def nouns() -> Mapping[str, Sort]:
    """Return what a noun in the singular mentions."""
    text = (files("dateline.reading") / "data" / "mention-nouns.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return MappingProxyType(
        {word: cast(Sort, row["sort"]) for row in rows for word in row["words"].split("|")}
    )


def nominal(doc: Doc) -> Iterator[tuple[Sort, Form, At]]:
    """Give what a paragraph mentions by a common noun or a pronoun, with offsets of its text."""
    for token in doc:
        if token.tag_ in POINTING and (pointed := PRONOUNS.get(token.lower_)):
            yield pointed, "pronoun", (token.idx, token.idx + len(token))
        elif token.pos_ == "NOUN" and (sort := _sort(token)):
            yield sort, "noun", _span(token)
        elif token.tag_ in PLURAL and country_of(token.text):  # "Syrians"
            yield "party", "noun", _span(token)


def _sort(token: Token) -> Sort | None:
    """Return what a noun mentions; one person is a person, several are a party."""
    sort = nouns().get(token.lemma_.lower())
    if sort == "weapon":
        return sort
    if token.dep_ == "compound":
        return None
    return "party" if sort == "person" and token.tag_ in PLURAL else sort


def _span(token: Token) -> At:
    """Return a noun with what stands directly before it and belongs to it."""
    doc, first = token.doc, token.i
    while first > token.sent.start and _belongs(doc[first - 1], token):
        first -= 1
    return doc[first].idx, token.idx + len(token)


def _belongs(word: Token, head: Token) -> bool:
    while word.dep_ in BEFORE and word.head.i > word.i:
        word = word.head
        if word.i == head.i:
            return True
    return False
