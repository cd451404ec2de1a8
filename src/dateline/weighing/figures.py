"""Figures: what each claim counts, and why some of them count in nothing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from dateline.codebook import Category, Toll
from dateline.weighing.parts import Groups
from dateline.weighing.ranges import Range
from dateline.weighing.testimony import Testimony, Voice

LARGEST: Final = 10**11
"""More than all people who ever lived: what counts more is a slip of reading."""
Why = Literal[
    "set_aside",
    "may_be",
    "denied",
    "foreseen",
    "cumulative",
    "below_zero",
    "no_interval",
    "no_bound",
    "too_large",
    "superseded",
    "older",
    "part",
    "passed_on",
]
"""Why a figure is out of the range: set aside by an editor; perhaps of another incident; denied or
negated; foretold; a count over a period; below zero; low above high; without a bound; beyond
`LARGEST`; replaced by the claim that supersedes it; older than its speaker's newest; part of a
larger one in the same report; another voice's figure passed on."""


@dataclass(frozen=True)
class Figure:
    """A count that one voice gives."""

    voice: Voice
    category: Category
    groups: Groups
    range: Range
    claims: tuple[str, ...]
    """Ids of the claims that give it, repeats included: what a reader is led to."""
    words: str
    """As the first of them has it."""
    said_at: datetime
    report: str
    own: bool = False
    """Whether the voice says it in its own report."""
    as_of: str | None = None
    """EDTF, of a count over a period."""


@dataclass(frozen=True)
class LeftOut:
    """A count that stays visible and is in no range."""

    figure: Figure
    why: Why


def figures(testimonies: Iterable[Testimony]) -> Iterator[tuple[Figure, Why | None]]:
    """Yield every count of these claims, and why it counts in nothing if it does not."""
    for one in sorted(testimonies, key=lambda one: one.order):
        for toll in one.claim.tolls:
            yield figure(one, toll), unfit(one) or broken(toll) or period(one, toll)


def figure(testimony: Testimony, toll: Toll) -> Figure:
    """Return what one toll of a claim counts."""
    return Figure(
        voice=testimony.voices[0],
        category=toll.category,
        groups=frozenset(group for group in toll.groups if group != "unknown"),
        range=Range(toll.low, toll.high, toll.approximate),
        claims=(testimony.id,),
        words=toll.words,
        said_at=testimony.said_at,
        report=testimony.report,
        own=testimony.own,
        as_of=toll.as_of,
    )


def unfit(testimony: Testimony) -> Why | None:
    """Say why no count of a claim is one; "no one was killed" denies, and yet counts nobody."""
    claim = testimony.claim
    if testimony.set_aside:
        return "set_aside"
    if testimony.may_be:
        return "may_be"
    if claim.kind == "forecast" or claim.hedge.cls == "predicted":
        return "foreseen"
    denies = claim.negated or claim.kind == "denial" or claim.hedge.cls == "denied"
    return "denied" if denies and any(toll.high != 0 for toll in claim.tolls) else None


def broken(toll: Toll) -> Why | None:
    """Say why a toll is no count at all."""
    low, high = toll.low, toll.high
    if low is None and high is None:
        return "no_bound"
    if min(low or 0, high or 0) < 0:
        return "below_zero"
    if low is not None and high is not None and low > high:
        return "no_interval"
    return "too_large" if max(low or 0, high or 0) > LARGEST else None


def period(testimony: Testimony, toll: Toll) -> Why | None:
    """Say whether a toll counts a period, not this happening."""
    return "cumulative" if toll.cumulative or testimony.claim.kind == "toll" else None
