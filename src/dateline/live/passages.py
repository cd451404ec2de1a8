"""Finding quoted words in a kept text, and a few lines around them."""

import re
from typing import Final

from .view import Passage

AROUND: Final = 280
"""Code points shown on either side."""
LONGEST: Final = 3_000
MARKS: Final = {
    **dict.fromkeys('"“”„«»‟', '["“”„«»‟]'),
    **dict.fromkeys("'‘’‚ʼ", "['‘’‚ʼ]"),
    **dict.fromkeys("-–—−‑", "[-–—−‑]"),
}
"""Signs that an editor's keyboard gives otherwise than the source's."""
LEFT_OUT: Final = re.compile(r"\s*(?:\[(?:…|\.\.\.)\]|…|\.\.\.)\s*")
GAP: Final = r"[\s\S]{0,2000}?"


def passage(text: str, words: str) -> Passage:
    """Return the words as they stand in a text; spacing and kinds of quotation marks may differ.

    An ellipsis stands for anything that was left out, up to 2,000 code points.
    """
    found = _pattern(words[:LONGEST]).search(text) if words.strip() else None
    if not found:
        return Passage("", words.strip()[:LONGEST], "", found=False)
    before, after = text[: found.start()], text[found.end() :]
    return Passage(_last_of(before), found.group(), _first_of(after), found=True)


def _pattern(words: str) -> re.Pattern[str]:
    parts = [part for part in LEFT_OUT.split(words.strip()) if part]
    return re.compile(GAP.join(map(_part, parts)) or r"(?!)")


def _part(words: str) -> str:
    return r"\s+".join(
        "".join(MARKS.get(sign) or re.escape(sign) for sign in word) for word in words.split()
    )


def _last_of(text: str) -> str:
    """Return the end of a text, from the beginning of a word on."""
    if len(text) <= AROUND:
        return text.lstrip()
    return "…" + text[-AROUND:].partition(" ")[2]


def _first_of(text: str) -> str:
    if len(text) <= AROUND:
        return text.rstrip()
    return text[:AROUND].rpartition(" ")[0] + "…"
