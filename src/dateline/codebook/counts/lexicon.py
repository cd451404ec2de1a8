"""One language's table, or all of them together, made ready for looking up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any, Generic, TypeVar

from dateline.codebook.counts.languages import LANGUAGES
from dateline.codebook.counts.languages.table import Bound, Numerals, Span

Value = TypeVar("Value")


@dataclass(frozen=True)
class Phrases(Generic[Value]):
    """Phrases by the word that a look-up starts from, the longest first."""

    by_word: Mapping[str, tuple[tuple[tuple[str, ...], Value], ...]]

    @classmethod
    def of(cls, table: Mapping[str, Value], *, end: int) -> "Phrases[Value]":
        """Return phrases by their first word (`end` 0) or their last (-1)."""
        rows = sorted(((tuple(p.split()), v) for p, v in table.items()), key=lambda r: -len(r[0]))
        found: dict[str, tuple[tuple[tuple[str, ...], Value], ...]] = {}
        for words, value in rows:
            found[words[end]] = (*found.get(words[end], ()), (words, value))
        return cls(found)

    def starting(self, words: list[str], n: int) -> tuple[int, Value] | None:
        """Return the length and the value of the longest phrase that starts at a word."""
        for phrase, value in self.by_word.get(words[n], ()) if n < len(words) else ():
            if tuple(words[n : n + len(phrase)]) == phrase:
                return len(phrase), value
        return None

    def ending(self, words: list[str], n: int) -> tuple[int, Value] | None:
        """Return the length and the value of the longest phrase that ends before a word."""
        for phrase, value in self.by_word.get(words[n - 1], ()) if n > 0 else ():
            if tuple(words[max(0, n - len(phrase)) : n]) == phrase:
                return len(phrase), value
        return None


@dataclass(frozen=True)
class Lexicon:
    """A table with its phrases sorted, and every word at which a figure may begin."""

    numerals: Numerals
    vague: Phrases[Span]
    before: Phrases[Bound]
    after: Phrases[Bound]
    anchors: frozenset[str]
    known: frozenset[str]


@lru_cache(maxsize=8)
def lexicon(language: str) -> Lexicon:
    """Return a language's lexicon by its ISO 639-1 code; every language's for any other code."""
    chosen = (LANGUAGES[language],) if language in LANGUAGES else tuple(LANGUAGES.values())
    table = united(chosen)
    vague = Phrases.of(table.vague, end=0)
    anchors = {*table.small, *table.scales, *vague.by_word, *table.nothing}
    phrases = " ".join((*table.vague, *table.before, *table.after)).split()
    known = {*anchors, *phrases, *table.units, *table.months}
    return Lexicon(
        table,
        vague,
        Phrases.of(table.before, end=-1),
        Phrases.of(table.after, end=0),
        frozenset(anchors),
        frozenset(known),
    )


def united(tables: Iterable[Numerals]) -> Numerals:
    """Return one table of several; where they disagree, the first says."""
    first, *rest = tables
    for table in rest:
        first = Numerals(
            **{
                f.name: both(getattr(first, f.name), getattr(table, f.name))
                for f in fields(Numerals)
            }
        )
    return first


def both(one: Any, two: Any) -> Any:
    """Return two values of a field as one."""
    if isinstance(one, frozenset):
        return one | two
    if isinstance(one, tuple):
        return one + two
    return {**two, **one} | {
        key: one[key] | two[key]
        for key in one.keys() & two.keys()
        if isinstance(one[key], frozenset)
    }
