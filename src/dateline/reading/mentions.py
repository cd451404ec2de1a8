"""Mentions: who, where, when, with what and how many, by their words; nothing is claimed of them.

Names come from the lexicon of parties and the gazetteer; the pipeline's entities count only where
neither of them speaks. What describes without a name comes from a short list of nouns.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from spacy.tokens import Doc, Span

from dateline.codebook.counts import Unit, counts
from dateline.dates import find
from dateline.places import Gazetteer
from dateline.places import mentions as places_in
from dateline.reading.nominal import Form, Sort, nominal
from dateline.reading.parties import parties

ENTITIES: Final[dict[str, Sort]] = {"PERSON": "person", "ORG": "party"}
NO_QUANTITY: Final[frozenset[Unit]] = frozenset(
    ("date", "time", "duration", "name", "phone", "place", "ordinal", "score")
)
SOME_DAY: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""The words of a time expression are the same whatever day they count from."""
Order = tuple[int, int, Sort]


@dataclass(frozen=True)
class Mention:
    """Words that mention something. Offsets are code points of the text."""

    start: int
    end: int
    words: str
    sort: Sort
    form: Form = "name"
    name: str = ""
    """A party's own name, where the lexicon has it."""
    kind: str = ""
    """Of a party its kind, of a quantity its unit, of a date its TIMEX3 type; "" where unknown."""


def mentions(
    text: str, docs: Sequence[Doc], starts: Sequence[int], gazetteer: Gazetteer
) -> list[Mention]:
    """Return what a text mentions, by where it begins; one sort never overlaps itself.

    `docs` are its paragraphs, parsed; `starts` says where each of them begins. A state that acts
    is a party and a place at once.
    """
    found = [*_named_places(text, gazetteer), *_dates(text), *_quantities(text)]
    paragraphs = list(zip(docs, starts, strict=True))
    for doc, start in paragraphs:
        found += _parties(doc, start)
    for doc, start in paragraphs:
        found += _entities(doc, start, [one for one in found if _within(one, doc, start)])
    for doc, start in paragraphs:
        found += [
            Mention(start + at[0], start + at[1], doc.text[slice(*at)], sort, form)
            for sort, form, at in nominal(doc)
        ]
    return sorted(_alone(found), key=_place)


def _within(one: Mention, doc: Doc, start: int) -> bool:
    return start <= one.start < start + len(doc.text)


def _named_places(text: str, gazetteer: Gazetteer) -> Iterator[Mention]:
    for one in places_in(text, gazetteer):
        if one.sort != "demonym":
            at = one.mention
            form: Form = "name" if one.sort == "name" else "noun"
            yield Mention(at.start, at.end, at.words, "place", form)


def _dates(text: str) -> Iterator[Mention]:
    for one in find(text, reference=SOME_DAY):
        yield Mention(one.start, one.end, one.words, "date", kind=one.timex_type)


def _quantities(text: str) -> Iterator[Mention]:
    for one in counts(text):
        if one.unit not in NO_QUANTITY:
            yield Mention(one.start, one.end, one.words, "quantity", kind=one.unit)


def _parties(doc: Doc, start: int) -> Iterator[Mention]:
    for one in parties(doc):
        form: Form = "name" if one.name else "noun"
        at = start + one.start, start + one.end
        yield Mention(*at, one.words, "party", form, one.name or "", one.kind)


def _entities(doc: Doc, start: int, known: Sequence[Mention]) -> Iterator[Mention]:
    """Give the pipeline's people and organisations that nobody else claims."""
    for entity in doc.ents:
        sort = ENTITIES.get(entity.label_)
        at = start + entity.start_char, start + entity.end_char
        if sort and not any(_meet(at, (one.start, one.end)) for one in known) and _named(entity):
            yield Mention(*at, entity.text, sort)


def _named(entity: Span) -> bool:
    return any(token.pos_ == "PROPN" for token in entity) and any(map(str.isalpha, entity.text))


def _alone(found: Sequence[Mention]) -> Iterator[Mention]:
    """Give each mention that overlaps none of its sort that was found before it."""
    taken: dict[Sort, set[int]] = {}
    for one in found:
        covered = taken.setdefault(one.sort, set())
        span = range(one.start, one.end)
        if covered.isdisjoint(span):
            covered.update(span)
            yield one


def _place(one: Mention) -> Order:
    return one.start, -one.end, one.sort


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
