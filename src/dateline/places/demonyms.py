"""Words for people and things of a country: "Syrian", "российский", "السورية"."""

import csv
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

from dateline.places.names import plain


@lru_cache(maxsize=1)
def demonyms() -> Mapping[str, tuple[str, ...]]:
    """Return the countries that a word may stand for, by the word as `plain` makes it.

    "Congolese" and "Dominican" stand for two.
    """
    found: dict[str, tuple[str, ...]] = {}
    for row in _rows():
        for word in row["words"].split("|"):
            found[plain(word)] = (*found.get(plain(word), ()), row["country"])
    return MappingProxyType(found)


def country_of(word: str) -> tuple[str, ...]:
    """Return the countries that a word is an adjective of; a plural's "s" is no other word."""
    folded = plain(word)
    return demonyms().get(folded) or demonyms().get(folded.removesuffix("s"), ())


@lru_cache(maxsize=1)
def country_names() -> Mapping[str, str]:
    """Return the English name of each country that has an adjective, by its ISO 3166-1 code."""
    return MappingProxyType({row["country"]: row["name"] for row in _rows()})


def _rows() -> Iterator[dict[str, str]]:
    text = (files("dateline.places") / "data" / "demonyms.csv").read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())
