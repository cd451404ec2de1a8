"""All names of a text weighed together: what lies near, in the same area, or in one another.

A mean-field approximation: each name keeps a distribution over its candidates, and is drawn by
what the others most likely mean (Speriosu and Baldridge 2013 show that minimal distance among the
places of a text resolves what prominence alone does not).
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dateline.codebook import EARTH_RADIUS_M, LEVELS, Level, distance_m
from dateline.places.candidate import Candidate
from dateline.places.gazetteer import Gazetteer
from dateline.places.match import Point, away_m
from dateline.places.names import key
from dateline.places.resolving.context import Context
from dateline.places.resolving.prior import is_seat, prior
from dateline.places.resolving.senses import Sense

Numbers = NDArray[np.float64]
MOST_SENSES: Final = 60
"""Names weighed together: a page's worth."""
ROUNDS: Final = 4
SHARP: Final = 4.0
"""How sure a name is of the better of two candidates that lie one point apart."""
SAID_INSIDE: Final = 3.0
"""For lying in the area that is named with it: "Paris, Texas"."""
OUTER: Final = 3
WHOLE: Final = 1.5
MOST: Final = 0.6
SAME_AREA: Final = 0.5
SAME_COUNTRY: Final = 0.6
NEAR: Final = 0.8
NEAR_M: Final = 60_000.0
AROUND: Final = 0.8
"""What a place inside says for its area or country, against one that lies right there."""
LISTED: Final = 0.8
ASKED: Final = 1.0
TOLD: Final = 0.5
FRONT: Final = 1.0
GOVERNS: Final = 1.0
NAMED_FOR_TOWN: Final = 0.4
POINTS: Final = frozenset({"village", "town", "city", "neighbourhood", "feature", "building"})


def choose(
    senses: Sequence[Sense],
    told: Mapping[str, int],
    context: Context,
    gazetteer: Gazetteer,
) -> None:
    """Order each name's candidates by what the whole text makes likeliest.

    A long text is read page by page, so that the cost grows with its length and no faster.
    `told` counts how often the text says "Syrian" or the like, by country.
    """
    known = [sense for sense in senses if sense.found]
    for start in range(0, len(known), MOST_SENSES):
        page = known[start : start + MOST_SENSES]
        scene = Scene(page, told, context, gazetteer)
        for sense, scores in zip(page, scene.settled(), strict=True):
            ranked = sorted(zip(scores, sense.found, strict=True), key=lambda one: -one[0])
            sense.found = [replace(one, score=round(float(s), 4)) for s, one in ranked]


class Scene:
    """The candidates of a page's names as arrays, one row each."""

    def __init__(
        self,
        senses: Sequence[Sense],
        told: Mapping[str, int],
        context: Context,
        gazetteer: Gazetteer,
    ) -> None:
        self.senses = senses
        self.rows = [one for sense in senses for one in sense.found]
        self.owner = np.repeat(np.arange(len(senses)), [len(sense.found) for sense in senses])
        self.starts = np.searchsorted(self.owner, np.arange(len(senses)))
        self.chains = [gazetteer.above(one.row) if one.row else () for one in self.rows]
        self.said = self._said_inside()
        known = [prior(one) - self._named_for_town(n) for n, one in enumerate(self.rows)]
        self.prior = np.array(known) + self._asked(told, context)
        self.support = self._support()

    def settled(self) -> list[Numbers]:
        """Return the scores of each name's candidates."""
        scores = self.prior + SAID_INSIDE * self.said
        for _ in range(ROUNDS):
            scores = self.prior + self._drawn(self._likely(scores))
        return [scores[self.owner == n] for n in range(len(self.senses))]

    def _likely(self, scores: Numbers) -> Numbers:
        """Return each row's share among those of its name."""
        top = np.maximum.reduceat(scores, self.starts)[self.owner]
        weight = np.exp(SHARP * (scores - top))
        share: Numbers = weight / np.add.reduceat(weight, self.starts)[self.owner]
        return share

    def _drawn(self, likely: Numbers) -> Numbers:
        """Return what the other names say for each row: all of them, and the one that says most."""
        by_name = np.maximum.reduceat(self.support * likely, self.starts, axis=1)
        by_name[np.arange(len(self.rows)), self.owner] = 0.0
        others = max(1, len(self.senses) - 1)
        said: Numbers = SAID_INSIDE * self.said
        drawn: Numbers = WHOLE * by_name.sum(axis=1) / others + MOST * by_name.max(axis=1) + said
        return drawn

    def _support(self) -> Numbers:
        """Return what each row, if meant, says for each other one."""
        country = np.array([one.country or f"?{n}" for n, one in enumerate(self.rows)])
        area = np.array([self._area(n) or -1 - n for n in range(len(self.rows))])
        points = np.array([one.level in POINTS for one in self.rows])
        one_country = country[:, None] == country[None, :]
        one_area = area[:, None] == area[None, :]
        around = (self._level("country") & one_country) | (self._level("governorate") & one_area)
        near = np.where(points[:, None] & points[None, :], self._nearness(), AROUND * around)
        support: Numbers = SAME_COUNTRY * one_country + SAME_AREA * one_area + NEAR * near
        support += LISTED * (self._listed() & one_country)
        return support

    def _listed(self) -> NDArray[np.bool_]:
        """Tell which rows are of one level and their names of one list."""
        lists = np.array(
            [[bool(a.lists & b.lists) for b in self.senses] for a in self.senses], dtype=bool
        )
        levels = np.array([LEVELS.index(one.level) for one in self.rows])
        same = levels[:, None] == levels[None, :]
        together: NDArray[np.bool_] = same & lists[self.owner[:, None], self.owner[None, :]]
        return together

    def _level(self, level: Level) -> NDArray[np.bool_]:
        """Tell which rows are of a level, as a column."""
        return np.array([[one.level == level] for one in self.rows])

    def _nearness(self) -> Numbers:
        """Return how near two rows lie: 1 right there, half at `NEAR_M`."""
        lat = np.radians([one.lat for one in self.rows])
        lon = np.radians([one.lon for one in self.rows])
        x, y, z = np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)
        units = np.stack([x, y, z], axis=1)
        chord = np.sqrt(np.clip(2 - 2 * units @ units.T, 0, 4)) * EARTH_RADIUS_M
        near: Numbers = 1 / (1 + chord / NEAR_M)
        return near

    def _area(self, n: int) -> int:
        """Return the row of the first-level area that a candidate lies in, 0 where unknown."""
        return next((spot.row for spot in self.chains[n] if spot.level == "governorate"), 0)

    def _named_for_town(self, n: int) -> float:
        """Return what an area loses that is named for its town: "Idlib" is a city, as a rule."""
        if self.rows[n].level != "governorate":
            return 0.0
        own = np.flatnonzero(self.owner == self.owner[n])
        towns = (m for m in own if self.rows[m].level in ("city", "town"))
        inside = any(spot.row == self.rows[n].row for m in towns for spot in self.chains[m])
        return NAMED_FOR_TOWN * inside

    def _said_inside(self) -> Numbers:
        """Tell which rows lie in the area that the text names with them."""
        return np.array([float(self._fits(n)) for n in range(len(self.rows))])

    def _fits(self, n: int) -> bool:
        within = self.senses[self.owner[n]].within
        if not within:
            return False
        one = self.rows[n]
        if within in {key(name) for name in one.admin}:
            return True
        outer = next((s.found for s in self.senses if key(s.words) == within), [])
        chain = {spot.row for spot in self.chains[n]}
        return any(
            around.id != one.id and (around.row in chain or _covers(around, one))
            for around in outer[:OUTER]
        )

    def _asked(self, told: Mapping[str, int], context: Context) -> Numbers:
        """Return what the column, the text's adjectives and its verbs say."""
        whole = sum(told.values()) or 1
        return np.array(
            [
                ASKED * (one.country == context.country != "")
                + TOLD * told.get(one.country, 0) / whole
                + FRONT * max((nearness(one, front) for front in context.fronts), default=0.0)
                + GOVERNS * (self.senses[self.owner[n]].governs and _governs(one))
                for n, one in enumerate(self.rows)
            ]
        )


def nearness(one: Candidate, front: Point) -> float:
    """Return how near a candidate lies to a front: 1 within it, half at `NEAR_M` from its edge."""
    return 1 / (1 + away_m(front, one.lat, one.lon) / NEAR_M)


def _governs(one: Candidate) -> bool:
    return one.level == "country" or is_seat(one)


def _covers(around: Candidate, one: Candidate) -> bool:
    if around.level == "country":
        return around.country == one.country
    wide = around.level in ("governorate", "district", "city", "region", "feature")
    away = distance_m(around.lat, around.lon, one.lat, one.lon)
    return wide and one.radius_m < around.radius_m and away <= around.radius_m
