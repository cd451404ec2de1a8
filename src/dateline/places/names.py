"""Names made comparable: what spelling habits change is folded away, what tells places apart stays.

"Al-Bāb", "el Bab" and "Al Bab" fold to "bab"; "Kafr Nabl" stays apart from "Kafr Naha".
"""

import re
import unicodedata
from hashlib import blake2b
from typing import Final

from dateline.places.scripts import unmixed

LONGEST: Final = 200
"""Characters that count: no place has a longer name, and a text of 1 MB must cost nothing."""
MARKS: Final = [*range(0x300, 0x370), *range(0x591, 0x5C8), *range(0x64B, 0x660), 0x670, 0x640]
SILENT: Final = "'`´‘’ʻʼʽʾʿˈ′ʹ״׳ءʔ\u200c\u200d\u200e\u200f\u00ad\ufeff\x00"
LETTERS: Final = {
    **dict.fromkeys("أإآٱ", "ا"),
    **dict.fromkeys("ىیېئ", "ي"),
    **dict.fromkeys("ةەھہۀ", "ه"),
    **dict.fromkeys("ؤۆۇۋ", "و"),
    **{"ک": "ك", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h"},
    **{"ə": "a", "æ": "ae", "œ": "oe", "þ": "th", "ŋ": "ng"},
}
ARTICLES: Final = frozenset({"al", "el", "ul", "il", "l", "эль", "аль", "ель", "ال"})
SUN: Final = re.compile(r"[aeiu](?P<sound>s|d|dh|t|th|r|n|z|sh|ch)")
SUN_CYRILLIC: Final = re.compile(r"[аэеи](?P<sound>[сдтрнзшж])ь?")
ABBREVIATIONS: Final = {"st": "saint", "ste": "sainte", "mt": "mount", "mts": "mountains"} | {
    "ft": "fort",
    "pt": "point",
    "is": "island",
}
DOUBLED: Final = re.compile(r"(.)\1+")
CONSTRUCT: Final = re.compile(r"(?<=[^aeiou])(?:at|et)$")
FEMININE: Final = re.compile(r"(?<=.[^aeiou])(?:ah|eh|e)$")


def _table() -> dict[int, str | None]:
    """Return what single characters become: nothing, another letter, or a space."""
    table: dict[int, str | None] = {ord(letter): said for letter, said in LETTERS.items()}
    table |= dict.fromkeys(MARKS)
    table |= {ord(letter): None for letter in SILENT}
    return table


TABLE: Final = _table()
BETWEEN: Final = re.compile(r"[\W_]+")


def plain(name: str) -> str:
    """Return a name in small letters without marks: what "exactly this spelling" means."""
    text = unicodedata.normalize("NFKC", name[:LONGEST]).casefold()
    if not text.isascii():
        text = unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).translate(TABLE))
    else:
        text = text.translate(TABLE)
    return BETWEEN.sub(" ", text).strip()


def fold(name: str) -> str:
    """Return a name without articles, doubled letters and the several endings of one sound."""
    words = [unmixed(word) for word in plain(name).split()]
    kept = [word for n, word in enumerate(words) if not _is_article(words, n)] or words
    last = len(kept) - 1
    return " ".join(_bare(word, n < last, len(kept) > 1) for n, word in enumerate(kept))


def key(name: str) -> str:
    """Return the folded name in one piece: "Kafr Zita" and "Kafrzita" are one."""
    return fold(name).replace(" ", "")


def number(text: str) -> int:
    """Return a number of 48 bits that stands for a text in an index; readers compare the text."""
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=6).digest(), "big")


def _is_article(words: list[str], n: int) -> bool:
    """Tell whether a word is the Arabic article of the next: "al", or "ash" before "Shughur"."""
    if n == len(words) - 1:
        return False
    if words[n] in ARTICLES:
        return True
    sun = SUN.fullmatch(words[n]) or SUN_CYRILLIC.fullmatch(words[n])
    return sun is not None and words[n + 1].startswith(sun["sound"])


def _bare(word: str, construct: bool, several: bool) -> str:
    if word.isascii():
        if several:
            word = ABBREVIATIONS.get(word, word)
        word = CONSTRUCT.sub("a", word) if construct and len(word) > 4 else word
        word = FEMININE.sub("a", word) if len(word) > 4 else word
    elif word.startswith("ال") and len(word) > 4:
        word = word[2:]
    return DOUBLED.sub(r"\1", word)
