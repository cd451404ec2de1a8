"""What a look is given and what it brings back."""

import hashlib
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal, Protocol

from dateline.archive.fetch.exchange import Fetched

Kind = Literal["", "feed", "page", "telegram"]

SOONEST: Final = timedelta(minutes=5)
LATEST: Final = timedelta(days=1)
MOST_NEW: Final = 50
"""How many items one look brings; what is left over waits for the next look."""


class Getter(Protocol):
    """What a look needs of a fetcher."""

    def get(
        self, url: str, *, headers: Mapping[str, str] = ..., most_bytes: int | None = None
    ) -> Fetched:
        """Return the answer, redirects followed; raises FetchError."""


@dataclass(frozen=True)
class Watched:
    """An address that an editor named, and what the last look left."""

    address: str
    kind: Kind = ""  # "" is to find out; "page" is never given up for a feed that it declares
    first: bool = True
    found_at: str = ""  # the feed that the address led to, where it is another address
    etag: str = ""
    last_modified: str = ""
    seen: AbstractSet[str] = frozenset()


@dataclass(frozen=True)
class Item:
    """One thing that a watched address lists. Its address may be "" in a feed of bare texts."""

    key: str
    address: str
    title: str = ""
    posted_at: datetime | None = None
    posted_words: str = ""  # the date as written, where it is none or lies in the future
    text: str = ""
    author: str = ""
    has_media: bool = False


@dataclass(frozen=True)
class Listing:
    """All that an address lists at one moment, newest first."""

    items: tuple[Item, ...]
    title: str = ""
    note: str = ""
    next_after: timedelta | None = None
    text_digest: str = ""


@dataclass(frozen=True)
class Looked:
    """What one look found; to be handed back as Watched at the next."""

    kind: Kind
    found_at: str = ""
    etag: str = ""
    last_modified: str = ""
    not_modified: bool = False
    title: str = ""
    items: tuple[Item, ...] = ()  # what is new, the oldest first
    seen: tuple[str, ...] = ()  # the keys listed now that must never be new again
    waiting: int = 0  # how many new ones wait for the next look
    note: str = ""
    next_after: timedelta | None = None
    text_digest: str = ""  # of a page's main words: another digest is a changed page


class WatchError(Exception):
    """Why a look brought nothing, in words for an editor."""

    def __init__(
        self, words: str, *, retry: bool = True, gone: bool = False, after: timedelta | None = None
    ) -> None:
        super().__init__(words)
        self.retry = retry
        self.gone = gone
        self.after = after


class AbsentError(WatchError):
    """Nothing of the kind is at this address; what led to it may lead elsewhere by now."""


def bounded(wait: timedelta) -> timedelta:
    """Return the wait that a stranger asked for, within what the desk can live with."""
    return min(max(wait, SOONEST), LATEST)


def key(*parts: str) -> str:
    """Return a short identity: ids are of any length and hold any character."""
    joined = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(joined).hexdigest()[:32]
