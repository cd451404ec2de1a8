"""Where: the places of a text, and which of them a claim means."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

from dateline.codebook import LEVELS, At, Place
from dateline.places import Context, Gazetteer, resolve
from dateline.places.demonyms import country_of
from dateline.places.finding import Finder, Found
from dateline.places.resolving.prior import is_capital
from dateline.reading.spot import COARSE, Spot

PREPOSITION: Final = re.compile(
    r"\b(?:in|on|at|near|of|around|outside|inside|across|over|into|to|from|toward|towards|against"
    r"|between|within|throughout)\s+(?:the\s+)?(?:\w+\s+){0,4}$"
)
BEHIND: Final = 60
HOME: Final = re.compile(
    r"[-‑](?:based|backed|led|born|made|style|linked|funded|trained|sponsored|mediated|brokered)\b"
)
"""Behind a name they tell of whom, not of where: "the Vienna-based monitor"."""
ENOUGH: Final = 3
"""Places that make a country likely; their names are then read as names of that country."""


class Spotter:
    """Finds the places of one text after another; what it looked up once it remembers."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self._finders: dict[str, Finder] = {}

    def spots(self, text: str, context: Context) -> list[Spot]:
        """Return the places of a text, resolved together.

        A phrase ("20 km east of Aleppo") stands for the names in it. Where the context says no
        country and half of the places lie in one, they are read once more as set in it; places of
        countries that a text so set never names are left out.
        """
        found = self._finder(context).mentions(text)
        first = self._spots(text, context, found)
        land = context.country or _land(first)
        if land != context.country:
            context = replace(context, country=land)
            found = self._finder(context).mentions(text)
            first = self._spots(text, context, found)
        told = {one.place.country for one in first if one.place.level in COARSE}
        for one in found:
            told.update(country_of(one.mention.words) if one.sort == "demonym" else ())
        return [one for one in first if not land or _may_be_meant(one.place, {land, *told})]

    def _spots(self, text: str, context: Context, found: Sequence[Found]) -> list[Spot]:
        asked = [replace(one.mention, form=one.form) for one in found if one.sort != "demonym"]
        kept: list[Spot] = []
        for one in resolve(asked, context, self.gazetteer):
            at = one.mention.start, one.mention.end
            if kept and at[1] <= kept[-1].at[1]:
                continue
            if one.place and one.role == "place" and not HOME.match(text, at[1]):
                told = bool(PREPOSITION.search(text, max(0, at[0] - BEHIND), at[0]))
                kept.append(Spot(at, replace(one.place, at=at), told))
        return kept

    def _finder(self, context: Context) -> Finder:
        """Return the finder of a country; names that a desk learnt make one of their own."""
        known = context.learnt.names
        if known:
            return Finder(self.gazetteer, country=context.country, known=known)
        if context.country not in self._finders:
            self._finders[context.country] = Finder(self.gazetteer, country=context.country)
        return self._finders[context.country]


def _land(found: Sequence[Spot]) -> str:
    """Return the country that the text is set in: that of half of its places and more."""
    lands = Counter(one.place.country for one in found if one.place.level not in COARSE)
    if not lands:
        return ""
    land, many = lands.most_common(1)[0]
    return land if many >= ENOUGH and 2 * many >= lands.total() else ""


def _may_be_meant(place: Place, lands: Collection[str]) -> bool:
    """Tell whether a text set in one country may mean a place: one of a country that it names, or
    a seat of government. Others are towns that some word happens to be called like."""
    abroad = place.country and place.country not in lands
    return not abroad or is_capital(place.name, place.country)


def meant(
    found: Sequence[Spot],
    quote: At,
    trigger: At,
    taken: Sequence[At],
    target: At | None = None,
) -> Place | None:
    """Return where a claim's happening was: of the places in its quote the likeliest.

    One that "in" leads to or that was hit itself (`target`) goes first, a country last; of towns
    beside their area the finer, then what stands nearest to the words that say what happened.
    Places in the names of who did it or said it (`taken`) are not meant.
    """
    inside = [
        one
        for one in found
        if quote[0] <= one.at[0]
        and one.at[1] <= quote[1]
        and not any(a <= one.at[0] and one.at[1] <= b for a, b in taken)
    ]
    if target:
        inside = [
            replace(one, told=one.told or target[0] <= one.at[0] < target[1]) for one in inside
        ]
    best = min(inside, key=lambda one: _rank(one, trigger), default=None)
    return best.place if best else None


def _rank(spot: Spot, trigger: At) -> tuple[bool, bool, bool, int]:
    gap = max(spot.at[0] - trigger[1], trigger[0] - spot.at[1], 0)
    behind = spot.at[0] >= trigger[1]
    fine = LEVELS.index(spot.place.level)
    return spot.place.level in COARSE, not spot.told, not behind, gap // 40 * 20 + fine
