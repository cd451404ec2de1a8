"""Which quotations a cue of speech owns: before it, after it, and going on after that."""

import re
from bisect import bisect_right
from typing import Final

from dateline.codebook import At
from dateline.reading.speakers.quotes import Quote, quotes

STOP: Final = re.compile(r"[.!?](?=\s|$)")
ABBREVIATION: Final = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sen|Rep|Gov|Maj|St|[A-Z])\.")
LONGEST_GAP: Final = 200
LONGEST_MARK: Final = 2
NEAR: Final = 12
SHORTEST: Final = 5
"""Words: less is a title or a word in quotation marks."""


class Quoted:
    """The quotations of one paragraph, and whose they are."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.said = quotes(text)
        self.spans = frozenset((quote.start, quote.end) for quote in self.said)
        self._starts = [quote.start for quote in self.said]

    def around(self, at: At) -> Quote | None:
        """Return the quotation that these words stand in."""
        index = bisect_right(self._starts, at[0]) - 1
        return self.said[index] if index >= 0 and at[1] <= self.said[index].end else None

    def owned(self, cue: At, source: At | None) -> list[Quote]:
        """Return the quotations of a cue that stands in none itself."""
        if self.around(cue) is not None:
            return []
        after = bisect_right(self._starts, cue[0])
        start, end = self._group(cue, source, after)
        found = [
            quote for quote in self.said[max(0, after - 1) : after] if self._leads(quote, start)
        ]
        for quote in self.said[after : after + 1]:
            gap = self.text[end : quote.start]
            if len(gap) < LONGEST_GAP and (_introduces(gap, quote) or (found and _goes_on(gap))):
                found.append(quote)
        return found

    def widened(self, at: At) -> At:
        """Return a content that breaks off in no quotation."""
        start, end = at
        first, last = self.around((start, start + 1)), self.around((end - 1, end))
        if first is not None and first is last:
            return (first.start, first.end) if start - first.start <= LONGEST_MARK else at
        if last is not None and last.start > start:
            end = last.end
        return (first.start if first is not None and first.end < end else start), end

    def _group(self, cue: At, source: At | None, after: int) -> At:
        """Return the cue with its source, where no quotation stands between them."""
        if source is None:
            return cue
        floor = self.said[after - 1].end if after else 0
        ceiling = self.said[after].start if after < len(self.said) else len(self.text)
        start = min(cue[0], source[0]) if source[0] >= floor else cue[0]
        return start, max(cue[1], source[1]) if source[1] <= ceiling else cue[1]

    def _leads(self, quote: Quote, start: int) -> bool:
        gap = self.text[quote.end : start]
        stopped = quote.words.endswith(".")
        near = quote.end <= start and len(gap) < NEAR and not STOP.search(gap)
        return (quote.whole or self._is_sentence(quote)) and near and not stopped

    def _is_sentence(self, quote: Quote) -> bool:
        """Return whether it begins where a sentence may, as speech does that lost its comma."""
        before = self.text[: quote.start].rstrip()[-1:]
        words = quote.words.split()
        return len(words) >= SHORTEST and words[0][:1].isupper() and before in {"", ".", "!", "?"}


def _introduces(gap: str, quote: Quote) -> bool:
    bare = gap.strip()
    if STOP.search(ABBREVIATION.sub("", bare)):
        return False
    return bare[-1:] in {",", ":"} or (not bare and quote.words[:1].isupper())


def _goes_on(gap: str) -> bool:
    """Return whether nothing but the end of the cue's own sentence stands between."""
    bare = ABBREVIATION.sub("", gap.strip())
    return len(STOP.findall(bare)) <= 1 and bare[-1:] in {".", ",", ";"}
