"""Words that are no place, or seldom one: ordinary words, persons, titles, organisations."""

import csv
from functools import lru_cache
from importlib.resources import files
from typing import Final


@lru_cache(maxsize=1)
def _ordinary() -> dict[str, frozenset[str]]:
    text = (files("dateline.places") / "data" / "ordinary.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return {row["kind"]: frozenset(row["words"].split("|")) for row in rows}


def words(kind: str) -> frozenset[str]:
    """Return the words of a kind in `data/ordinary.csv`, in small letters.

    Raises KeyError for a kind that the file has not.
    """
    return _ordinary()[kind]


PREPOSITIONS: Final = {
    **dict.fromkeys(("in", "near", "outside", "around", "across", "throughout", "inside"), 1.6),
    **dict.fromkeys(("within", "toward", "towards", "into", "between", "beyond"), 1.3),
    **dict.fromkeys(("from", "at", "reached", "entered", "via", "through", "nearby"), 1.0),
    **dict.fromkeys(("to", "over", "leaving", "visiting", "visited", "left"), 0.7),
    **dict.fromkeys(("of", "on", "along", "off", "against"), 0.3),
}
"""How much a word before a name says that it names a place."""
BEARINGS: Final = words("bearing")
PARTICLES: Final = words("particle")
"""Small words that stand inside names; in a lookup only, never at an end."""
