"""A page as it was laid out. All offsets are code points of the page's text."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

Span = tuple[int, int]
"""Start and end."""
Role = Literal[
    "prose",
    "headline",
    "byline",
    "stamp",
    "card",
    "caption",
    "quote",
    "boilerplate",
]


@dataclass(frozen=True)
class Owner:
    """Who is quoted, in the words that say so."""

    words: str
    start: int
    end: int
    through: "Owner | None" = None
    """Who hands it on: the paper that translates another one's words."""


@dataclass(frozen=True)
class Byline:
    """Who wrote an entry, or which agency it comes from."""

    name: str
    start: int
    end: int


@dataclass(frozen=True)
class Stamp:
    """When an entry or a card was published, as its page says."""

    start: int
    end: int
    iso: str | None
    """ISO 8601 as far as it is told: a day, a local time, a time with its offset; None where the
    page does not tell the day."""


@dataclass(frozen=True)
class Block:
    """A stretch of the page with one role: a paragraph, a line, a sign within a line."""

    start: int
    end: int
    role: Role
    owner: Owner | None = None
    """Whose words a quote is; None: the writer's own, or not told."""
    quoted_date: str | None = None
    """When the quoted work or the card is from, in ISO 8601, where the page says so."""


@dataclass(frozen=True)
class Entry:
    """One piece of a live blog; an article is a single one."""

    start: int
    end: int
    headline: Span | None
    byline: Byline | None
    stamp: Stamp | None
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Layout:
    """A page: its entries in order, whose blocks cover every character that is not blank once."""

    entries: tuple[Entry, ...]
    published: str | None
    """The page's own date line, in ISO 8601."""

    def reference(self, block: Block) -> str | None:
        """Return what this block's relative dates count from, in ISO 8601; None: not told.

        The quoted work's date, else the entry's stamp, else the page's own date.
        """
        if block.quoted_date:
            return block.quoted_date
        at = bisect_right(self.entries, block.start, key=lambda entry: entry.start) - 1
        stamp = self.entries[at].stamp if at >= 0 else None
        return (stamp and stamp.iso) or self.published
