"""`day.html`: a day in one file small enough to send by chat."""

from dataclasses import replace

from dateline.ledger.models import LiveBlog

from . import pictures, read, render
from .view import Entry, PageView

MOST_BYTES = 100_000


def html(blog: LiveBlog, index: PageView) -> str:
    """Return the day in one self-contained file of at most 100 kB.

    Where the day is longer, the newest updates stand in it, and it says how many it leaves out.
    """
    reader = read.Reader(blog, "", for_day=True)
    entries = reader.newest(len(index.entries))
    photo = _photo(blog)
    while True:
        text = render.day(_view(index, entries), photo)
        excess = len(text.encode()) - MOST_BYTES
        if excess <= 0 or not entries:
            return text
        entries = entries[: _fewer(entries, excess)]


def _view(index: PageView, entries: tuple[Entry, ...]) -> PageView:
    return replace(index, entries=entries, omitted=index.blog.count - len(entries))


def _fewer(entries: tuple[Entry, ...], excess: int) -> int:
    """Return how many of the entries to keep so that about `excess` bytes go, at least one."""
    keep = len(entries)
    while keep and excess > 0:
        keep -= 1
        excess -= len(entries[keep].html.encode()) + 300
    return keep


def _photo(blog: LiveBlog) -> bytes | None:
    photo = blog.photo
    if photo is None or photo.redacted:
        return None
    try:
        return pictures.thumbnail(photo.sha256, photo.format)
    except pictures.UNREADABLE:
        return None  # logged where its widths are made
