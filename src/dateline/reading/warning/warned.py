"""What is found wrong with the sourcing of some words, and the one way to mend it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from dateline.codebook import Claim

Kind = Literal["unsourced", "number", "hedge", "place", "date", "denied"]
"""Nothing behind it; a figure, a hedge or a place that differs from the claim's; a day that is not
sure; a denial that is not mentioned."""


@dataclass(frozen=True)
class Fix:
    """Put these words where that stretch stands; an empty stretch is a place to put them in."""

    start: int
    end: int
    """Code points of the passage."""
    words: str
    """As they are to stand in the text, marks of claims included; "…" is left to the editor."""
    says: str
    """What is done, in a few plain words."""


@dataclass(frozen=True)
class Warned:
    """Words whose sourcing an editor should look at. Offsets are code points of the passage."""

    kind: Kind
    start: int
    end: int
    words: str
    why: str
    """One plain sentence."""
    fix: Fix


@dataclass(frozen=True)
class Known:
    """What is known of the happenings that a passage tells of."""

    claims: Mapping[str, Claim] = field(default_factory=dict)
    """What marks rest on, by the claims' ids. What is not here is not checked."""
    nearby: Mapping[str, Claim] = field(default_factory=dict)
    """Others that may be about the same: of the incident, or of the place and day."""
    accepted: frozenset[str] = frozenset()
    """Those of `nearby` that a mark may rest on."""
    beside: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """For a claim that is marked, those of `nearby` that are in its incident."""
