"""Words for people and things of a country: "Syrian", "российский", "السورية"."""

import csv
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

from dateline.places.names import plain


@lru_cache(maxsize=1)
def demonyms() -> Mapping[str, tuple[str, ...]]:
    """Return the countries that a word may stand for, by the word as `plain` makes it.

    "Congolese" and "Dominican" stand for two.
    """
    text = (files("dateline.places") / "data" / "demonyms.csv").read_text(encoding="utf-8")
    found: dict[str, tuple[str, ...]] = {}
    for row in csv.DictReader(text.splitlines()):
        for word in row["words"].split("|"):
            found[plain(word)] = (*found.get(plain(word), ()), row["country"])
    return MappingProxyType(found)


def country_of(word: str) -> tuple[str, ...]:
    """Return the countries that a word is an adjective of; a plural's "s" is no other word."""
    folded = plain(word)
    return demonyms().get(folded) or demonyms().get(folded.removesuffix("s"), ())
