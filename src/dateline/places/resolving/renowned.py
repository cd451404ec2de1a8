"""Names that news means one place by, though size alone would choose another: "Gaza"."""

import csv
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

from dateline.places.abbreviations import Area
from dateline.places.names import key


@lru_cache(maxsize=1)
def renowned() -> Mapping[str, Area]:
    """Return, by the key of each such name, what the place is called, and its country."""
    text = (files("dateline.places") / "data" / "renowned.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return MappingProxyType({key(row["name"]): Area(row["meant"], row["country"]) for row in rows})
