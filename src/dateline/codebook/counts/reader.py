"""Every figure of a text, with its bounds and its unit."""

from dateline.codebook.counts.bounds import bounded
from dateline.codebook.counts.count import Count, Unit
from dateline.codebook.counts.lexicon import Lexicon, lexicon
from dateline.codebook.counts.numbers import Number, number_at
from dateline.codebook.counts.ranges import joined
from dateline.codebook.counts.tokens import Tokens, tokens
from dateline.codebook.counts.units import unit, unit_behind

MASKS: dict[str, Unit] = {
    "name": "name",
    "phone": "phone",
    "place": "place",
    "date": "date",
    "time": "time",
    "ordinal": "ordinal",
    "age": "age",
    "measure": "measure",
}
"""Tokens that are figures and no counts, by their pattern."""


def counts(text: str, language: str = "") -> list[Count]:
    """Return every figure of a text in its order, in time linear in its length.

    `language` is an ISO 639-1 code of `LANGUAGES`; without one, the words of all of them are read.
    Figures that count nobody and nothing (dates, names, distances) are told by their `unit`.
    """
    lexis = lexicon(language)
    stream = tokens(text, known=lexis.known, prefixes=lexis.numerals.prefixes)
    found: list[Count] = []
    behind = 0
    for n, (word, kind) in enumerate(zip(stream.words, stream.kinds, strict=True)):
        if n < behind or (kind != "number" and kind not in MASKS and word not in lexis.anchors):
            continue
        count, behind = count_at(stream, n, lexis, behind)
        if count is not None:
            found.append(count)
    return found


def count_at(stream: Tokens, n: int, lexis: Lexicon, behind: int) -> tuple[Count | None, int]:
    """Return the figure at a token, and the first token behind it."""
    if mask := MASKS.get(stream.kinds[n]):
        named = mask != "name" or any(ch.isdigit() for ch in stream.words[n])
        return (written(stream, n, n + 1, mask) if named else None), n + 1
    number = number_at(stream, n, lexis)
    if number is None or number.start < behind:
        return nobody(stream, n, lexis), behind
    if stream.word(number.start - 1) in lexis.numerals.no_number.get(stream.words[n], ()):
        return None, n + 1
    return read(stream, number, lexis, behind)


def read(stream: Tokens, first: Number, lexis: Lexicon, behind: int) -> tuple[Count, int]:
    """Return the count that a number makes with the words around it."""
    number, score = joined(stream, first, lexis)
    found = bounded(stream, number, lexis)
    start, end = stream.starts[max(found.start, behind)], stream.ends[found.end - 1]
    kind: Unit = "score" if score else unit(stream, number, found, lexis)
    words = stream.text[start:end]
    return Count(start, end, words, found.low, found.high, found.approximate, kind), found.end


def nobody(stream: Tokens, n: int, lexis: Lexicon) -> Count | None:
    """Return the zero of "no civilians"."""
    if stream.words[n] not in lexis.numerals.nothing:
        return None
    if unit_behind(stream, n + 1, lexis) != "people":
        return None
    return Count(
        stream.starts[n],
        stream.ends[n],
        stream.text[stream.starts[n] : stream.ends[n]],
        0,
        0,
        unit="people",
    )


def written(stream: Tokens, start: int, end: int, kind: Unit) -> Count:
    """Return a figure that is no count."""
    first, last = stream.starts[start], stream.ends[end - 1]
    return Count(first, last, stream.text[first:last], None, None, unit=kind)
