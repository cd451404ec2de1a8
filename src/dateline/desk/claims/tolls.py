"""The tolls of a claim, from what its form says."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from dateline.codebook import At, Claim, Toll
from dateline.codebook.counts import counts
from dateline.codebook.grounding import faults

from .dating import days_of
from .scene import Scene
from .standing import NotThereError

TOLLS = 6
"""Rows that a form has at most; a clause that says more is several claims."""


def tolls_of(said: Mapping[str, Any], scene: Scene) -> Iterator[Toll]:
    """Yield what is counted. Raises NotThereError at the field of a toll that cannot stand."""
    old = scene.before.tolls if scene.before else ()
    for n in range(TOLLS):
        field = f"toll_{n}_words"
        if words := said.get(field):
            before = old[n] if n < len(old) else None
            at = scene.at(field, words, before)
            yield _sound(_toll(said, n, scene.words(at), at, before), field, scene)


def _toll(said: Mapping[str, Any], n: int, words: str, at: At, before: Toll | None) -> Toll:
    low, high = said[f"toll_{n}_low"], said[f"toll_{n}_high"]
    if not said[f"toll_{n}_category"]:
        raise NotThereError(f"toll_{n}_category", "Say what is counted.")
    toll = Toll(
        category=said[f"toll_{n}_category"],
        groups=tuple(said[f"toll_{n}_groups"]) or ("unknown",),
        low=low,
        high=high,
        words=words,
        at=at,
        approximate=said[f"toll_{n}_approximate"],
        cumulative=said[f"toll_{n}_cumulative"],
        as_of=_as_of(said[f"toll_{n}_as_of"], f"toll_{n}_as_of", before),
    )
    return toll if low is not None or high is not None else _counted(toll, f"toll_{n}_low")


def _as_of(edtf: str, field: str, before: Toll | None) -> str | None:
    if edtf and not (before and before.as_of == edtf):  # a reader may know more than days
        days_of(edtf, field)
    return edtf or None


def _counted(toll: Toll, field: str) -> Toll:
    """Return a toll with the number that its words say."""
    found = next((count for count in counts(toll.words) if count.counted), None)
    if found is None:
        raise NotThereError(field, "These words hold no number. Say at least how many.")
    about = toll.approximate or found.approximate
    return replace(toll, low=found.low, high=found.high, approximate=about)


def _sound(toll: Toll, field: str, scene: Scene) -> Toll:
    start, end = scene.quote
    alone = Claim(scene.words(scene.quote), start, end, "toll", tolls=(toll,))
    for fault in faults(alone, scene.text):
        words = fault.removeprefix("toll: ")
        raise NotThereError(field, f"{words[0].upper()}{words[1:]}.")
    return toll
