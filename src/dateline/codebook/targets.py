"""What can be hit, and whom: kinds of target, with the English nouns that name them."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True)
class TargetKind:
    """One kind of target."""

    kind: str
    label: str
    """In plain words."""
    words: tuple[str, ...]
    """English nouns in the singular, lower case; some of several words."""


def _kinds() -> Iterator[TargetKind]:
    text = (files("dateline.codebook") / "data" / "targets.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        yield TargetKind(row["kind"], row["label"], tuple(row["words"].split("|")))


TARGETS: Final[Mapping[str, TargetKind]] = MappingProxyType({each.kind: each for each in _kinds()})
"""Every kind of target by its name."""
TARGET_OF: Final[Mapping[str, str]] = MappingProxyType(
    {word: each.kind for each in TARGETS.values() for word in each.words}
)
"""The kind that a noun names: {"clinic": "medical", …}."""
