"""Areas in short ("Tenn.", "TX", "NSW"), and those that a comma joins to a town's name."""

import csv
import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final, NamedTuple

from dateline.places.demonyms import country_names

AFTER_COMMA: Final = re.compile(r"\s*,\s*(?P<named>(?:[A-Z][\w.]* ?){1,3})")


class Area(NamedTuple):
    """An area's full name and its country."""

    name: str
    country: str


@lru_cache(maxsize=1)
def abbreviations() -> Mapping[str, Area]:
    """Return the areas by their short names, without points."""
    text = (files("dateline.places") / "data" / "abbreviations.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    found = {
        short: Area(row["name"], row["country"]) for row in rows for short in row["short"].split()
    }
    return MappingProxyType(found)


def area_of(words: str) -> Area | None:
    """Return the area of words that are plainly short: "NSW" and "Tenn." are, "Alta" is not."""
    is_short = words.isupper() or words.endswith(".")
    return abbreviations().get(words.replace(".", "")) if is_short else None


def following(after: str) -> Area | None:
    """Return the area that a comma joins to a name: what comes after "Paris" in "Paris, Tenn"."""
    told = AFTER_COMMA.match(after)
    words = told["named"].split() if told else []
    for many in range(len(words), 0, -1):
        name = " ".join(words[:many])
        if area := _by_name().get(name.rstrip(".")) or abbreviations().get(name.replace(".", "")):
            return area
    return None


@lru_cache(maxsize=1)
def _by_name() -> Mapping[str, Area]:
    """Return the same areas, and the countries, by their full names."""
    countries = {name: Area(name, code) for code, name in country_names().items()}
    return MappingProxyType(countries | {area.name: area for area in abbreviations().values()})
