"""A page whose entries each begin with a stamp of one form: its entries, cut at these stamps.

Other stamps stand between them on such pages: when an entry was changed, when a pasted post is of.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Final, TypeVar

from dateline.reading.liveblog.masthead import BODY
from dateline.reading.liveblog.times import day_of
from dateline.reading.structure import Block, Byline, Entry, Stamp
from dateline.reading.structure.stamps import alike, form, iso

LIVE: Final = 2
MOST_ENTRIES: Final = 0.75
"""Share of the entries that must tell their own time; else a stamp's lack says nothing."""
Told = TypeVar("Told", Byline, Stamp)
NEAR: Final = timedelta(days=7)
Blocks = tuple[Block, ...]


def usual(text: str, stamps: Sequence[Block], day: date) -> list[Block]:
    """Return those stamps that are written as most of them are; all where no form is the usual.

    Of two that are as usual ("3 hours ago" over "(15:42 GMT)") it is the one that tells an hour.
    A stamp that names its day besides must name one near the page's own: `day`.
    """
    words = [text[one.start : one.end] for one in stamps]
    forms = Counter(map(form, words))
    hours = {form(said) for said in words if "T" in (iso(said, day.isoformat()) or "")}
    most = max(forms, key=lambda one: (forms[one], one in hours), default=None)
    telling = [one for one in forms if one in hours and forms[one] >= LIVE and not one[0]]
    if most not in hours and telling:  # "3 hours ago", in a box of the day's events too
        most = max(telling, key=lambda one: forms[one])
    if most is None or forms[most] < LIVE:
        return list(stamps)
    return [
        one
        for one, said in zip(stamps, words, strict=True)
        if form(said) == most or (alike(form(said), most) and is_near(said, day))
    ]


def cut(
    entries: Sequence[Entry], stamps: frozenset[int]
) -> tuple[tuple[Block, ...], list[Entry]] | None:
    """Return the page's head and its entries; None for a page whose entries do not begin so.

    `stamps` are where the stamps begin that are written as most are.
    """
    dated = [at for at, entry in enumerate(entries) if _places(entry, stamps)]
    if len(dated) < LIVE or len(dated) < MOST_ENTRIES * (len(entries) - dated[0]):
        return None
    places = [(entries[at].blocks, _places(entries[at], stamps)[0]) for at in dated[1:]]
    if any(block.role in BODY for blocks, at in places for block in blocks[:at]):
        return None
    lead = _lead(places)
    over = tuple(block for entry in entries[: dated[0] + 1] for block in entry.blocks)
    signed = entries[dated[0]].start if dated[0] else over[-1].end
    begins = list(_begins(over, stamps, lead, signed))
    for entry in entries[dated[0] + 1 :]:
        found = list(_begins(entry.blocks, stamps, lead, entry.start))
        begins += found or ([entry.start] if _is_signed(entry) else [])
    head = tuple(block for block in over if block.start < begins[0])
    return head, list(_entries(entries, begins))


def _lead(places: Sequence[tuple[Blocks, int]]) -> frozenset[str]:
    """Return which of titles and names stand above most stamps, given where these are."""
    titled = sum(_is(blocks, at, "headline") for blocks, at in places)
    under = sum(_is(blocks[at + 1 :], 1, "headline") for blocks, at in places)
    named = sum(_is(blocks, at, "byline") for blocks, at in places)
    above = {"headline"} if titled > under and 2 * titled > len(places) else set()
    return frozenset(above | ({"byline"} if 2 * named > len(places) else set()))


def is_near(words: str, day: date) -> bool:
    """Tell whether a stamp names no day, or one not far from `day`."""
    told = day_of(iso(words, None) or day.isoformat())
    return told is not None and abs(told - day) <= NEAR


def _places(entry: Entry, stamps: frozenset[int]) -> list[int]:
    return [at for at, block in enumerate(entry.blocks) if block.start in stamps]


def _is(blocks: Blocks, end: int, role: str) -> bool:
    return any(block.role == role for block in blocks[:end])


def _begins(
    blocks: Blocks, stamps: frozenset[int], lead: frozenset[str], signed: int
) -> Iterator[int]:
    """Yield where entries begin in what was laid out as one.

    A name above a stamp leads to it where most do, or where it stands at `signed` or below: what
    stands further up may be the page's own.
    """
    for at, block in enumerate(blocks):
        if block.start in stamps:
            yield blocks[_above(blocks, at, lead, signed)].start


def _is_signed(entry: Entry) -> bool:
    """Tell whether what has no stamp is an entry, and no part of the one above."""
    return entry.byline is not None and not any(block.role == "stamp" for block in entry.blocks)


def _above(blocks: Blocks, at: int, lead: frozenset[str], signed: int) -> int:
    """Return the place of the first block of those that lead to a stamp, each role once."""
    missing = {*lead, "byline"}
    while at and (above := blocks[at - 1]).role in missing:
        if above.role == "byline" and "byline" not in lead and above.start < signed:
            break
        at -= 1
        missing.remove(above.role)
    return at


def _entries(entries: Sequence[Entry], begins: Sequence[int]) -> Iterator[Entry]:
    blocks = [block for entry in entries for block in entry.blocks]
    bylines = [entry.byline for entry in entries if entry.byline]
    stamps = [entry.stamp for entry in entries if entry.stamp]
    starts = [block.start for block in blocks]
    for begin, end in pairwise([*begins, blocks[-1].end]):
        inside = tuple(blocks[bisect_left(starts, begin) : bisect_left(starts, end)])
        title = next(((one.start, one.end) for one in inside if one.role == "headline"), None)
        byline, stamp = _within(bylines, begin, end), _within(stamps, begin, end)
        yield Entry(begin, inside[-1].end, title, byline, stamp, inside)


def _within(known: Sequence[Told], begin: int, end: int) -> Told | None:
    at = bisect_left(known, begin, key=lambda one: one.start)
    return known[at] if at < len(known) and known[at].start < end else None
