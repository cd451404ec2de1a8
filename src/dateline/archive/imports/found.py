"""What other groups' archives hold, in one form."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from dateline.archive.fetch.exchange import Exchange


class ForeignError(Exception):
    """The file as a whole cannot be read; `str()` says why."""


@dataclass(frozen=True)
class Bad:
    """An entry that was skipped."""

    line: int
    """Of a table; of a web archive the number of the page."""
    why: str


@dataclass(frozen=True)
class Piece:
    """A file that lies beside a table, and what the table says of it."""

    path: Path
    hash_given: str = ""
    matches: bool | None = None
    """None where no hash is given that we know how to check."""


@dataclass(frozen=True)
class Found:
    """One thing that another group archived, as they tell of it."""

    line: int
    url: str
    title: str = ""
    text: str = ""
    posted_at: datetime | None = None
    archived_at: datetime | None = None
    status: str = ""
    """In their words, such as "telethon_extractor: success"."""
    files: tuple[Piece, ...] = ()
    elsewhere: tuple[str, ...] = ()
    """Addresses at which they keep it."""
    notes: tuple[str, ...] = ()
    """What could not be taken along, in plain words."""
    exchanges: tuple[Exchange, ...] = ()
    """The page as a web archive has it: redirects first, the answer last."""
    warc: bytes = b""
    """The same, written again as a .warc.gz."""
    matches: bool | None = None
    """Whether the web archive's own digests hold; None where it gives none."""
