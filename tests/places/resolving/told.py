"""Texts with their mentions marked: "Shells hit [Sarmin], [Idlib]"."""

import re

from dateline.places import Gazetteer
from dateline.places.mention import Mention
from dateline.places.resolving import Context, Resolution, resolve

MARKED = re.compile(r"\[([^\]]*)\]")


def marked(text: str) -> tuple[str, list[Mention]]:
    """Return the text without its marks, and the mentions that were marked."""
    spans, plain, at = [], "", 0
    for mark in MARKED.finditer(text):
        plain += text[at : mark.start()]
        spans.append((len(plain), len(plain) + len(mark[1])))
        plain += mark[1]
        at = mark.end()
    plain += text[at:]
    return plain, [Mention.at(plain, start, end) for start, end in spans]


def told(text: str, gazetteer: Gazetteer, context: Context | None = None) -> list[Resolution]:
    """Resolve the marked mentions of a text."""
    return resolve(marked(text)[1], context or Context(), gazetteer)


def ids(text: str, gazetteer: Gazetteer, context: Context | None = None) -> list[str | None]:
    """Return the gazetteer's id for each marked mention."""
    found = [one.place for one in told(text, gazetteer, context)]
    return [place.gazetteer if place else None for place in found]
