"""Which language a text is in."""

import re
from typing import Final

from py3langid import rank

ENOUGH: Final = 40
"""Letters below which nobody can tell."""
WRITTEN: Final = frozenset(
    {
        *("ar", "ru", "uk", "en", "fr", "de", "es", "it", "pt", "nl", "pl", "tr", "fa", "he"),
        *("ku", "ur", "ps", "hi", "id", "ja", "ko", "ro", "sv", "sr", "zh", "el", "hu", "cs"),
        *("am", "bg", "da", "fi", "hy", "ka", "no", "sk", "sw", "vi", "az", "be", "hr", "bn"),
    }
)
"""Languages that newsrooms write; a short text looks like any of ninety-seven."""
SAMPLE: Final = 4_000


SCRIPTS: Final = (
    ("fa", re.compile("[پچژگک]")),
    ("ar", re.compile("[\u0621-\u063a\u0641-\u064a]")),
    ("uk", re.compile("[іїєґ]", re.IGNORECASE)),
    ("ru", re.compile("[а-яё]", re.IGNORECASE)),
    ("en", re.compile("[a-z]", re.IGNORECASE)),
)
"""Which language a few words most likely are in, by letters; the rarer letters first."""
MOST: Final = 0.7
"""Part of the letters that have to be of one script."""


def language_of(text: str) -> str:
    """Return a text's language as ISO 639-1, "" where that cannot be told.

    A post of a few words is taken for the language that its letters are most often used for here.
    """
    sample = text[:SAMPLE]
    letters = sum(map(str.isalpha, sample))
    if letters < ENOUGH:
        return _by_letters(sample, letters)
    ranked = (str(code) for code, _ in rank(sample))
    return next(code for code in ranked if code in WRITTEN)


def _by_letters(sample: str, letters: int) -> str:
    count = {code: len(pattern.findall(sample)) for code, pattern in SCRIPTS}
    count["ar"] += count["fa"]
    count["ru"] += count["uk"]
    script = max(("ar", "ru", "en"), key=count.__getitem__)
    if not letters or count[script] < letters * MOST:
        return ""
    rarer = {"ar": "fa", "ru": "uk"}.get(script, script)
    return rarer if count[rarer] else script
