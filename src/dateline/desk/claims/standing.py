"""Where words that somebody typed stand in a report's text."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

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
    sought, lines = one_line(words), Lined.of(text)
    if not sought:
        return None
    start, end = lines.lined(near[0]), lines.lined(near[1])
    after = lines.text.find(sought, start)
    if after >= 0 and after + len(sought) <= end:
        return lines.at(after, len(sought))
    before = lines.text.rfind(sought, 0, start + len(sought))
    found = [place for place in (before, after) if place >= 0]
    away = min(found, key=lambda place: abs(place - start), default=None)
    return None if away is None else lines.at(away, len(sought))


@dataclass(frozen=True)
class Lined:
    """A text on one line, so that words are found in it in one go, however often they repeat."""

    text: str
    starts: list[int]
    """Where each of its words starts on the line."""
    stood: list[int]
    """Where each of them stands in the text as it is kept."""

    @classmethod
    def of(cls, text: str) -> "Lined":
        """Put a text on one line."""
        found = [(match.start(), match.group()) for match in re.finditer(r"\S+", text)]
        lengths = accumulate((len(word) + 1 for _, word in found), initial=0)
        starts = list(lengths)[:-1]
        return cls(" ".join(word for _, word in found), starts, [at for at, _ in found])

    def lined(self, at: int) -> int:
        """Return where on the line an offset of the text is; a blank is where its next word is."""
        word = bisect_right(self.stood, at) - 1
        if word < 0:
            return 0
        past = self.starts[word + 1] if word + 1 < len(self.starts) else len(self.text)
        return min(self.starts[word] + at - self.stood[word], past)

    def at(self, start: int, length: int) -> At:
        """Return the span of the text that a stretch of the line is."""
        return self._of(start), self._of(start + length - 1) + 1

    def _of(self, place: int) -> int:
        word = bisect_right(self.starts, place) - 1
        return self.stood[word] + place - self.starts[word]
