"""Which of the listed items are new, and how many of them one look brings."""

from collections.abc import Iterable
from datetime import UTC, datetime

from dateline.archive.watch.told import MOST_NEW, SOONEST, Item, Kind, Listing, Looked, Watched

BEFORE_ALL = datetime.min.replace(tzinfo=UTC)


def newest_first(items: Iterable[Item]) -> tuple[Item, ...]:
    """Order by date; an item without one stays behind its neighbour, as the feed has it."""
    listed = list(items)
    carried = next((item.posted_at for item in listed if item.posted_at), BEFORE_ALL)
    dated = []
    for item in listed:
        carried = item.posted_at or carried
        dated.append((carried, item))
    return tuple(item for _, item in sorted(dated, key=lambda pair: pair[0], reverse=True))


def chosen(watch: Watched, kind: Kind, listing: Listing) -> Looked:
    """Return what is new. A first look takes the newest; a later one the oldest, so none is lost.

    What a first look passes over counts as seen, or 10,000 old items would follow, 50 a look.
    """
    fresh = [item for item in listing.items if item.key not in watch.seen]
    taken = fresh[:MOST_NEW] if watch.first else fresh[-MOST_NEW:]
    waiting = [] if watch.first else fresh[:-MOST_NEW]
    later = {item.key for item in waiting}
    return Looked(
        kind=kind,
        title=listing.title,
        items=tuple(reversed(taken)),
        seen=tuple(item.key for item in listing.items if item.key not in later),
        waiting=len(waiting),
        note=_note(watch, listing, len(fresh), len(taken)),
        next_after=SOONEST if waiting else listing.next_after,
        text_digest=listing.text_digest,
    )


def _note(watch: Watched, listing: Listing, fresh: int, taken: int) -> str:
    notes = [listing.note] if listing.note else []
    if watch.first and fresh > taken:
        notes.append(f"It lists {fresh:,} items; the newest {taken} were taken.")
    elif fresh > taken:
        notes.append(f"{fresh:,} items are new; the oldest {taken} were taken, the rest follows.")
    return " ".join(notes)
