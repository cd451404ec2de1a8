"""A text cut into words and signs, each with its offsets and its letters' case."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from dateline.places.finding.lexicon import words
from dateline.places.scripts import script

Shape = Literal["capital", "upper", "small", "caseless", "sign"]
"""First letter large; all letters large; small; a script without case; anything but letters."""
MARKS: Final = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0640\u200c\u200d\u00ad"
HAN: Final = "\u3400-\u9fff"
LETTER: Final = rf"[^\W\d_{HAN}\u30a1-\u30fc]"
LETTERS: Final = rf"{LETTER}(?:{LETTER}|[{MARKS}])*"
TOKEN: Final = re.compile(
    rf"(?P<sign>[{HAN}])|(?P<kana>[\u30a1-\u30fc]+)"
    rf"|(?P<short>[A-Z]\.(?:[A-Z]\.)+)|(?P<word>{LETTERS}(?:['’ʼ](?!s\b){LETTERS})*)"
    r"|(?P<possessive>['’]s\b)|\d+(?:[.,]\d+)*|[^\w\s]|_"
)
ENDS: Final = frozenset(".!?…:;•|؟。！？")
ABBREVIATED: Final = words("abbreviated")
"""Words whose full stop ends no sentence."""


class Token(NamedTuple):
    """A word or a sign of a text."""

    start: int
    end: int
    text: str
    shape: Shape
    low: str
    """In small letters: what word lists are asked for."""
    opens: bool
    """It is the first word of a sentence."""
    glued: bool
    """Nothing stands between it and what comes before."""


def tokens(text: str) -> list[Token]:
    """Return the words and signs of a text in order; in time linear in its length."""
    return list(_tokens(text))


def _tokens(text: str) -> Iterator[Token]:
    opens, last, before = True, 0, ""
    for found in TOKEN.finditer(text):
        start, end = found.span()
        word = found[0]
        if start - last > 1 and text.count("\n", last, start) > 1:
            opens = True
        shape = _shape(word, found.lastgroup)
        yield Token(start, end, word, shape, word.lower(), opens, start == last)
        opens = _opens(word, shape, opens, before)
        last, before = end, word


def _shape(word: str, group: str | None) -> Shape:
    if group == "short":
        return "upper"
    if group in ("sign", "kana"):
        return "caseless"
    if group != "word":
        return "sign" if group is None else "small"
    first = word[0]
    if first.isupper():
        return "upper" if len(word) > 1 and word.isupper() else "capital"
    if first.islower() or script(first) in ("LATIN", "CYRILLIC", "GREEK"):
        return "small"
    return "caseless"


def _opens(word: str, shape: Shape, opens: bool, before: str) -> bool:
    """Tell whether the next word begins a sentence."""
    if shape != "sign":
        return False
    if word == ".":
        return before.lower() not in ABBREVIATED and len(before) > 1
    return word in ENDS or (opens and not word[0].isdigit())


def joined(cut: Sequence[Token], first: int, last: int) -> str:
    """Return the words of a stretch as a name: one space wherever something stood between."""
    if last == first + 1:
        return cut[first].text
    rest = (t.text if t.glued else f" {t.text}" for t in cut[first + 1 : last])
    return cut[first].text + "".join(rest)
