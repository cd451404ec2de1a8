"""A page's stamps: which there are, and what those of its entries tell."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Final

from dateline.reading.liveblog.cutting import is_near
from dateline.reading.liveblog.midnight import over_midnight
from dateline.reading.structure import Block, Layout
from dateline.reading.structure.stamps import iso as iso_of

CLOCK: Final = "T"


def told(text: str, laid: Layout, own: Collection[Block], day: date) -> dict[int, str | None]:
    """Return what the entries' own stamps tell, by where they begin, in ISO 8601.

    One that names no day is of the day of the entry above, or of a day that stands by itself
    between them. The clocks of pasted posts, which may be years old, say nothing of entries. Bare
    clocks that run over midnight are of two days.
    """
    known, found = laid.published, dict[int, str | None]()
    starts = {one.start for one in own}
    blocks = (block for entry in laid.entries for block in entry.blocks)
    for one in (block for block in blocks if block.role == "stamp"):
        words = text[one.start : one.end]
        if one.start in starts:
            found[one.start] = said = iso_of(words, known)
        else:  # a day's own line may leave its year out
            said = iso_of(words, known or day.isoformat()) or ""
            said = said if CLOCK not in said and is_near(words, day) else None
        known = said or known
    return over_midnight(found, {one.start: text[one.start : one.end] for one in own}, day)


def date_line(text: str, laid: Layout) -> Block | None:
    """Return the page's own date line."""
    if not laid.published:
        return None
    blocks = (block for entry in laid.entries for block in entry.blocks)
    stamps = (block for block in blocks if block.role == "stamp")
    told = (one for one in stamps if iso_of(text[one.start : one.end], None) == laid.published)
    return next(told, None)


def stamps_in(blocks: Sequence[Block], line: Block | None) -> list[Block]:
    """Return the stamps that are no card's."""
    return [
        block
        for before, block in zip([None, *blocks], blocks, strict=False)
        if block.role == "stamp"
        and block is not line
        and not (before and before.role == "card" and before.quoted_date)
    ]
