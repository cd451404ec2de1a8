"""Mentions and what they mean, as one flat dict each: what `dateline places` prints as JSON."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from dateline.places.finding import mentions
from dateline.places.gazetteer import Gazetteer
from dateline.places.mention import Mention
from dateline.places.resolving import Context, Resolution, resolve


def read(text: str, context: Context, gazetteer: Gazetteer) -> Iterator[dict[str, Any]]:
    """Give every mention of a place in a text with its offsets, its sort and its resolution."""
    found = mentions(text, gazetteer, country=context.country, known=context.learnt.names)
    resolved = resolve([replace(f.mention, form=f.form) for f in found], context, gazetteer)
    for one, resolution in zip(found, resolved, strict=True):
        yield {**line(resolution), "sort": one.sort}


def resolved(
    text: str, spans: Sequence[tuple[int, int]], context: Context, gazetteer: Gazetteer
) -> Iterator[dict[str, Any]]:
    """Give one resolution for each of the stretches that are said to be mentions.

    Raises ValueError where a stretch does not lie in the text.
    """
    told = [Mention.at(text, start, end) for start, end in spans]
    yield from map(line, resolve(told, context, gazetteer))


def line(resolution: Resolution) -> dict[str, Any]:
    """Return a resolution; what the place is called and where it lies is None where unknown."""
    mention, place = resolution.mention, resolution.place
    told: dict[str, Any] = {
        "start": mention.start,
        "end": mention.end,
        "words": mention.words,
        "role": resolution.role,
    }
    names = ("name", "lat", "lon", "level", "radius_m", "gazetteer", "admin", "country")
    told |= {name: getattr(place, name) if place else None for name in names}
    located = resolution.located
    others = located.candidates[1:6] if located else ()
    told["why"] = located.why if located else "no place of this name is known"
    told["or"] = [{"name": one.name, "admin": one.admin, "gazetteer": one.id} for one in others]
    return told
