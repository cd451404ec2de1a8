"""What the gazetteer says for a name: how well known are the places that bear it?"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from dateline.places.finding.inflected import base_forms
from dateline.places.gazetteer import Gazetteer, Spot
from dateline.places.names import key, plain

LEVELS: Final = {
    **{"country": 3.2, "region": 3.0, "governorate": 2.4, "feature": 1.5, "district": 0.8},
    **{"neighbourhood": 0.2, "village": 0.2},
}
SIZES: Final = ((1_000_000, 3.0), (100_000, 2.2), (30_000, 1.5), (5_000, 0.9), (0, 0.3))
HERE: Final = 0.8
"""What lying in the country that the desk writes about adds."""
RESPELT: Final = 0.8
"""What a name costs that the gazetteer spells in another way."""
SEVERAL_WORDS: Final = 0.8
LEARNT: Final = 3.0
LONGEST: Final = 60
CACHED: Final = 20_000
MOST: Final = 60
"""Places of one name that are looked at: the best known of San José's 300 stand among them."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How much speaks for a name by itself."""

    key: str
    weight: float
    area: bool = False
    """It may be a country, a first-level area or a district: what others lie in."""
    level: str = ""
    form: str = ""
    """The name as the gazetteer has it, where an ending was taken off."""


class Standings:
    """Asks the gazetteer about names, each once."""

    def __init__(
        self, gazetteer: Gazetteer, country: str = "", known: Collection[str] = ()
    ) -> None:
        self._gazetteer, self._country = gazetteer, country
        self._known = frozenset(key(alias) for alias in known)
        self.of = lru_cache(maxsize=CACHED)(self._of)

    def _of(self, name: str) -> Standing | None:
        """Return the standing of a name, None where no place has it; endings of cases are tried."""
        if len(name) > LONGEST:
            return None
        for form in base_forms(name):
            if found := self._exact(form):
                return found if form == name else replace(found, form=form)
        return None

    def _exact(self, name: str) -> Standing | None:
        folded = key(name)
        if len(folded) < 2:
            return None
        if folded in self._known:
            return Standing(folded, LEARNT)
        named = self._gazetteer.named(folded)
        if not named:
            return None
        same = plain(name)
        exact = {row for row, known in named[:MOST] if plain(known) == same}
        rows = sorted({row for row, _ in named})[: MOST * 4]
        weights = [
            (self._weight(spot) - (0.0 if spot.row in exact else RESPELT), spot)
            for spot in self._gazetteer.spots(rows)
        ]
        weight, best = max(weights, key=lambda pair: pair[0])
        more = SEVERAL_WORDS if " " in same else 0.0
        area = any(s.level in ("country", "governorate", "district") for _, s in weights)
        return Standing(folded, weight + more, area, best.level)

    def _weight(self, spot: Spot) -> float:
        weight = LEVELS.get(spot.level, 0.0)
        if spot.level in ("city", "town", "village") and spot.population:
            weight = next(worth for least, worth in SIZES if spot.population >= least)
        return weight + (HERE if spot.country == self._country != "" else 0.0)
