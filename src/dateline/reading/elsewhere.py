"""Texts that no parser here reads: places, dates and figures, by gazetteer and rules."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from dateline.codebook import Claim, Hedge, HedgeClass, Kind, Toll
from dateline.codebook.counts.tokens import fold
from dateline.dates import Expression, find
from dateline.places import Context
from dateline.reading import moments, spots
from dateline.reading.doubting import doubt, is_counted_out, is_negated
from dateline.reading.figures import FoundToll, unparsed_tolls
from dateline.reading.spot import Spot

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
    found = [one for one in unparsed_tolls(text, language) if not one.shared]
    folded = fold(text)
    for at in _sentences(text):
        inside = tuple(
            one.toll
            for one in found
            if at[0] <= one.toll.at[0] and one.toll.at[1] <= at[1]
            if not (one.toll.low and _is_none(one, folded, at[0], language))
        )
        if inside:
            yield _claim(text, at, inside, places, known, doubt(text, folded, at, language))


def _claim(
    text: str,
    quote: tuple[int, int],
    tolls: tuple[Toll, ...],
    places: list[Spot],
    times: list[Expression],
    hedge: Hedge,
) -> Claim:
    trigger = tolls[0].at
    return Claim(
        quote=text[slice(*quote)],
        start=quote[0],
        end=quote[1],
        kind=_kind(hedge),
        event="casualties",
        place=spots.meant(places, quote, trigger, ()),
        when=moments.meant(times, quote, trigger, ()),
        tolls=tolls,
        hedge=hedge,
    )


def _is_none(found: FoundToll, folded: str, first: int, language: str) -> bool:
    """Tell whether a sentence says that this did not befall so many."""
    return is_negated(folded, found.trigger[0], first, language) or is_counted_out(
        folded, found.toll.at[0], first, language
    )


def _kind(hedge: Hedge) -> Kind:
    kinds: dict[HedgeClass, Kind] = {"denied": "denial", "predicted": "forecast"}
    return kinds.get(hedge.cls, "event")


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    for found in SENTENCE.finditer(text):
        words = found.group()
        if words.strip():
            start = found.start() + len(words) - len(words.lstrip())
            yield start, start + len(words.strip())
