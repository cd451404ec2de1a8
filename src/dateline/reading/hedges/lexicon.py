"""The words that hedge and that negate, by how they stand in a sentence."""

import csv
from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType
from typing import Final, cast

from dateline.codebook import HedgeClass


def _rows(name: str) -> list[dict[str, str]]:
    text = (files("dateline.reading") / "data" / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def _hedges() -> Mapping[str, Mapping[str, HedgeClass]]:
    found: dict[str, dict[str, HedgeClass]] = {}
    for row in _rows("hedges.csv"):
        words = dict.fromkeys(row["words"].split("|"), cast(HedgeClass, row["class"]))
        found.setdefault(row["how"], {}).update(words)
    return MappingProxyType(found)


HEDGING: Final = _hedges()
"""How a word stands ("adverb", "modal", "raised"…) → lemma or word → class."""
NEGATING: Final = MappingProxyType(
    {row["how"]: frozenset(row["words"].split("|")) for row in _rows("negations.csv")}
)
"""How a word stands → the words."""
EVIDENCE: Final = frozenset(
    {"video", "footage", "image", "photo", "photograph", "picture", "clip", "map", "post", "film"}
)
"""What shows a thing: that it exists is not what "purportedly shows" is unsure of."""
BACKWARD: Final = frozenset(
    {"this", "that", "it", "which", "these", "those", "they", "claim", "report", "figure"}
    | {"account", "information", "number", "toll", "statement", "allegation", "authenticity"}
)
"""Words for what was said before: "the claim could not be verified"."""
