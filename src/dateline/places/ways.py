"""The ways in which a name matches: it is the same, it sounds so, or it is spelt much like it."""

from typing import Final

from dateline.places import similar
from dateline.places.candidate import How
from dateline.places.gazetteer import Gazetteer
from dateline.places.names import key, plain
from dateline.places.scripts import script
from dateline.places.skeleton import likeness, skeleton

Found = list[tuple[int, str, How, float]]
"""Row of the place, its name that matched, how, how alike."""
ALIKE: Final = {(True, True): 0.86, (True, False): 0.92, (False, True): 0.94, (False, False): 0.96}
"""How alike a name must sound: whether it is sought in one country, whether it has more than three
consonants. Measured by benchmarks/gazetteer.py on made-up names and on respelt ones."""
SAME_SOUND: Final = 0.985
OFF_LENGTH: Final = 8
"""Letters that articles, spaces and doubling can make: names farther apart are not compared."""


def same(gazetteer: Gazetteer, name: str, country: str) -> Found:
    """Return the places whose name is this, its spelling folded."""
    folded, written = key(name), plain(name)
    found: Found = []
    named = gazetteer.named(folded, country)
    truly = {known for known in {known for _, known in named} if key(known) == folded}
    for row, known in named:
        if known in truly:
            how: How = "exact" if plain(known) == written else "folded"
            found.append((row, known, how, 1.0 if how == "exact" else 0.998))
    return found


def alike(gazetteer: Gazetteer, name: str, country: str) -> Found:
    """Return the places whose name sounds so or is spelt so but for a letter or two.

    What sounds the same in the country asked ends the search; elsewhere a hamlet may sound so.
    """
    found = sounding(gazetteer, name, country)
    if country and any(score >= SAME_SOUND for *_, score in found):
        return found
    return found + _spelt(gazetteer, name, country)


def sounding(gazetteer: Gazetteer, name: str, country: str) -> Found:
    """Return the places whose name sounds so in any alphabet."""
    bones = skeleton(name)
    if not bones:
        return []
    named = gazetteer.sounding(bones, country)
    scored = [(row, known, likeness(name, known)) for row, known in named]
    least = least_alike(bones, country)
    return [(row, known, "transliterated", score) for row, known, score in scored if score >= least]


def least_alike(bones: str, country: str) -> float:
    """Return how alike a name must sound: the fewer its consonants, the more."""
    return ALIKE[bool(country), len(bones) > 3]


def _spelt(gazetteer: Gazetteer, name: str, country: str) -> Found:
    folded = key(name)
    if len(folded) < similar.SHORTEST or script(folded[0]) == "OTHER":
        return []
    shared = gazetteer.sharing(folded, country)
    fit = [(row, known) for row, known in shared if abs(len(known) - len(name)) <= OFF_LENGTH]
    scored = [(row, known, similar.likeness(folded, key(known))) for row, known in fit]
    return [(row, known, "similar", score) for row, known, score in scored if score]
