"""The search behind a phrase: one gazetteer, one country, one place to be near to."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from dateline.places.candidate import Candidate
from dateline.places.feature_words import Meaning, split
from dateline.places.finding.inflected import base_forms
from dateline.places.gazetteer import Gazetteer
from dateline.places.names import key
from dateline.places.near import Point
from dateline.places.wordings import readings

Finder = Callable[..., list[Candidate]]
MOST: Final = 20
BESIDE_M: Final = 4_000
NO_NAMES: Final = frozenset({"the", "a", "an", "this", "that", "its", "their"})
"""What is left of "the countryside", and happens to be an airport's code."""


@dataclass(frozen=True, slots=True)
class Search:
    """Finds names with the bias that holds for a whole phrase."""

    gazetteer: Gazetteer
    finder: Finder
    country: str = ""
    near: Point | None = None

    def find(self, name: str, near: Point | None = None, loose: bool = True) -> list[Candidate]:
        """Return what a bare name means."""
        if key(name) in NO_NAMES:
            return []
        near = near or self.near
        return self.finder(
            self.gazetteer, name, country=self.country, near=near, most=MOST, loose=loose
        )

    def named(self, words: str, near: Point | None = None) -> list[Candidate]:
        """Return what a name means, its feature word obeyed and its ending undone."""
        forms = list(base_forms(words))
        for form in forms:
            if whole := self.find(form, near, loose=False):
                return whole
        for core, meaning, word in filter(None, map(split, forms)):
            if found := self.named(core, near):
                return _asked([*self._areas(found[0], meaning), *found], meaning, word)
        for told in readings("beside", words):
            if found := self.named(told.name, near):
                return [_beside(one) for one in found]
        return self.find(words, near)

    def _areas(self, place: Candidate, meaning: Meaning) -> list[Candidate]:
        """Return the areas that are named for a place, in whatever alphabet it was written."""
        told = self.gazetteer.above(place.row)[1:] if place.row and meaning.levels else ()
        names = {key(name) for name in self.gazetteer.names(place.row)} if told else set()
        areas = [s for s in told if s.level in meaning.levels and key(s.name) in names]
        return [c for a in areas for c in self.find(a.name, loose=False) if c.row == a.row]


def _asked(found: list[Candidate], meaning: Meaning, word: str) -> list[Candidate]:
    """Return the candidates that the feature word means, else what is named for them, made wide."""
    kinds = [c for c in found if c.kind in meaning.kinds] if meaning.kinds else []
    levels = [c for n in meaning.levels for c in found if c.level == n]
    if kinds or levels:
        rest = [c for c in found if c not in kinds and c not in levels]
        return [*kinds, *levels, *rest]
    if meaning.level is None:
        return found
    return [_named_for(c, meaning, word) for c in found]


def _named_for(place: Candidate, meaning: Meaning, word: str) -> Candidate:
    if meaning.beyond_m == 0 or place.level in ("country", "region", "governorate"):
        return place
    radius = place.radius_m + meaning.beyond_m
    why = f"no {word} of this name is known; within {radius / 1000:.0f} km of {place.name}"
    return replace(place, level=meaning.level or place.level, radius_m=radius, why=why)


def _beside(place: Candidate) -> Candidate:
    """Return a place as what lies beside it: no nearer than its own width and some."""
    return replace(place, radius_m=place.radius_m + BESIDE_M, why=f"beside it: {place.why}")
