"""A text's words with their places: what names are looked up by."""

import re
from dataclasses import dataclass
from typing import Final

WORD: Final = re.compile(r"[^\W_]+")
JOINING: Final = re.compile(r"\s?['’ʼ`‘‐–-]?\s?|\.")
ARABIC_MARKS: Final = re.compile("[\u064b-\u0652\u0670\u0640]")
ALEFS: Final = str.maketrans("أإآٱ", "اااا")


@dataclass(frozen=True)
class Word:
    """One word: letters and digits, without its hyphens, stops and apostrophes."""

    text: str
    key: str
    start: int
    end: int
    joined: bool
    """Whether only a space, hyphen, apostrophe or abbreviation's stop stands before it."""


def words(text: str) -> list[Word]:
    """Return the words of a text with their offsets."""
    found: list[Word] = []
    for match in WORD.finditer(text):
        joined = bool(found) and _joined(found[-1], text[found[-1].end : match.start()])
        found.append(Word(match[0], key(match[0]), match.start(), match.end(), joined))
    return found


def _joined(before: Word, between: str) -> bool:
    initial = len(before.text) == 1 and between == ". "
    return initial or JOINING.fullmatch(between) is not None


def key(word: str) -> str:
    """Return a word in small letters, its Arabic vowel signs and forms of alef made one."""
    if word.isascii():
        return word.lower()
    return ARABIC_MARKS.sub("", word.casefold().replace("ё", "е")).translate(ALEFS)
