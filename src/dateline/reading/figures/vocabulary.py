"""Words that make a figure a toll, by what they say and how they stand to the figure."""

import csv
from collections.abc import Iterator, Mapping
from importlib.resources import files
from types import MappingProxyType
from typing import Final, cast

from dateline.codebook import Category, Group

FOLDER: Final = files("dateline.reading") / "data"


def _rows(name: str) -> Iterator[dict[str, str]]:
    yield from csv.DictReader((FOLDER / name).read_text(encoding="utf-8").splitlines())


def _harm(how: str) -> Mapping[str, Category]:
    rows = [row for row in _rows("harm.csv") if row["how"] == how]
    return MappingProxyType(
        {word: cast(Category, row["category"]) for row in rows for word in row["words"].split("|")}
    )


def _things(how: str) -> Mapping[str, str]:
    rows = [row for row in _rows("things.csv") if row["how"] == how]
    return MappingProxyType(
        {word: row["category"] for row in rows for word in row["words"].split("|")}
    )


def _groups() -> Mapping[str, tuple[Group, ...]]:
    found: dict[str, tuple[Group, ...]] = {}
    for row in _rows("groups.csv"):
        for word in row["words"].split("|"):
            found[word] = (*found.get(word, ()), cast(Group, row["group"]))
    return MappingProxyType(found)


OBJECTS: Final = _harm("object")
"""Verbs whose object is counted: "killing 12"."""
SUBJECTS: Final = _harm("subject")
"""Verbs whose subject is: "12 have died"."""
STATES: Final = _harm("state")
"""Words behind the counted: "12 dead", "40 injured"."""
NOUNS: Final = _harm("noun")
"""Nouns that are counted themselves: "46 sorties", "12 bodies"."""
OF: Final = _harm("of")
"""Nouns of which the counted hang: "the deaths of 12 people"."""
THINGS: Final = cast(Mapping[str, Category], _things("noun"))
"""Things that are counted where they are hit or taken."""
HIT: Final[Mapping[str, str]] = MappingProxyType({**_things("verb"), **_things("phrase")})
"""Verbs that hit or take them, the phrases with a space."""
HIT_OF: Final = _things("of")
GROUPS_OF: Final = _groups()
"""Who a noun for people says they were; "unknown" where it says no more than that."""
