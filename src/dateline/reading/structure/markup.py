"""HTML that was pasted instead of its text: where the tags stand."""

import re
from collections.abc import Iterator
from typing import Final

from dateline.reading.structure.page import Span

BLOCKS: Final = (
    "address|article|aside|blockquote|body|br|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]"
    "|head|header|hr|html|iframe|li|link|main|meta|nav|ol|option|p|pre|script|section|style|svg"
    "|table|tbody|td|th|thead|time|title|tr|ul|video"
)
INLINE: Final = (
    "a|abbr|audio|b|button|center|cite|code|del|em|font|i|img|input|label|mark|noscript|picture"
    "|q|s|small|source|span|strike|strong|sub|sup|u"
)
TAG: Final = re.compile(
    rf"<!--|-->|<!doctype[^<>]*>|</?(?P<block>{BLOCKS})(?=[\s/>])[^<>]*>"
    rf"|</?(?:{INLINE})(?=[\s/>])[^<>]*>",
    re.IGNORECASE,
)
HIDDEN: Final = {"<!--": "-->", "<script": "</script", "<style": "</style"}
"""What is no text up to its end."""
OPENING: Final = re.compile("|".join(HIDDEN), re.IGNORECASE)
Tag = tuple[int, int, bool]
"""Start, end, and whether a paragraph ends there."""


def tags(text: str) -> Iterator[Tag]:
    """Yield each tag, and each script, style or comment as a whole."""
    closings = {end: text.lower().rfind(end) for end in HIDDEN.values()} if "<" in text else {}
    inside: tuple[int, str] | None = None
    for match in TAG.finditer(text):
        words = match[0].lower()
        opening = OPENING.match(words)
        if inside and words.startswith(inside[1]):
            yield inside[0], match.end(), True
            inside = None
        elif not inside and opening and closings[HIDDEN[opening[0]]] >= match.end():
            inside = match.start(), HIDDEN[opening[0]]
        elif not inside:
            yield match.start(), match.end(), bool(match["block"])


def between(text: str) -> Iterator[tuple[Span, bool]]:
    """Yield the stretches of text, and whether a paragraph ends before each."""
    at, breaks = 0, True
    for start, end, ends in tags(text):
        if text[at:start].strip():
            yield (at, start), breaks
            breaks = False
        at, breaks = end, breaks or ends
    yield (at, len(text)), breaks
