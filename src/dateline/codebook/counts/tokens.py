"""A text as words and figures, folded so that every script's digits and spellings are one."""

import re
import sys
import unicodedata
from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from typing import Final

DIGITS: Final = {
    code: str(unicodedata.digit(chr(code)))
    for code in range(128, sys.maxunicode)
    if unicodedata.category(chr(code)) == "Nd"
}
FOLDS: Final = str.maketrans("أإآٱىةё’ʼ`٬٫‑−", "اااايهе''',.--") | DIGITS
"""One sign for one: offsets stay."""
MARKS: Final = "\u0610-\u061a\u064b-\u065f\u0670\u0640"
MARK: Final = re.compile(f"[{MARKS}]")
LETTER: Final = r"[^\W\d_]"
GROUPED: Final = (
    r"[1-9]\d{0,2}(?:,\d{3})+(?!\d)(?:\.\d+)?|[1-9]\d{0,2}(?:\.\d{3})+(?!\d)(?:,\d+)?"
    r"|[1-9]\d{0,2}(?:[\u00a0\u202f\u2009']\d{3})+(?!\d)"
    r"|[1-9]\d{0,2}(?: \d{3})+(?!\d)(?=\s+[а-яіїєґ])"
    r"|[1-9]\d{0,2}(?: \d{3})* 0\d{2}(?: \d{3})*(?!\d)"  # nobody writes a number "020"
    r"|[1-9]\d?(?:,\d{2})+,\d{3}(?!\d)(?:\.\d+)?"  # lakhs and crores: "1,02,000"
)
UNCLEAR: Final = r"\d+(?:[.,]\d+){2,}|\d+\^\d+|[1-9]\d{0,2}(?: \d{3})+(?!\d)|0\d+(?![.,]?\d)"
"""Lists and versions, powers, "12 500" ("on May 12 500 people"?), "007": one number or none."""
PATTERNS: Final = {
    "name": r"(?:https?://|www\.|[@#])[^\s]+|[a-zа-яіїєґ]+-?\d[\w-]*|\d+[a-zа-яіїєґ]+\d[\w-]*",
    "word": rf"{LETTER}(?:[^\W\d_{MARKS}]|[{MARKS}])*(?:'{LETTER}+)*",
    "phone": r"\+\d[\d ().-]{6,24}\d|\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}(?!\d)|\d{16,}",
    "place": (
        r"-?\d{1,3}\.\d{3,9}°?\s?[nsew]?[,;/ ]\s?-?\d{1,3}\.\d{3,9}(?:°?\s?[nsew]\b)?"
        r"|\d{1,3}(?:\.\d+)?°\s?\d[\d.]*\s?['′″\"]*(?:\s?\d[\d.]*\s?[\"″])?\s?[nsew]?\b"
    ),
    "date": (
        r"\d{4}-\d{1,2}-\d{1,2}(?!\d)|\d{1,2}[./]\d{1,2}[./]\d{2,4}(?!\d)"
        r"|(?:19|20)\d\d[-–/](?:\d{2}|(?:19|20)\d\d)(?!\d)"
    ),
    "time": (
        r"\d{1,2}[:.]\d\d\s?[ap]\.?m\b|\d{1,2}:\d\d(?::\d\d)?(?!\d)|\d{1,2}\s?[ap]\.?m\b"
        r"|\d{4}\s?(?:gmt|utc|hrs|z)\b"
    ),
    "ordinal": r"\d+(?:st|nd|rd|th)\b|\d+-(?:[йяемхаію]|го|му|ий|ый|ой|ая|ої|ша|га|та)\b",
    "age": r"\d+-(?:летн|річн)\w+|\d+[- ](?:year|month|week|day)s?[- ]olds?\b",
    "measure": rf"\d+/\d+(?!\d)|(?!(?:{GROUPED})(?![.,]?\d))(?:{UNCLEAR})",
    "number": rf"{GROUPED}|\d+(?:[.,]\d{{1,9}}(?!\d))?",
    "sign": r"\S",
}
TOKEN: Final = re.compile(
    "|".join(
        rf"(?P<{kind}>(?<![^\W_])(?:{pattern}))"
        if kind not in ("word", "number", "sign")
        else rf"(?P<{kind}>{pattern})"
        for kind, pattern in PATTERNS.items()
    )
)


@dataclass(slots=True)
class Tokens:
    """Words, figures and signs in their order; `kinds` are the keys of `PATTERNS`."""

    text: str
    """As it came, with its capitals."""
    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)

    def add(self, word: str, start: int, end: int, kind: str) -> None:
        """Append one."""
        self.words.append(word)
        self.starts.append(start)
        self.ends.append(end)
        self.kinds.append(kind)

    def word(self, n: int) -> str:
        """Return a token's word, empty outside the text."""
        return self.words[n] if 0 <= n < len(self.words) else ""

    def tight(self, n: int) -> bool:
        """Whether nothing stands between a token and the one before it."""
        return 0 < n < len(self.words) and self.starts[n] == self.ends[n - 1]

    def capital(self, n: int) -> bool:
        """Whether a token starts with a capital, or is in a script that writes months small."""
        if not 0 <= n < len(self.words):
            return False
        letter = self.text[self.starts[n]]
        return not letter.isascii() or not letter.islower()


def fold(text: str) -> str:
    """Return a text of the same length in small letters, ASCII digits and one spelling."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(ch.lower() if len(ch.lower()) == 1 else ch for ch in text)
    return low if low.isascii() else low.translate(FOLDS)


def tokens(text: str, *, known: Container[str], prefixes: Sequence[str]) -> Tokens:
    """Return a text's tokens. A letter written to a known word stands apart: "و" "خمسة"."""
    found = Tokens(text)
    for match in TOKEN.finditer(fold(text)):
        word, kind = match.group(), match.lastgroup or "sign"
        start, end = match.span()
        if kind == "word" and word >= "\u0600":
            word = MARK.sub("", word)
            clitic = "" if word in known else prefix(word, known, prefixes)
            if clitic:
                found.add(clitic, start, start + len(clitic), kind)
                word, start = word[len(clitic) :], start + len(clitic)
        found.add(word, start, end, kind)
    return found


def prefix(word: str, known: Container[str], prefixes: Sequence[str]) -> str:
    """Return the letters that are written to a known word, or nothing."""
    return next((p for p in prefixes if word.startswith(p) and word[len(p) :] in known), "")
