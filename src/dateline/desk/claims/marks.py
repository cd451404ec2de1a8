"""A report's text in pieces, so that what its claims quote is marked in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True)
class Mark:
    """What a claim quotes, by the claim's key; code points of the text."""

    key: str
    start: int
    end: int
    hedge: str = ""


@dataclass(frozen=True)
class Piece:
    """Words of the text, whose marks cover all of them, and whose marks begin here."""

    words: str
    marks: Sequence[Mark] = ()
    begin: Sequence[Mark] = ()


def pieces(text: str, marks: Sequence[Mark]) -> list[Piece]:
    """Cut a text where marks begin and end; marks may overlap, and end behind the text."""
    edges = {0, len(text)}
    for mark in marks:
        edges |= {min(mark.start, len(text)), min(mark.end, len(text))}
    cuts = sorted(edges)
    return [_piece(text, start, end, marks) for start, end in pairwise(cuts)]


def _piece(text: str, start: int, end: int, marks: Sequence[Mark]) -> Piece:
    here = [one for one in marks if one.start <= start < one.end]
    return Piece(text[start:end], here, [one for one in here if one.start == start])
