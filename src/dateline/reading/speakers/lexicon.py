"""The words that say that somebody says something, and how each is built into a sentence."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import cast

from dateline.codebook import HedgeClass
from dateline.reading.speakers.attribution import Act


@dataclass(frozen=True)
class Word:
    """A cue word. `frames` are "quote", "clause", "object", "rest", "gerund", "listener",
    "whom" (not without a listener), or a preposition that leads to the content; "to" also leads
    to an infinitive."""

    lemma: str
    normal: str
    hedge: HedgeClass
    act: Act
    frames: frozenset[str]


@lru_cache(maxsize=1)
def verbs() -> Mapping[str, Word]:
    """Return the cue verbs by lemma."""
    return _words("cue-verbs.csv")


@lru_cache(maxsize=1)
def nouns() -> Mapping[str, Word]:
    """Return the nouns of saying ("claim", "report") by lemma."""
    return _words("cue-nouns.csv")


@lru_cache(maxsize=1)
def adjectives() -> Mapping[str, Word]:
    """Return the adjectives of thinking and judging ("confident that", "opposed to") by lemma."""
    return _words("cue-adjectives.csv")


@lru_cache(maxsize=1)
def adverbs() -> Mapping[str, Word]:
    """Return the adverbs that attribute to nobody ("reportedly") in lower case."""
    return _words("cue-adverbs.csv")


def speaks(lemma: str) -> bool:
    """Return whether the verb is one of saying."""
    word = verbs().get(lemma)
    return word is not None and word.act == "says"


@lru_cache(maxsize=16)
def listed(name: str) -> frozenset[str]:
    """Return a list of words: "thing" ("video", "map": what carries words), "time" ("today"),
    "making" ("upload"), "spreading" ("emerge"), "carrier" ("interview"), "label" ("photo"),
    "generic" ("group"), "monitor" (in the names of bodies that count the dead: "Observatory"),
    "teller" ("correspondent")."""
    return frozenset(row["word"] for row in _rows("speaker-words.csv") if row["list"] == name)


def _words(name: str) -> Mapping[str, Word]:
    return MappingProxyType({row["word"]: _word(row) for row in _rows(name)})


def _word(row: dict[str, str]) -> Word:
    return Word(
        row["word"],
        row["normal"],
        cast(HedgeClass, row["hedge"]),
        cast(Act, row["act"]),
        frozenset(row["frames"].split()),
    )


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = (files("dateline.reading") / "data" / name).read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())
