"""JSON Feed 1.x: every field may be missing, or of a type that it must not have."""

import json
from datetime import UTC, datetime
from typing import Any

from dateline.archive.watch.choose import newest_first
from dateline.archive.watch.feeds import told_apart, too_many, when
from dateline.archive.watch.repair import LENGTH, MOST_ITEMS
from dateline.archive.watch.told import AbsentError, Item, Listing
from dateline.archive.watch.words import address, line, lines, plain

NO_FEED = "This address brings JSON that is no JSON Feed. Name a feed or a page."


def read_json_feed(text: str, *, url: str, now: datetime) -> Listing:
    """Return what a JSON Feed lists. Raises WatchError for any other JSON."""
    try:
        feed = json.loads(text)
    except (ValueError, RecursionError):  # RecursionError: 100,000 brackets
        raise AbsentError(NO_FEED) from None
    listed = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(listed, list) or "jsonfeed.org" not in _string(feed.get("version")):
        raise AbsentError(NO_FEED)
    read = [_item(one, url, now) for one in listed[:MOST_ITEMS] if isinstance(one, dict)]
    title = line(_string(feed.get("title")))
    return Listing(newest_first(told_apart(read)), title=title, note=too_many(len(listed)))


def _item(one: dict[str, Any], url: str, now: datetime) -> tuple[str, Item]:
    words = _string(one.get("date_published")) or _string(one.get("date_modified"))
    posted_at, posted_words = when(_moment(words), words, now)
    body = _string(one.get("content_text")) or plain(_string(one.get("content_html"))[:20_000])
    summary = _string(one.get("summary"))
    link = _string(one.get("url")) or _string(one.get("external_url"))
    item = Item(
        key="",
        address=address(link, url) if link else "",
        title=line(_string(one.get("title"))),
        posted_at=posted_at,
        posted_words=posted_words,
        text=lines((summary or body)[:20_000]),
        author=_author(one),
        has_media=bool(one.get("attachments") or one.get("image")),
    )
    given = one.get("id")
    return line(given if isinstance(given, str) else _whole(given), LENGTH), item


def _author(one: dict[str, Any]) -> str:
    named = one.get("authors")
    first = named[0] if isinstance(named, list) and named else one.get("author")  # 1.1, or 1.0
    return line(_string(first.get("name")), 200) if isinstance(first, dict) else ""


def _moment(words: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(words.strip()[:40])
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _whole(value: object) -> str:
    """Return an id that is a number as its digits; 1.0 allowed it."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def _string(value: object) -> str:
    return value if isinstance(value, str) else ""
