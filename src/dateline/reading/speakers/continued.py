"""Speech that goes on: a quotation that nobody owns belongs to whoever spoke just before it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.reading.speakers.attribution import Attribution
from dateline.reading.speakers.direct import Quoted
from dateline.reading.speakers.quotes import Quote


def continued(found: Sequence[Attribution], quoted: Quoted) -> list[Attribution]:
    """Return the attributions with the quotations that follow theirs at once."""
    done = list(found)
    ends = {_end(one): index for index, one in enumerate(done) if one.quoted}
    for quote in _free(found, quoted):
        before = quote.start
        while before and quoted.text[before - 1].isspace():
            before -= 1
        index = ends.get(before, ends.get(before - 1))
        if index is not None:
            one = done[index]
            done[index] = replace(one, contents=(*one.contents, (quote.start, quote.end)))
            ends[quote.end] = index
    return done


def _end(one: Attribution) -> int:
    return max(one.cue[1], one.contents[-1][1], one.source[1] if one.source else 0)


def _free(found: Sequence[Attribution], quoted: Quoted) -> Iterator[Quote]:
    """Yield the quotations of whole sentences that stand in no content."""
    taken = sorted(part for one in found for part in one.contents)
    starts = [start for start, _ in taken]
    reached = 0
    for quote in quoted.said:
        index = bisect_right(starts, quote.start)
        reached = max([reached, *(end for _, end in taken[:index][-1:])])
        if quote.whole and reached <= quote.start:
            yield quote
