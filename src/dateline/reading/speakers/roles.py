"""Words for what a speaker is: a person's rank or office, or a kind of body."""

import csv
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal, cast

Kind = Literal["person", "body"]


@lru_cache(maxsize=1)
def roles() -> Mapping[str, Kind]:
    """Return "person" or "body" by the word in lower case."""
    text = (files("dateline.reading") / "data" / "speaker-roles.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return MappingProxyType({row["word"]: cast(Kind, row["kind"]) for row in rows})
