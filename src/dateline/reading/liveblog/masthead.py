"""The head of a page: what stands above its first entry."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, tzinfo
from typing import Final

from dateline.reading.liveblog.page import Left, Masthead, Piece, Time
from dateline.reading.liveblog.parts import left, piece
from dateline.reading.liveblog.times import time_of
from dateline.reading.structure import Block, Entry
from dateline.reading.structure.captions import LABELLED

BODY: Final = ("prose", "quote", "card")
PREVIOUS: Final = re.compile(
    r"\b(?:previous|earlier|last|yesterday[’']?s?)\s+(?:post|update|entry|column|live\s?blog|day|part)"
    r"|предыдущ|попередн|السابق",
    re.IGNORECASE,
)
COLUMN: Final = re.compile(
    r"\bour\s+[“\"«]?(?P<name>[^.“”\"«»]{2,80}?)[”\"»]?\s+(?:column|series|live\s?blog)\b"
    r"|(?:колонк|рубрик|серии)\w*\s+[«\"](?P<ru>[^«»\"]{2,80})[»\"]",
    re.IGNORECASE,
)


def head_of(entries: Sequence[Entry], stamps: frozenset[int], dated: bool) -> int:
    """Return how many blocks of the first entry stand above its own beginning.

    `stamps` are where entries' own times begin; `dated` tells whether the page has a date line.
    """
    blocks, others = entries[0].blocks, entries[1:]
    stamped = sum(_has(one, stamps) for one in others) * 2 > len(others)
    mark = next((at for at, one in enumerate(blocks) if _marks(one, stamps, stamped)), None)
    if mark is None:
        return len(blocks)
    if any(block.role in BODY for block in blocks[:mark]):
        return _above_a_body(blocks, others, dated)
    titled = sum(one.blocks[0].role == "headline" for one in others) * 2 > len(others)
    return mark - 1 if titled and mark and blocks[mark - 1].role == "headline" else mark


def _has(entry: Entry, stamps: frozenset[int]) -> bool:
    return any(block.start in stamps for block in entry.blocks)


def _marks(block: Block, stamps: frozenset[int], stamped: bool) -> bool:
    return block.start in stamps if stamped else block.role == "byline"


def _above_a_body(blocks: Sequence[Block], others: Sequence[Entry], dated: bool) -> int:
    """Return where the first entry begins whose own mark stands at its end."""
    titles = [at for at, block in enumerate(blocks) if block.role == "headline"]
    body = next(at for at, block in enumerate(blocks) if block.role in BODY)
    if len(titles) > 1:
        return titles[1]
    has_titles = sum(one.headline is not None for one in others) * 2 > len(others)
    if not titles or (has_titles and not (dated and titles[0] < body - 1)):
        return 0
    return max(body, titles[0] + 1)


@dataclass
class _Head:
    headline: Piece | None = None
    lead: tuple[Piece, ...] = ()
    credit: Piece | None = None
    date: Time | None = None
    previous: Piece | None = None


def masthead(
    text: str, blocks: Sequence[Block], day: date, zone: tzinfo
) -> tuple[Masthead, list[Left]]:
    """Return what the blocks above the first entry say, and those of them that say nothing."""
    head, rest = _Head(), []
    for block in blocks:
        one = piece(text, block)
        if block.role == "headline" and not head.headline:
            head.headline = one
        elif block.role in ("headline", *BODY):
            head.lead = (*head.lead, one)
        elif block.role == "stamp" and not head.date:
            head.date = time_of(one, None, day, zone)
        elif block.role in ("caption", "boilerplate") and not head.credit and _credits(one):
            head.credit = one
        elif block.role == "boilerplate" and not head.previous and PREVIOUS.search(one.words):
            head.previous = one
        else:
            rest.append(left(text, block))
    return Masthead(**vars(head), column=_column(head.previous)), rest


def _credits(one: Piece) -> bool:
    return LABELLED.match(one.words) is not None


def _column(previous: Piece | None) -> str:
    found = COLUMN.search(previous.words) if previous else None
    return (found["name"] or found["ru"] or "") if found else ""
