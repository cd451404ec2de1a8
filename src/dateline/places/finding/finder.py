"""Finds the places that a text names."""

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from dateline.places.demonyms import country_of
from dateline.places.finding.candidate import Candidate
from dateline.places.finding.choose import candidates, choose
from dateline.places.finding.extend import Stretch, extended
from dateline.places.finding.found import Found, Sort
from dateline.places.finding.patterns import unknown_names
from dateline.places.finding.reading import Reading, read
from dateline.places.finding.relative import relatives
from dateline.places.finding.standing import Standings
from dateline.places.finding.support import support
from dateline.places.gazetteer import Gazetteer
from dateline.places.mention import Mention

ROUNDS: Final = 2
"""A list lends evidence from its first name to its second, then to its third."""
CACHED: Final = 20_000
Span = tuple[int, int]
"""The first character and the one after the last."""


class Told(NamedTuple):
    """What sort of words a span is."""

    sort: Sort
    form: str = ""


class Finder:
    """Finds mentions in one text after another; what it looked up once it remembers."""

    def __init__(
        self, gazetteer: Gazetteer, *, country: str = "", known: Collection[str] = ()
    ) -> None:
        self._standings = Standings(gazetteer, country, known)
        self._is_demonym = lru_cache(maxsize=CACHED)(lambda word: bool(country_of(word)))

    def mentions(self, text: str) -> list[Found]:
        """Return the mentions of a text by where they begin, the longer first.

        Names and demonyms do not overlap; a relative mention holds the names that it stands on.
        """
        reading = read(text)
        names = _names(reading, self._taken(reading))
        stretches = sorted(stretch for stretch, _ in names)
        covered = {n for first, last in stretches for n in range(first, last)}
        found = {_span(reading, s, c): Told("name", c.form if c else "") for s, c in names}
        found |= {span: Told("demonym") for span in self._demonyms(reading, covered)}
        for stretch in relatives(reading.tokens, stretches):
            found.setdefault(_span(reading, stretch, None), Told("relative"))
        return [_found(text, span, told) for span, told in sorted(found.items(), key=_order)]

    def _taken(self, reading: Reading) -> list[Candidate]:
        found = [list(candidates(reading, n, self._standings)) for n in range(len(reading.tokens))]
        found = [choices for choices in found if choices]
        taken = choose(found, {})
        for _ in range(ROUNDS):
            taken = choose(found, support(reading, found, taken))
        return taken

    def _demonyms(self, reading: Reading, covered: Collection[int]) -> Iterator[Span]:
        for n, token in enumerate(reading.tokens):
            if token.shape == "sign" or (token.shape == "small" and token.text.isascii()):
                continue
            if n not in covered and self._is_demonym(token.text):
                yield token.start, token.end


def mentions(
    text: str, gazetteer: Gazetteer, *, country: str = "", known: Collection[str] = ()
) -> list[Found]:
    """Return every mention of a place in a text, by where it begins.

    `country` (ISO 3166-1, two letters) is where most of the text's places are held to lie; `known`
    are names that the desk has learnt and no gazetteer has. Time is linear in the text's length.
    """
    return Finder(gazetteer, country=country, known=known).mentions(text)


Named = tuple[Stretch, Candidate | None]


def _names(reading: Reading, taken: Sequence[Candidate]) -> list[Named]:
    """Return the stretches of names: known ones with their heads, then unknown ones."""
    found: list[Named] = []
    free = 0
    for candidate in taken:
        stretch = candidate.first, candidate.last
        if reading.tokens[candidate.first].shape != "caseless":
            first, last = extended(reading.tokens, *stretch, loud=reading.loud[candidate.first])
            stretch = max(first, free), last
        if candidate.first >= free:
            found.append((stretch, candidate))
            free = stretch[1]
    covered = {n for (first, last), _ in found for n in range(first, last)}
    areas = {candidate.first for candidate in taken if candidate.area}
    unknown = unknown_names(reading.tokens, reading.runs.values(), reading.loud, areas, covered)
    return [
        *found,
        *((stretch, None) for stretch in unknown if covered.isdisjoint(range(*stretch))),
    ]


def _span(reading: Reading, stretch: Stretch, candidate: Candidate | None) -> Span:
    start, end = reading.tokens[stretch[0]].start, reading.tokens[stretch[1] - 1].end
    return (start + candidate.skip, end - candidate.cut) if candidate else (start, end)


def _order(item: tuple[Span, Told]) -> tuple[int, int]:
    (start, end), _ = item
    return start, -end


def _found(text: str, span: Span, told: Told) -> Found:
    return Found(Mention.at(text, *span), told.sort, told.form)
