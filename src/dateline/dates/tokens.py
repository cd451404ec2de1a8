"""Text to tokens, each with its kind in the grammar: one pass, one look-up a word."""

import re
from typing import Final

from dateline.dates.kinds import KINDS
from dateline.dates.lexicon import BY_CODE, EVERY, Entry

TOKEN: Final = re.compile(
    r"""
    (?P<address>(?:https?://|www\.)\S+)
    | (?P<iso>(?<![\w.-])\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-]))
    | (?P<isoweek>(?<![\w.-])\d{4}-W\d\d(?:-[1-7])?(?![\w-]))
    | (?P<figures>(?<![\w./-])\d{1,4}(?P<sep>[./-])\d{1,2}(?P=sep)\d{2,4}(?![\w/-]|\.\d))
    | (?P<clock>\d{1,2}:\d\d(?::\d\d)?(?![\d:]))
    | (?P<point>\d{1,2}\.\d\d(?![\d.]))
    | (?P<nth>\d{1,2}(?:st|nd|rd|th)\b)
    | (?P<decade>(?:\d{4}|['’]\d0)(?:['’]s|s)\b|(?:\d\d)?\d0-(?:х|е|ті|і)\b)
    | (?P<number>\d+(?:[,.]\d+)*)
    | (?P<half>[ap]\.\ ?m\b\.?|[ap]m\b)
    | (?P<the>الـ?(?=\d))
    | (?P<and>و(?=\d))
    | (?P<offset>\b(?:UTC|GMT)\ ?[+−-]\d{1,2}(?::[0-5]\d)?(?![\d:]))
    | (?P<word>[^\W\d_][\w\u064b-\u0652]*(?:['’](?!s\b)\w+)*)
    | (?P<possessive>['’]s\b)
    | (?P<break>\n\s*\n|[;:!?…])
    | (?P<comma>[,،])
    | (?P<dash>[-–—])
    | (?P<slash>/)
    | (?P<open>\()
    | (?P<stop>\.)
    | (?P<sign>[^\s\w]|_)
    """,
    re.VERBOSE | re.IGNORECASE,
)
DECIMAL: Final = re.compile(r"\d{1,3}\.\d")
BESIDE: Final = frozenset(KINDS[kind] for kind in ("month", "weekday", "day", "ordinal", "year"))
BEFORE: Final = BESIDE | frozenset(KINDS[kind] for kind in ("last", "next", "this", "mod", "in"))
LINKS: Final = frozenset(KINDS[kind] for kind in ("of", "since", "until", "from", "every", "to"))
APART: Final = ("", KINDS["break"])
BETWEEN: Final = frozenset(KINDS[kind] for kind in ("stop", "comma", "dash", "slash"))


class Tokens:
    """A text's tokens: kinds as one string, and by position their place and their value."""

    def __init__(self, text: str, language: str = "") -> None:
        self.text = text
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.values: dict[int, object] = {}
        self._kinds: list[str] = []
        self._doubtful: list[int] = []
        self._lexicon = BY_CODE.get(language.partition("-")[0].lower(), EVERY)
        self._read()
        self._settle()
        self.kinds = "".join(self._kinds)

    def word(self, at: int) -> str:
        """Return a token as it stands in the text."""
        return self.text[self.starts[at] : self.ends[at]]

    def _read(self) -> None:
        phrases = self._lexicon.phrases
        skip_to = 0
        for match in TOKEN.finditer(self.text):
            start, end = match.span()
            if start < skip_to:
                continue
            group = match.lastgroup
            if group == "word":
                word = match.group()
                known = phrases.get(word.lower())
                found = self._phrase(known, start, end) if known else None
                if found:
                    skip_to, entry = found
                    self._add(start, skip_to, entry.kind, entry.value)
                    continue
                self._add_word(word, start, end)
            else:
                self._add_sign(group or "sign", match.group(), start, end)

    def _phrase(
        self, phrases: list[tuple[tuple[str, ...], Entry]], start: int, end: int
    ) -> tuple[int, Entry] | None:
        """Return where a phrase ends that begins with this word."""
        for rest, entry in phrases:
            at = end
            for word in rest:
                match = TOKEN.match(self.text, _past_spaces(self.text, at))
                if match is None or match.group().lower().replace("’", "'") != word:
                    break
                at = match.end()
            else:
                return at, entry
        return None

    def _add(self, start: int, end: int, kind: str, value: object) -> None:
        if value is not None:
            self.values[len(self._kinds)] = value
        self.starts.append(start)
        self.ends.append(end)
        self._kinds.append(kind)

    def _add_word(self, word: str, start: int, end: int) -> None:
        entry = self._lexicon.find(word)
        if entry is None:
            return self._add(start, end, KINDS["word"], None)
        if entry.doubtful:
            self._doubtful.append(len(self._kinds))
        self._add(start, end, entry.kind, entry.value)

    def _add_sign(self, group: str, written: str, start: int, end: int) -> None:
        kind: str = group
        value: object = None
        match group:
            case "offset":
                kind, value = "zone", _offset(written)
            case "isoweek":
                kind = "iso"
            case "address":
                kind = "sign"
            case "nth":
                kind, value = "ordinal", int(written[:-2])
            case "decade":
                value = _decade(written)
            case "number":
                kind, value = _number(written)
            case "half":
                value = written[0].lower()
        self._add(start, end, KINDS[kind], value)

    def _settle(self) -> None:
        """Take back the words that are dates only beside another word of a date."""
        for at in self._doubtful:
            before, after = self._beside(at, -1), self._beside(at, 1)
            alone = before in APART and after in APART
            if before not in BEFORE | LINKS and after not in BESIDE and not alone:
                self._kinds[at] = KINDS["word"]

    def _beside(self, at: int, step: int) -> str:
        """Return the kind of the neighbour, past one sign between; "" at the text's edge."""
        near, far = at + step, at + 2 * step
        count = len(self._kinds)
        if 0 <= near < count and self._kinds[near] in BETWEEN and 0 <= far < count:
            return self._kinds[far]
        return self._kinds[near] if 0 <= near < count else ""


def _past_spaces(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t\n\u00a0":
        at += 1
    return at


def _decade(written: str) -> int:
    digits = "".join(letter for letter in written if letter.isdecimal())
    return int(digits) if len(digits) == 4 else 1900 + int(digits)


def _offset(written: str) -> float:
    """Return the hours of "UTC+5:30"."""
    hours, _, minutes = written[3:].strip(" +-−").partition(":")
    ahead = int(hours) + int(minutes or 0) / 60
    return ahead if "+" in written else -ahead


def _number(written: str) -> tuple[str, float | None]:
    if DECIMAL.fullmatch(written):
        return "decimal", float(written)
    if not written.isdecimal():
        plain_digits = written.replace(",", "")
        return "big", int(plain_digits) if plain_digits.isdecimal() and len(
            plain_digits
        ) < 7 else None
    if len(written) > 6:
        return "big", None
    value = int(written)
    if written[0] == "0" and len(written) > 4:
        return "big", None
    if len(written) <= 2:
        return "day", value
    if len(written) == 4 and 1000 <= value < 3000:
        return "year", value
    return "big", value
