"""Reads the text of a page into a live blog."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, tzinfo
from itertools import takewhile

from dateline.reading.liveblog.cutting import cut
from dateline.reading.liveblog.cutting import usual as stamps_of_one_form
from dateline.reading.liveblog.masthead import BODY, head_of, masthead
from dateline.reading.liveblog.page import Entry, Left, LivePage, Masthead
from dateline.reading.liveblog.parts import Body, left, opens_line, piece
from dateline.reading.liveblog.stamped import date_line, stamps_in, told
from dateline.reading.liveblog.times import day_of, time_of
from dateline.reading.structure import Block, Layout, layout
from dateline.reading.structure import Entry as Laid


@dataclass(frozen=True)
class Given:
    """What is known of the page while its entries are read."""

    day: date
    zone: tzinfo
    stamps: Mapping[int, str | None]
    """Where the times of entries begin, and what they tell in ISO 8601, as far as it is told."""


def live_page(text: str, *, day: date, zone: tzinfo) -> LivePage:
    """Return the masthead and the entries of a page, and what of its text is in neither.

    `day` is the day of the page: of clocks that name none, and of entries without a time; a clock
    that names no zone is told in `zone`. Every line that is not blank stands in the masthead, in
    one entry or among what is left, once and in order. A page that is no live blog has one entry.
    Takes time that grows with the length of the text; never raises for any text.
    """
    laid = layout(text)
    if not laid.entries:
        return LivePage(False, Masthead(), (), ())
    above, laid_entries, stamps = _cut(text, laid, day)
    given = Given(day, zone, told(text, laid, stamps, day))
    is_live = len(laid.entries) > 1
    head, over = masthead(text, above, day, zone)
    entries: list[Entry] = []
    for one, blocks in laid_entries:
        entry, more = _entry(text, one, blocks, given) if blocks else (None, [])
        entries += [entry] if entry else []
        over += more
    return LivePage(is_live and len(entries) > 1, head, tuple(entries), tuple(over))


Blocks = tuple[Block, ...]


def _cut(
    text: str, laid: Layout, day: date
) -> tuple[Blocks, list[tuple[Laid, Blocks]], list[Block]]:
    """Return the blocks of the page's head, its entries with theirs, and the entries' stamps."""
    line = date_line(text, laid)
    found = [block for one in laid.entries for block in stamps_in(one.blocks, line)]
    usual = stamps_of_one_form(text, found, day_of(laid.published or "") or day)
    of_form = frozenset(block.start for block in usual)
    if parted := cut(laid.entries, of_form):
        above, entries = parted
        return above, [(one, one.blocks) for one in entries], usual
    first, *rest = laid.entries
    own = [block for one in laid.entries if (block := _own(stamps_in(one.blocks, line), of_form))]
    starts = frozenset(block.start for block in own)
    live = len(laid.entries) > 1
    end = head_of(laid.entries, starts, laid.published is not None) if live else 0
    below = [(first, first.blocks[end:]), *((one, one.blocks) for one in rest)]
    return first.blocks[:end], below, own


def _own(stamps: Sequence[Block], of_form: frozenset[int]) -> Block | None:
    return next((one for one in stamps if one.start in of_form), next(iter(stamps), None))


def _entry(
    text: str, laid: Laid, blocks: Sequence[Block], given: Given
) -> tuple[Entry | None, list[Left]]:
    """Return an entry, or None where nothing is in it; and what has no place in it."""
    own = next((one for one in blocks if one.start in given.stamps), None)
    above = takewhile(lambda one: one.role not in BODY, blocks)
    headline = next((one for one in above if one.role == "headline"), None)
    byline = _byline(text, laid, blocks)
    iso = given.stamps[own.start] if own else None
    time = time_of(piece(text, own), iso, given.day, given.zone) if own else None
    taken = [block for block in (own, headline, byline) if block]
    body = Body(text, time.day if time else given.day, given.zone)
    body.take([block for block in blocks if block not in taken])
    if not body.parts and not headline:
        return None, [*body.left, *(left(text, block) for block in taken)]
    entry = Entry(
        start=blocks[0].start,
        headline=piece(text, headline) if headline else None,
        byline=piece(text, byline) if byline else None,
        name=laid.byline.name if byline and laid.byline else "",
        time=time,
        parts=tuple(body.parts),
    )
    return entry, body.left


def _byline(text: str, laid: Laid, blocks: Sequence[Block]) -> Block | None:
    """Return the line that names the writer; a wire's place and name begin a paragraph instead."""
    if laid.byline is None:
        return None
    at = laid.byline.start
    block = next((one for one in blocks if one.start <= at < one.end), None)
    if block is None:
        return None
    below = next((one for one in blocks if one.start >= block.end), None)
    dated = below is not None and below.role == "stamp"
    return block if dated or not opens_line(text, block) else None
