"""The words of two claims."""

from collections.abc import Iterator
from typing import Final

from dateline.weighing.grouping.part import Part
from dateline.weighing.grouping.signature import Signature

NEAR: Final = 0.6
ALIKE: Final = 0.3
FEWEST: Final = 4
"""Words; fewer are shared by chance."""


def text(one: Signature, other: Signature) -> Iterator[Part]:
    """Compare the words (Jaccard 1912); other words tell nothing: reports are worded freely."""
    if min(len(one.words), len(other.words)) < FEWEST:
        return
    share = len(one.words & other.words) / len(one.words | other.words)
    if share >= ALIKE:
        near = share >= NEAR
        yield Part(
            "text.near" if near else "text.alike",
            "nearly the same words" if near else "similar words",
        )
