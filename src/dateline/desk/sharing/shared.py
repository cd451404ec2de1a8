"""What a phone shared: an address, and the words that were marked there."""

import re
from dataclasses import dataclass
from typing import Final

from dateline.text import scrub

ADDRESS: Final = re.compile(r"https?://[^\s<>\"“”]+", re.IGNORECASE)
MARKED: Final = re.compile(r"#:~:.*")
"""Where a browser says which words it is to mark: no part of the page's address."""
AROUND: Final = "\"“”„«»'‘’ \t\n"
MOST_WORDS: Final = 5_000
LONGEST: Final = 2_000
"""Code points of an address."""


@dataclass(frozen=True)
class Shared:
    """An address, empty where none was found, and words, empty where there are none."""

    address: str
    words: str


def read_shared(*, title: str, text: str, url: str) -> Shared:
    """Find the address and the words in what was shared.

    Android puts the address into the text, behind the words; the title is no words of anybody's.
    """
    text = scrub(text[: MOST_WORDS + LONGEST])
    found = ADDRESS.search(url[:LONGEST]) or _last(text)
    if not found:
        return Shared("", _words(text, title))
    if found.string is text:
        text = text[: found.start()] + text[found.end() :]
    return Shared(MARKED.sub("", found[0]), _words(text, title))


def _last(text: str) -> re.Match[str] | None:
    return max(ADDRESS.finditer(text), key=lambda one: one.start(), default=None)


def _words(text: str, title: str) -> str:
    words = text.strip(AROUND)[:MOST_WORDS]
    return "" if words.split() == title.strip(AROUND).split() else words
