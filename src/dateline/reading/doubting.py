"""How sure a sentence is that no parser reads: by the words that deny, doubt or foresee."""

import csv
import re
from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType
from typing import Final, cast

from dateline.codebook import At, Hedge, HedgeClass
from dateline.reading.sureness import DOUBT

NOT: Final = MappingProxyType(
    {
        "ru": re.compile(r"\b(?:не|нет|без(?!\s+вести)|ни один)\s+(?:\w+\s+)?$"),
        "uk": re.compile(r"\b(?:не|немає|нема|без(?!\s+вісти)|жоден)\s+(?:\w+\s+)?$"),
        "ar": re.compile(r"\b[وف]?(?:لم|لن|لا|ما|عدم|دون|بدون|بلا|ليس)\s+(?:\w+\s+)?$"),
    }
)
"""What says no, at the end of what stands before a word; one word may stand between."""
NEAR: Final = 30
"""Code points before a word within which its "not" stands."""
COUNTED_OUT: Final = re.compile(r"\b[وف]?(?:لم|لن)\s+\w+\s+$")
"""Arabic's "did not" before a verb whose figure follows: "لم يقتل 12"."""


def _doubts() -> Mapping[str, tuple[tuple[HedgeClass, re.Pattern[str]], ...]]:
    text = (files("dateline.reading") / "data" / "doubt-words.csv").read_text(encoding="utf-8")
    found: dict[str, tuple[tuple[HedgeClass, re.Pattern[str]], ...]] = {}
    for row in csv.DictReader(text.splitlines()):
        pattern = re.compile(rf"\b(?:{row['patterns']})\b")
        one = (cast(HedgeClass, row["class"]), pattern)
        found[row["language"]] = (*found.get(row["language"], ()), one)
    return MappingProxyType(found)


DOUBTS: Final = _doubts()


def doubt(text: str, folded: str, at: At, language: str) -> Hedge:
    """Return the most doubting hedge of a sentence in Arabic, Russian or Ukrainian.

    A word of doubt that is itself denied ("does not rule out") is none. Offsets are the text's.
    """
    found = (
        Hedge(cls, text[slice(*hit.span())], hit.span())
        for cls, pattern in DOUBTS[language]
        for hit in pattern.finditer(folded, *at)
        if not is_negated(folded, hit.start(), at[0], language)
    )
    return max(found, key=lambda one: DOUBT[one.cls], default=Hedge("asserted"))


def is_negated(folded: str, start: int, first: int, language: str) -> bool:
    """Tell whether "not" or "without" stands before a word of the sentence that begins at first."""
    return NOT[language].search(_before(folded, start, first)) is not None


def is_counted_out(folded: str, start: int, first: int, language: str) -> bool:
    """Tell whether the verb right before a figure says that so many were not."""
    before = _before(folded, start, first)
    return language == "ar" and COUNTED_OUT.search(before) is not None


def _before(folded: str, start: int, first: int) -> str:
    return folded[max(first, start - NEAR) : start]
