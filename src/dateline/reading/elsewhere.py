"""Texts that no parser here reads: places, dates and figures, by gazetteer and rules."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from dateline.codebook import Claim, Toll
from dateline.dates import Expression, find
from dateline.places import Context
from dateline.reading import moments, spots
from dateline.reading.figures import unparsed_tolls

UNPARSED: Final = frozenset({"ar", "ru", "uk"})
SENTENCE: Final = re.compile(r"[^.!?؟؛\n]*(?:[.](?=\d)[^.!?؟؛\n]*)*[.!?؟؛]?")


def claims(
    text: str,
    language: str,
    *,
    published: datetime | None,
    zone: ZoneInfo | None,
    context: Context,
    spotter: spots.Spotter,
) -> Iterator[Claim]:
    """Give one claim for each sentence that holds a figure and what befell people.

    Who said it and what happened stay open: an editor who reads the language fills them in.
    """
    places = spotter.spots(text, context)
    reference = published or moments.SOME_DAY
    times = find(text, reference=reference, zone=zone, language=language)
    known = [moments.placed(one, 0, published is not None) for one in times]
    tolls = [one.toll for one in unparsed_tolls(text, language) if not one.shared]
    for start, end in _sentences(text):
        inside = tuple(one for one in tolls if start <= one.at[0] and one.at[1] <= end)
        if inside:
            yield _claim(text, (start, end), inside, places, known)


def _claim(
    text: str,
    quote: tuple[int, int],
    tolls: tuple[Toll, ...],
    places: list[spots.Spot],
    times: list[Expression],
) -> Claim:
    trigger = tolls[0].at
    return Claim(
        quote=text[slice(*quote)],
        start=quote[0],
        end=quote[1],
        kind="event",
        event="casualties",
        place=spots.meant(places, quote, trigger, ()),
        when=moments.meant(times, quote, trigger, ()),
        tolls=tolls,
    )


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    for found in SENTENCE.finditer(text):
        words = found.group()
        if words.strip():
            start = found.start() + len(words) - len(words.lstrip())
            yield start, start + len(words.strip())
