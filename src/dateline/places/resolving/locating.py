"""One mention after the other, located with what was settled of all."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from dateline.places.candidate import Candidate
from dateline.places.demonyms import country_names, country_of
from dateline.places.feature_words import split
from dateline.places.gazetteer import Gazetteer
from dateline.places.locate import Located, Locator
from dateline.places.match import Point
from dateline.places.mention import Mention
from dateline.places.names import key
from dateline.places.near import FAR_M, away_m
from dateline.places.resolving.context import Context
from dateline.places.resolving.roles import is_people
from dateline.places.resolving.senses import Sense
from dateline.places.scripts import script


class Locating:
    """Says where each mention of one text points."""

    def __init__(self, gazetteer: Gazetteer, context: Context, senses: Sequence[Sense]) -> None:
        self.gazetteer, self.context = gazetteer, context
        self.settled = {key(sense.words): sense.found for sense in senses}
        self.middle = _middle(senses, context)
        self.country = _country(senses, context)

    def locate(self, mention: Mention, sense: Sense) -> Located | None:
        """Return where a mention points: by its own sense, or as a phrase about the others.

        A name means one place throughout; but "Hama province" is never the city that "Hama" is.
        """
        told = split(mention.name)
        most = None if told and told[1].levels else 1

        def finder(_: Gazetteer, name: str, **how: Any) -> list[Candidate]:
            others = self.settled.get(key(name), [])[:most]
            own = sense.found if key(name) == key(sense.words) else others
            return own or self._search(name, **how)

        if is_people(mention.words) and not sense.found:
            return self._of_people(mention.words)
        return Locator(self.gazetteer, near=self.middle, finder=finder).locate(mention.name)

    def _search(self, name: str, *, near: Point | None, loose: bool, **how: Any) -> list[Candidate]:
        """Search a name within a phrase, or one that nothing is called.

        What only sounds or looks alike is sought in the country of the text, or near the place to
        be near to. Where neither is known, only what another alphabet writes so is: in the whole
        world some town always sounds alike.
        """
        find, how = self.context.learnt.find, {"most": how["most"]}
        if self.country and (
            there := find(self.gazetteer, name, country=self.country, near=near, loose=loose, **how)
        ):
            return there
        if near and not self.country:
            around = find(self.gazetteer, name, near=near, loose=loose, **how)
            if close := [c for c in around if away_m(near, c.lat, c.lon) <= FAR_M]:
                return close
        foreign = not self.country and script(key(name)[:1]) not in ("LATIN", "")
        return find(self.gazetteer, name, loose=loose and foreign, **how)

    def _of_people(self, word: str) -> Located | None:
        """Return the country of "Syrian"; of "Congolese" the one that the text is set in."""
        lands = country_of(word)
        land = self.country if self.country in lands else lands[0]
        return Locator(self.gazetteer, country=land).locate(country_names()[land])


def _middle(senses: Sequence[Sense], context: Context) -> Point | None:
    """Return the place that the text names oftenest, else the column's first front."""
    fine = [s for s in senses if s.found and s.found[0].level not in ("country", "region")]
    if not fine:
        return context.fronts[0] if context.fronts else None
    best = max(fine, key=lambda sense: len(sense.mentions)).found[0]
    return best.lat, best.lon, best.radius_m


def _country(senses: Sequence[Sense], context: Context) -> str:
    """Return the country that most names lie in, else the column's."""
    lands = Counter(s.found[0].country for s in senses if s.found and s.found[0].country)
    return max(lands, key=lambda land: lands[land]) if lands else context.country
