"""Which script a letter is of, and words that mix two on purpose."""

import unicodedata
from functools import lru_cache
from typing import Final

CYRILLIC: Final = "асеорхуікмтвнрјѕԁһԛԝ"
CYRILLIC_LIKE: Final = "aceopxyikmtbhpjsdhqw"
"""Small letters, since names are folded before; "в", "н" and "м" look Latin as capitals."""
GREEK: Final = "αορυνκιτχεη"
GREEK_LIKE: Final = "aopuvkitxen"
TO_LATIN: Final = dict(zip(CYRILLIC + GREEK, CYRILLIC_LIKE + GREEK_LIKE, strict=True))
TO_CYRILLIC: Final = {"a": "а", "c": "с", "e": "е", "o": "о", "p": "р", "x": "х", "y": "у"} | {
    "i": "і",
    "k": "к",
    "m": "м",
    "t": "т",
}
SCRIPTS: Final = ("LATIN", "CYRILLIC", "GREEK", "ARABIC", "HEBREW")


@lru_cache(maxsize=4096)
def script(letter: str) -> str:
    """Return the script of a letter, "OTHER" for rarer ones, empty for what is no letter."""
    if not letter.isalpha():
        return ""
    word = unicodedata.name(letter, "").partition(" ")[0]
    return word if word in SCRIPTS else "OTHER"


def unmixed(word: str) -> str:
    """Return a word of look-alikes in the one script that it pretends to be.

    "Sаrmin" with a Cyrillic "а" reads as Latin. A word is changed only where every strange letter
    of it has a look-alike; otherwise it stays as it came, and finds nothing.
    """
    if word.isascii():
        return word
    found = {script(letter) for letter in word} - {""}
    if "LATIN" not in found or len(found) < 2:
        return word
    latin = sum(script(letter) == "LATIN" for letter in word)
    ways = ((TO_LATIN, "LATIN"), (TO_CYRILLIC, "CYRILLIC"))
    for table, goal in ways if 2 * latin >= len(word) else ways[::-1]:
        mapped = "".join(ch if script(ch) in ("", goal) else table.get(ch, ch) for ch in word)
        if {script(letter) for letter in mapped} <= {"", goal}:
            return mapped
    return word
