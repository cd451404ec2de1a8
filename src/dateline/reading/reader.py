"""Reads a report's text: proposes claims, each resting on its words."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from typing import Final
from zoneinfo import ZoneInfo

from spacy.language import Language

from dateline.codebook import Claim, Speaker
from dateline.codebook.grounding import faults, numbers_stand_in
from dateline.places import Context, Gazetteer
from dateline.reading import elsewhere
from dateline.reading.drafting import Drafter, Findings
from dateline.reading.events import EventMention, antecedents, events
from dateline.reading.figures import tolls
from dateline.reading.hedges import hedges, negations
from dateline.reading.inheriting import inherited
from dateline.reading.merging import merged
from dateline.reading.moments import moments
from dateline.reading.parties import parties
from dateline.reading.parts import Part, parts
from dateline.reading.passage import Passage, passages
from dateline.reading.pointing import within_entries
from dateline.reading.reading import Reading
from dateline.reading.resting import resting
from dateline.reading.speakers import Voices
from dateline.reading.spot import Spot
from dateline.reading.spots import Spotter
from dateline.reading.structure import Owner, layout

LONGEST: Final = 5_000_000
"""Code points; a longer text is cut by whoever brings it."""
NOTHING: Final = Context()
PARTLY: Final = {"ar": "Arabic", "ru": "Russian", "uk": "Ukrainian"}
UNDATED: Final = "No time of publication is known: “yesterday” and the like stay open."


class Reader:
    """Reads texts with one language pipeline and one gazetteer, both opened by the caller."""

    def __init__(self, pipeline: Language, gazetteer: Gazetteer) -> None:
        self.pipeline, self.spotter = pipeline, Spotter(gazetteer)

    def read(
        self,
        text: str,
        *,
        published: datetime | None = None,
        zone: ZoneInfo | None = None,
        language: str = "",
        context: Context = NOTHING,
    ) -> Reading:
        """Return the claims of a text, with what was not read and why.

        `published` is what relative times count from, where the page itself does not say; `zone`
        that of the column. Raises ValueError for a text longer than `LONGEST`.
        """
        if len(text) > LONGEST:
            raise ValueError(
                f"A text is read up to {LONGEST:,} characters; this has {len(text):,}."
            )
        told = [Part(language, text)] if language else parts(text)
        found = [one for part in told for one in self._part(part, published, zone, context)]
        grounded = (_grounded(claim, text) for claim in found)
        claims = [claim for claim in grounded if claim]
        if len(told) > 1:
            claims.sort(key=lambda claim: claim.start)
        return Reading(
            tuple(claims),
            max(told, key=lambda one: len(one.text.split())).language,
            tuple(_unread(text, [one.language for one in told], dated=published is not None)),
        )

    def _part(
        self, part: Part, published: datetime | None, zone: ZoneInfo | None, context: Context
    ) -> list[Claim]:
        if part.language == "en":
            return self._english(part.text, published, zone, context)
        if part.language not in elsewhere.UNPARSED:
            return []
        found = elsewhere.claims(
            part.text,
            part.language,
            published=published,
            zone=zone,
            context=context,
            spotter=self.spotter,
        )
        return list(found)

    def _english(
        self, text: str, published: datetime | None, zone: ZoneInfo | None, context: Context
    ) -> list[Claim]:
        page = layout(text)
        read = passages(text, page, self.pipeline)
        voices = Voices([one.doc for one in read], [one.start for one in read])
        starts = [entry.start for entry in page.entries]
        where = list(within_entries(self.spotter.spots(text, context), starts))
        drafted: list[tuple[int, Claim, bool]] = []
        happened = _happened(read)
        for number, passage in enumerate(read):
            found = _findings(passage, happened[number], where, published, zone)
            heads = passage.block.role in ("headline", "caption")
            for claim in Drafter(passage, number, found, voices).claims():
                drafted.append((passage.entry, claim, heads))
        by_entry = groupby(drafted, key=lambda one: one[0])
        whose = _whose(read)
        return [
            claim
            for _, entry in by_entry
            for claim in inherited(merged([(claim, heads) for _, claim, heads in entry]), whose)
        ]


def _happened(read: Sequence[Passage]) -> list[list[EventMention]]:
    """Return each passage's events; "the attack" is one that its entry told before."""
    by_entry = groupby(read, key=lambda one: one.entry)
    return [
        told
        for _, entry in by_entry
        for told in antecedents([events(one.doc, parties(one.doc)) for one in entry])
    ]


def _whose(read: Sequence[Passage]) -> Callable[[Claim], object]:
    """Return what tells whose words a claim stands in; each part of a cited page is by itself."""
    starts = [one.start for one in read]

    def whose(claim: Claim) -> object:
        block = read[bisect_right(starts, claim.start) - 1].block
        return block if block.role == "card" else block.owner

    return whose


def _findings(
    passage: Passage,
    happened: Sequence[EventMention],
    where: Sequence[Spot],
    published: datetime | None,
    zone: ZoneInfo | None,
) -> Findings:
    doc = passage.doc
    return Findings(
        events=happened,
        tolls=tolls(doc),
        hedges=hedges(doc),
        negations=negations(doc),
        moments=moments(passage, published, zone),
        spots=where[_first(where, passage.start) : _first(where, passage.end)],
        owners=tuple(_owners(passage.block.owner)),
    )


def _first(where: Sequence[Spot], start: int) -> int:
    """Return the number of the first spot from an offset on."""
    return bisect_left(where, start, key=lambda one: one.at[0])


def _owners(owner: Owner | None) -> Iterator[Speaker]:
    """Give whose words a block is, and who hands them on."""
    while owner:
        name = owner.words.removeprefix("the ")
        yield Speaker(name, "reported", owner.words, (owner.start, owner.end))
        owner = owner.through


def _grounded(claim: Claim, text: str) -> Claim | None:
    """Return a claim without what its words do not bear out; None where nothing is left of it."""
    claim = resting(claim, text)
    standing = tuple(one for one in claim.tolls if numbers_stand_in(one, claim.quote))
    claim = replace(claim, tolls=standing)
    return None if faults(claim, text) else claim


def _unread(text: str, languages: Sequence[str], *, dated: bool) -> Iterator[str]:
    if not text.strip():
        yield "The text is empty."
    else:
        yield from (said for one in languages for said in _unread_part(one, len(languages) > 1))
    if not dated:
        yield UNDATED


def _unread_part(language: str, beside: bool) -> Iterator[str]:
    if not language:
        what = "A part" if beside else "The text"
        yield f"{what} is too short to tell its language."
    elif language in PARTLY:
        yield f"{PARTLY[language]}: places, dates and figures only; speakers and events are open."
    elif language != "en":
        yield f"The language “{language}” is not read; claims can be made by hand."
