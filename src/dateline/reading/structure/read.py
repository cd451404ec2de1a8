"""Reads a page's text into its entries and blocks."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from dateline.reading.structure.cards import mark_cards
from dateline.reading.structure.clocked import parted
from dateline.reading.structure.dating import date_parts
from dateline.reading.structure.entries import cut
from dateline.reading.structure.headlines import mark_headlines
from dateline.reading.structure.lines import PARAGRAPH, Line, lines
from dateline.reading.structure.markup import tags
from dateline.reading.structure.naming import mark_names, split
from dateline.reading.structure.page import Block, Byline, Entry, Layout, Stamp
from dateline.reading.structure.part import Part
from dateline.reading.structure.quoting import mark_quotes
from dateline.reading.structure.signs import sign
from dateline.reading.structure.stamps import first_told
from dateline.reading.structure.wrapping import paragraphs


def layout(text: str) -> Layout:
    """Return what stands where in a text: entries, and blocks with roles and owners.

    Offsets are code points of `text`. Nothing is lost: the blocks stand in order, do not overlap
    and cover every character that is not blank. What shows no sign of anything else is prose.
    Takes time that grows with the length of the text; never raises for any text.
    """
    found = list(lines(text))
    parts, line, entries = _laid(text, found)
    if len(entries) == 1 and len(hours := parted(found)) > len(found):
        ticker = _laid(text, hours)
        parts, line, entries = ticker if len(ticker[2]) > 1 else (parts, line, entries)
    usual = Counter(part.gap for part in parts if part.gap).most_common(1)
    for entry in entries:
        mark_quotes(entry, max(PARAGRAPH, usual[0][0]))
    published = line.iso if line else None
    return Layout(tuple(_with_tags(text, entries, published)), published)


def _laid(text: str, found: list[Line]) -> tuple[list[Part], Part | None, list[list[Part]]]:
    """Return the parts of a page, its own date line, and the parts of each entry."""
    parts = _parts(text, found)
    line = date_parts(parts)
    return parts, line, cut(parts, line)


def _parts(text: str, found: list[Line]) -> list[Part]:
    parts = [_whole(text, part) for part in paragraphs(found)]
    mark_cards(parts)
    mark_names(parts)
    parts = split(parts)
    mark_headlines(parts)
    return parts


def _whole(text: str, part: Part) -> Part:
    """Return a wrapped paragraph with its whole text, and the role that this shows."""
    if part.lines == 1:
        return part
    part.text = text[part.start : part.end]
    return sign(part)


def _with_tags(text: str, entries: list[list[Part]], published: str | None) -> Iterator[Entry]:
    """Yield the entries with the tags that stand in and around them."""
    markup = [Block(start, end, "boilerplate") for start, end, _ in tags(text)]
    if markup and not entries:
        entries = [[]]
    begins = [part.start for entry in entries for part in entry[:1]] or [0]
    inside: list[list[Block]] = [[] for _ in entries]
    for block in markup:
        inside[max(0, bisect_right(begins, block.start) - 1)].append(block)
    for parts, blocks in zip(entries, inside, strict=True):
        yield _entry(parts, blocks, published)


def _entry(parts: list[Part], markup: list[Block], published: str | None) -> Entry:
    blocks = [Block(p.start, p.end, p.role, p.owner, p.quoted_date) for p in parts]
    blocks = sorted([*blocks, *markup], key=lambda block: block.start)
    title = next((part for part in parts if part.role == "headline"), None)
    return Entry(
        blocks[0].start,
        blocks[-1].end,
        (title.start, title.end) if title else None,
        _byline(parts),
        _stamp(parts, published),
        tuple(blocks),
    )


def _byline(parts: list[Part]) -> Byline | None:
    for part in parts:
        if part.role == "byline" and part.name:
            start, end = part.name
            return Byline(part.text[start:end], part.start + start, part.start + end)
    return None


def _stamp(parts: list[Part], published: str | None) -> Stamp | None:
    """Return the entry's own stamp, else the day that its dateline names."""
    for part in parts:
        if part.role == "stamp" and not part.cards:
            return Stamp(part.start, part.end, part.iso)
    for part in parts:
        told = part.role == "byline" and part.opens and first_told(part.text, published)
        if told:
            start, end, iso = told
            return Stamp(part.start + start, part.start + end, iso)
    return None
