"""Which blocks make a card."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, tzinfo

from dateline.reading.liveblog.page import Piece, Time
from dateline.reading.liveblog.times import time_of
from dateline.reading.structure import Block
from dateline.reading.structure.cards import ends_card, is_related


@dataclass(frozen=True)
class Gathered:
    """The blocks of one card."""

    shown: Sequence[Block]
    """Title and excerpt; where there is nothing else, the line that leads to it."""
    title: str
    """The title where it stands behind a label ("Read more: …"); else ""."""
    link: Block | None
    time: Time | None
    count: int
    """Blocks, with its time."""


def gathered(text: str, blocks: Sequence[Block], day: date, zone: tzinfo) -> Gathered:
    """Return the card that the blocks begin with."""
    shown: list[Block] = []
    link, title = None, ""
    for block in blocks:
        words = text[block.start : block.end]
        if block.role != "card" or (shown and is_related(words)):
            break
        if shown and ends_card(words):
            link = block
            break
        shown.append(block)
        if is_related(words):
            title = " ".join(words.replace("：", ":").partition(":")[2].split())
            break
    count = len(shown) + (link is not None)
    stamp = blocks[count] if link and count < len(blocks) else None
    if stamp is None or stamp.role != "stamp" or shown[0].quoted_date is None:
        return Gathered(shown, title, link, None, count)
    line = Piece(" ".join(text[stamp.start : stamp.end].split()), stamp.start, stamp.end)
    time = time_of(line, shown[0].quoted_date, day, zone)
    return Gathered(shown, title, link, time, count + 1)
