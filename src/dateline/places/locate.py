"""Where a phrase points: "20 km east of Aleppo", "Sermin, Idlib", "ريف حماة الجنوبي"."""

import re
from typing import Final

from dateline.places import readings
from dateline.places.candidate import Candidate
from dateline.places.containment import contained
from dateline.places.gazetteer import Gazetteer
from dateline.places.located import Located, plain
from dateline.places.match import find
from dateline.places.names import LONGEST, key
from dateline.places.near import Point
from dateline.places.search import Finder, Search

__all__ = ["Located", "Locator", "locate"]
NOTE: Final = re.compile(r"\[[^\]]*\]")
"""An editor's note in a place's name: "Al Azizeya [exact location]"."""
READINGS: Final = (
    readings.between,
    readings.away,
    readings.rural,
    contained,
    readings.side,
    readings.both,
)


class Locator:
    """Reads phrases against a gazetteer. `finder` may be another search, one with learnt names."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        *,
        country: str = "",
        near: Point | None = None,
        finder: Finder | None = None,
    ) -> None:
        self._search = Search(gazetteer, finder or find, country, near)

    def find(self, name: str, near: Point | None = None, loose: bool = True) -> list[Candidate]:
        """Search with the bias that holds for the whole phrase."""
        return self._search.find(name, near, loose)

    def locate(self, phrase: str) -> Located | None:
        """Return where a phrase points, or nothing where no name in it is known."""
        text = NOTE.sub(" ", phrase[: 2 * LONGEST].replace("\0", " "))
        words = " ".join(text.split()).strip(" .,;:\"“”'")
        return self._located(words) if key(words) else None

    def _located(self, words: str) -> Located | None:
        if whole := self.find(words, loose=False):
            return plain(words, whole, self._search.gazetteer)
        for reading in READINGS:
            if found := reading(words, self._search):
                return found
        named = self._search.named(words)
        return plain(words, named, self._search.gazetteer) if named else None


def locate(
    phrase: str, gazetteer: Gazetteer, *, country: str = "", near: Point | None = None
) -> Located | None:
    """Return where a phrase points, how exactly, and what else it may mean."""
    return Locator(gazetteer, country=country, near=near).locate(phrase)
