"""Quotations in a paragraph: where they begin and end, whatever marks they stand in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

MARK: Final = re.compile(r"[“”„«»\"]|''|``")
SINGLE: Final = re.compile(r"(?<![\w.,!?])[‘'](?=\w)|(?<=[.,!?…\w])[’'](?!\w)")
SENTENCE: Final = re.compile(r"\w\w[.!?]\s")
OPENING: Final = frozenset("“„«") | {"``"}
CLOSING: Final = frozenset("”»")
DIRECT_END: Final = frozenset(",.?!…—-–")


@dataclass(frozen=True)
class Quote:
    """A quotation with its marks. Offsets are code points."""

    start: int
    end: int
    words: str
    """Without the marks."""
    closed: bool = True
    """False where the mark that closes it is missing: it may go on in the next paragraph."""

    @property
    def whole(self) -> bool:
        """Return whether it ends as speech does, with a stop or a comma inside the marks."""
        return not self.closed or self.words.rstrip("'’\" ")[-1:] in DIRECT_END


def quotes(text: str) -> list[Quote]:
    """Return the outermost quotations in order; single marks count where no double ones stand."""
    return list(_paired(text, list(MARK.finditer(text)))) or list(_single(text))


def _paired(text: str, marks: list[re.Match[str]]) -> Iterator[Quote]:
    opener: re.Match[str] | None = None
    depth = 0
    for mark in marks:
        sign = mark.group()
        if opener is None:
            if sign in OPENING or (sign not in CLOSING and _opens(text, mark)):
                opener, depth = mark, 0
        elif sign in OPENING:
            depth += 1
        elif depth and sign in CLOSING:
            depth -= 1
        elif opener.group() == sign == '"' and _opens(text, mark) and _lost(text, opener, mark):
            opener = mark
        elif sign in CLOSING or opener.group() not in OPENING or not _opens(text, mark):
            yield _quote(text, opener, mark)
            opener = None
    if opener is not None and text[opener.end() :].strip():
        yield Quote(opener.start(), len(text.rstrip()), text[opener.end() :].rstrip(), False)


def _lost(text: str, opener: re.Match[str], mark: re.Match[str]) -> bool:
    """Tell whether the mark that closes is missing: a sentence ends and a new one opens."""
    between = text[opener.end() : mark.start()]
    return text[mark.start() - 1].isspace() and bool(SENTENCE.search(between))


def _single(text: str) -> Iterator[Quote]:
    opener = None
    for mark in SINGLE.finditer(text):
        opens = not text[: mark.start()][-1:].strip()
        if opener is None and opens:
            opener = mark
        elif opener is not None and not opens and text[mark.start() - 1] in DIRECT_END:
            yield _quote(text, opener, mark)
            opener = None


def _quote(text: str, opener: re.Match[str], closer: re.Match[str]) -> Quote:
    return Quote(opener.start(), closer.end(), text[opener.end() : closer.start()].strip())


def _opens(text: str, mark: re.Match[str]) -> bool:
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    return bool(after.strip()) and not (before.isalnum() or before in {",", ".", "?", "!"})
