"""Words that look like time and belong to a name: "Russia Today", "The Daily Beast"."""

from dateline.dates.hit import Hit
from dateline.dates.kinds import KINDS


def named(hit: Hit) -> bool:
    """Whether a capital letter and a neighbour's capital letter make the word part of a name."""
    if not hit.word()[0].isupper():
        return False
    before, behind = hit.start - 1, hit.end
    return _capital(hit, before) or (hit.has("adverb") and _capital(hit, behind))


def _capital(hit: Hit, at: int) -> bool:
    inside = 0 <= at < len(hit.tokens.kinds)
    return inside and hit.tokens.kinds[at] == KINDS["word"] and hit.tokens.word(at)[0].isupper()
