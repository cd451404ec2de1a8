"""RSS, RDF and Atom through feedparser, which is given mended bytes and never an address."""

import calendar
import io
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import feedparser

from dateline.archive.watch.choose import newest_first
from dateline.archive.watch.repair import MOST_ITEMS, mended
from dateline.archive.watch.told import Item, Listing, bounded, key
from dateline.archive.watch.words import address, line, lines, plain

AHEAD: Final = timedelta(minutes=10)
"""How far a site's clock may run before ours; a later date is a mistake or a trick."""

OLDEST: Final = datetime(1990, 1, 1, tzinfo=UTC)
"""Older dates are a program's zero, not a day on which something was posted."""

PERIODS: Final = {"hourly": 1, "daily": 24, "weekly": 168, "monthly": 720, "yearly": 8760}


def read_feed(text: str, *, url: str, now: datetime) -> Listing:
    """Return what a feed lists, `text` being it from its root on. Raises WatchError."""
    data, count = mended(text)
    parsed = feedparser.parse(
        io.BytesIO(data),
        response_headers={
            "content-location": url,
            "content-type": "application/xml; charset=utf-8",
        },
        resolve_relative_uris=False,
        sanitize_html=False,  # every text is made plain below
    )
    is_atom = str(parsed.get("version") or "").startswith("atom")
    items = [_item(entry, url, now, is_atom) for entry in parsed["entries"]]
    return Listing(
        items=newest_first(told_apart(items)),
        title=line(_title(parsed["feed"], is_atom)),
        note=too_many(count),
        next_after=_rhythm(parsed["feed"]),
    )


def too_many(count: int) -> str:
    """Say so where a feed lists more than is read."""
    over = f"It lists {count:,} items; the first {MOST_ITEMS:,} were read."
    return over if count > MOST_ITEMS else ""


def told_apart(items: Iterable[tuple[str, Item]]) -> list[Item]:
    """Give each item its key: by its id; by its link; by its title and date.

    Some feeds give several items one id. Those are told apart by link, title and date too. What is
    the same in all of them is one item.
    """
    listed = list(items)
    links: defaultdict[str, set[str]] = defaultdict(set)
    for given, item in listed:
        links[given].add(item.address or item.title)
    keyed: dict[str, Item] = {}
    for given, item in listed:
        one = Item(**{**vars(item), "key": _key(given, item, shared=len(links[given]) > 1)})
        keyed.setdefault(one.key, one)
    return list(keyed.values())


def _key(given: str, item: Item, *, shared: bool) -> str:
    words = (item.title or item.text[:200], _written(item))
    if given:
        return key("id", given, item.address, *words) if shared else key("id", given)
    return key("link", item.address) if item.address else key("words", *words)


def _written(item: Item) -> str:
    return item.posted_at.isoformat() if item.posted_at else item.posted_words


def when(moment: datetime | None, words: str, now: datetime) -> tuple[datetime | None, str]:
    """Return the date, or the words for it where it is none that can be."""
    if moment and OLDEST <= moment <= now + AHEAD:
        return moment, ""
    return None, line(words, 100)


def _item(entry: Any, url: str, now: datetime, is_atom: bool) -> tuple[str, Item]:
    words = str(_first(entry, "published", "updated", "created") or "")
    posted_at, posted_words = when(_moment(entry), words, now)
    item = Item(
        key="",
        address=address(str(entry.get("link") or _enclosed(entry)), url),
        title=line(_title(entry, is_atom)),
        posted_at=posted_at,
        posted_words=posted_words,
        text=lines(_text(entry)),
        author=line(plain(str(entry.get("author") or "")), 200),
        has_media=bool(_enclosed(entry) or entry.get("media_content")),
    )
    return line(str(entry.get("id") or ""), 3_000), item


def _title(of: Any, is_atom: bool) -> str:
    """Return a title as words; only in Atom does a title say whether it is markup."""
    detail = of.get("title_detail") or {}
    title = str(of.get("title") or "")
    return title if is_atom and detail.get("type") == "text/plain" else plain(title)


def _text(entry: Any) -> str:
    contents = entry.get("content") or [{}]
    return plain(str(entry.get("summary") or contents[0].get("value") or ""))


def _enclosed(entry: Any) -> str:
    links = entry.get("links") or []
    return next((str(one.get("href", "")) for one in links if one.get("rel") == "enclosure"), "")


def _first(entry: Any, *names: str) -> Any:
    """Return the first that is there; `get` would take one date for another, and warn."""
    return next((dict.get(entry, name) for name in names if dict.get(entry, name)), None)


def _moment(entry: Any) -> datetime | None:
    found = _first(entry, "published_parsed", "updated_parsed", "created_parsed")
    try:
        return datetime.fromtimestamp(calendar.timegm(found), UTC) if found else None
    except (ValueError, OverflowError, OSError):  # the year 0, the year 99999
        return None


def _rhythm(feed: Any) -> timedelta | None:
    """Return how often the feed says that it is worth looking: ttl, or sy:updatePeriod."""
    ttl = _number(feed.get("ttl"))
    if ttl:
        return bounded(timedelta(minutes=ttl))
    period = PERIODS.get(str(feed.get("sy_updateperiod") or "").strip().lower())
    often = _number(feed.get("sy_updatefrequency")) or 1
    return bounded(timedelta(hours=period) / often) if period else None


def _number(value: Any) -> int:
    text = str(value or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 0
