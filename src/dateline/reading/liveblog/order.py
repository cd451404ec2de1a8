"""The order in which a page's entries were published, whatever order the page shows them in."""

from collections.abc import Sequence
from datetime import date, datetime, time, tzinfo
from itertools import pairwise

from dateline.reading.liveblog.page import Card, Entry

Placed = tuple[datetime, Entry]


def in_order(entries: Sequence[Entry], day: date, zone: tzinfo) -> list[Placed]:
    """Return the entries, the oldest first, each with the time that it stands at in this order.

    An entry that tells no hour stands where the page has it: at the time of the one before it. A
    page whose times say nothing is taken to show the newest first, as live blogs do.
    """
    oldest_first = list(entries if _rises(entries) else reversed(entries))
    start = datetime.combine(day, time(), zone)
    known = [entry.time.at for entry in oldest_first if entry.time and entry.time.at]
    at = min([start, *known[:1]])
    placed: list[Placed] = []
    for entry in oldest_first:
        at = (entry.time.at if entry.time else None) or at
        placed.append((at, entry))
    return sorted(placed, key=lambda pair: pair[0])


def _rises(entries: Sequence[Entry]) -> bool:
    """Tell whether times grow down the page: those of the entries, else those of their cards."""
    own = [entry.time.at for entry in entries if entry.time and entry.time.at]
    times = own if len(own) > 1 else [at for entry in entries for at in _card_times(entry)]
    steps = [(before < after) - (before > after) for before, after in pairwise(times)]
    return sum(steps) > 0


def _card_times(entry: Entry) -> list[datetime]:
    """Return the newest time of an entry's cards: within an entry they grow however it is read."""
    cards = [part for part in entry.parts if isinstance(part, Card)]
    times = [card.time.at for card in cards if card.time and card.time.at]
    return [max(times)] if times else []
