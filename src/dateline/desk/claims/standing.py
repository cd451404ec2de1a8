"""Where words that somebody typed stand in a report's text."""

import re
from collections.abc import Iterator

from dateline.codebook import At


class NotThereError(ValueError):
    """What a field says stands nowhere in the text; `str()` says so, for whoever typed it."""

    def __init__(self, field: str, why: str = "") -> None:
        super().__init__(why or "These words do not stand in the text. Copy them from there.")
        self.field = field


def one_line(words: str) -> str:
    """Return words as a field of one line shows them."""
    return " ".join(words.split())


def nearest(words: str, text: str, *, near: At) -> At | None:
    """Return where words stand: inside `near` if they do, else as near to it as can be.

    Blanks count as one, since a browser shows and copies them so.
    """
    start, end = near
    inside = next(_places(words, text, start, end), None)
    if inside:
        return inside
    away = _places(words, text, 0, len(text))
    return min(away, key=lambda at: abs(at[0] - start), default=None)


def _places(words: str, text: str, start: int, end: int) -> Iterator[At]:
    parts = words.split()
    if parts:
        pattern = re.compile(r"\s+".join(map(re.escape, parts)))
        yield from (match.span() for match in pattern.finditer(text, start, end))
