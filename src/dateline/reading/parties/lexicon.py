"""The lexicon: parties by their aliases, states by their names, roles by their nouns."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

from dateline.places.demonyms import demonyms
from dateline.reading.parties.words import words


@dataclass(frozen=True)
class Known:
    """What some words stand for."""

    name: str
    kind: str
    country: str
    keys: tuple[str, ...]
    spelt: tuple[str, ...]
    """The words exactly, where small letters would be another word ("IS", "US"); else ()."""
    seat: bool = False
    """A capital that stands for its government, and elsewhere is only a place."""


Lexicon = Mapping[str, tuple[Known, ...]]
"""By the first word, the longest first."""


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a data file of `dateline.reading`."""
    text = (files("dateline.reading") / "data" / f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@lru_cache(maxsize=1)
def word_classes() -> Mapping[str, frozenset[str]]:
    """Return the words of each class of classes.csv."""
    return MappingProxyType({r["class"]: frozenset(r["words"].split("|")) for r in rows("classes")})


def word_class(name: str) -> frozenset[str]:
    """Return the lemmas of one class. Raises KeyError for one that classes.csv lacks."""
    return word_classes()[name]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return named parties and states."""
    return _by_first([*_parties(), *_states()])


@lru_cache(maxsize=1)
def roles() -> Lexicon:
    """Return the nouns for who acts; a name is a template with `{adj}` for the country."""
    found = [
        _known(alias, row["named"], row["kind"], "")
        for row in rows("roles")
        for alias in row["words"].split("|")
    ]
    return _by_first(found)


@lru_cache(maxsize=1)
def adjectives() -> Mapping[str, str]:
    """Return the English adjective of each country."""
    found: dict[str, str] = {"US": "US", "GB": "British"}
    for row in rows("states"):
        found.setdefault(row["country"], row["name"])
    told = {codes[0]: word for word, codes in reversed(list(demonyms().items())) if word.isascii()}
    titled = {code: word.title() for code, word in told.items()}
    return MappingProxyType({**found, **titled, "US": "US", "GB": "British"})


def _parties() -> Iterator[Known]:
    for row in rows("parties"):
        for alias in row["aliases"].split("|"):
            yield _known(alias, row["name"], row["kind"], row["country"])


def _states() -> Iterator[Known]:
    for row in rows("states"):
        for alias in row["names"].split("|"):
            yield _known(alias, row["name"], "state", row["country"])
        for alias in filter(None, row["seat"].split("|")):
            yield _known(alias, row["name"], "government", row["country"], seat=True)


def _known(alias: str, name: str, kind: str, country: str, *, seat: bool = False) -> Known:
    found = words(alias)
    spelt = tuple(word.text for word in found) if alias.startswith("=") else ()
    return Known(name, kind, country, tuple(word.key for word in found), spelt, seat)


def _by_first(every: list[Known]) -> Lexicon:
    found: dict[str, list[Known]] = {}
    for known in every:
        found.setdefault(known.keys[0], []).append(known)
    ordered = {k: tuple(sorted(v, key=lambda each: -len(each.keys))) for k, v in found.items()}
    return MappingProxyType(ordered)
