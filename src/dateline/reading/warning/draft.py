"""A passage as it was looked at: its sentences, each with its figures, days and places."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from dateline.codebook import At
from dateline.codebook.counts import Count, counts
from dateline.dates import Expression, find
from dateline.places import Gazetteer
from dateline.places.finding import Finder
from dateline.places.mention import Mention
from dateline.places.resolving import Context, Resolution, resolve
from dateline.reading.warning.passage import Marked, Passage
from dateline.reading.warning.sentences import sentences

LANGUAGES: Final = frozenset({"en", "ar", "ru", "uk"})
"""Those whose words for doubt, speech and days are known; of another only figures are read."""


TAIL: Final = re.compile(r"(?: [a-z]+)+$")


@dataclass(frozen=True)
class Sentence:
    """One sentence and what stands in it. All offsets are code points of the passage."""

    start: int
    end: int
    text: str
    """The sentence alone: `passage[start:end]`."""
    marks: tuple[Marked, ...]
    cited: bool
    """Whether a link, a quote or a card gives a source for it."""
    figures: tuple[Count, ...]
    """Their offsets are the sentence's own."""
    days: tuple[Expression, ...]
    places: tuple[Resolution, ...]
    """Names of places; words that measure from one ("south of it") are left out."""


@dataclass(frozen=True)
class Draft:
    """A passage and the sentences in it."""

    text: str
    sentences: tuple[Sentence, ...]
    language: str
    """One of `LANGUAGES`, or ""."""
    now: datetime
    """The time of writing, in the column's zone."""


def look(
    passage: Passage,
    *,
    language: str,
    reference: datetime,
    zone: ZoneInfo,
    gazetteer: Gazetteer | None = None,
    country: str = "",
    names: Collection[str] = (),
) -> Draft:
    """Find what stands in a passage that is written at a reference time, which has a zone.

    `language` is an ISO 639-1 code; of one that is not known only figures are read. Without a
    gazetteer no places are. `country` (ISO 3166-1) is where the story is set; `names`
    are those of its places, which need nothing beside them to be known.
    """
    known = language if language in LANGUAGES else ""
    days = find(passage.text, reference=reference, zone=zone, language=known) if known else []
    places = _places(passage.text, gazetteer, country, names) if known and gazetteer else []
    found = tuple(_sentence(passage, at, known, days, places) for at in sentences(passage.text))
    return Draft(passage.text, found, known, reference.astimezone(zone))


def _places(
    text: str, gazetteer: Gazetteer, country: str, names: Collection[str]
) -> Sequence[Resolution]:
    finder = Finder(gazetteer, country=country, known=names)
    named = [one.mention for one in finder.mentions(text) if one.sort == "name"]
    context = Context(country=country)
    resolved = resolve(named, context, gazetteer)
    unknown = [one.mention for one in resolved if one.place is None]
    bare = resolve([_bare(text, one) for one in unknown], context, gazetteer)
    known = {one.start: other for one, other in zip(unknown, bare, strict=True) if other.place}
    return [known.get(one.mention.start, one) for one in resolved]


def _bare(text: str, mention: Mention) -> Mention:
    """Return a mention without the common words behind its name: "the Akrad mountain range"."""
    named = TAIL.sub("", mention.words) or mention.words
    return Mention.at(text, mention.start, mention.start + len(named))


def _sentence(
    passage: Passage,
    at: At,
    language: str,
    days: Sequence[Expression],
    places: Sequence[Resolution],
) -> Sentence:
    start, end = at
    text = passage.text[start:end]
    return Sentence(
        start,
        end,
        text,
        marks=tuple(mark for mark in passage.marks if mark.start < end and start < mark.end),
        cited=any(first < end and start < last for first, last in passage.cited),
        figures=tuple(counts(text, language)),
        days=tuple(day for day in days if start <= day.start and day.end <= end),
        places=tuple(_within(places, at)),
    )


def _within(places: Sequence[Resolution], at: At) -> Iterator[Resolution]:
    for one in places:
        if at[0] <= one.mention.start and one.mention.end <= at[1]:
            yield one
