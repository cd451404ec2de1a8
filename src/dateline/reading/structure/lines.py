"""The lines of a page, without the blanks around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dateline.reading.structure.markup import between

LINE: Final = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
BREAK: Final = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
PARAGRAPH: Final = 2
"""Line ends that make an empty line."""


@dataclass(frozen=True)
class Line:
    """A line that is not blank."""

    start: int
    end: int
    text: str
    gap: int
    """Line ends before it: 0 where a tag stands in the middle of a line, 2 after an empty line."""
    tagged: bool
    """Whether a tag stands right before it."""


def lines(text: str) -> Iterator[Line]:
    """Yield the lines that hold text, in order; tags belong to none."""
    last = 0
    for (begin, end), breaks in between(text):
        gap, tagged = (PARAGRAPH if breaks else 0), begin > 0
        for match in LINE.finditer(text, begin, end):
            words = match[0].strip()
            if not words:
                continue
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            gap += len(BREAK.findall(text, last, start))
            yield Line(start, start + len(words), words, gap, tagged)
            last, gap, tagged = start + len(words), 0, False
