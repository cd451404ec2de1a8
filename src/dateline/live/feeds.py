"""Atom and JSON Feed of a blog: the newest updates, the stones of withdrawn ones included."""

import json
import re
from datetime import UTC, datetime
from typing import Any

from django.utils.feedgenerator import Atom1Feed
from django.utils.formats import date_format
from django.utils.translation import gettext, override

from . import address
from .templatetags.moments import DAY
from .view import BlogView, Entry

NEWEST = address.PER_PAGE
NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that no XML 1.0 document may hold, not even escaped."""


def atom(blog: BlogView, entries: tuple[Entry, ...], root: str) -> str:
    """Return the Atom feed; `root` leads to the site's root, ids never depend on it."""
    with override(blog.language):
        return _atom(blog, entries, root)


def _atom(blog: BlogView, entries: tuple[Entry, ...], root: str) -> str:
    folder = address.blog(blog.column.slug, blog.slug)
    feed = Atom1Feed(
        title=_clean(f"{blog.column.name}: {blog.headline}"),
        link=root + folder,
        description=None,  # Atom needs none
        subtitle=_clean(blog.lead) or None,
        language=blog.language,
        author_name=_clean(blog.column.publisher),
        feed_url=f"{root}{folder}feed.atom",
    )
    feed.feed["id"] = f"urn:uuid:{blog.id}"
    for entry in entries:
        feed.add_item(
            title=_clean(title(entry)),
            link=root + entry.permalink,
            description=_clean(content(entry)),
            unique_id=f"urn:uuid:{entry.id}",
            pubdate=None if entry.day else entry.published_at,
            updateddate=changed_at(entry),
            author_name=_clean(entry.byline) or None,
        )
    feed.latest_post_date = lambda: blog.updated_at  # type: ignore[method-assign]
    return str(feed.writeString("utf-8"))


def json_feed(blog: BlogView, entries: tuple[Entry, ...], root: str) -> str:
    """Return the JSON Feed 1.1 of the same updates."""
    folder = address.blog(blog.column.slug, blog.slug)
    value: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": f"{blog.column.name}: {blog.headline}",
        "description": blog.lead,
        "language": blog.language,
        "home_page_url": root + folder,
        "feed_url": f"{root}{folder}feed.json",
        "authors": [{"name": blog.column.publisher}],
        "expired": blog.state == "closed",
    }
    with override(blog.language):
        value["items"] = [_item(entry, root) for entry in entries]
    return json.dumps(value, ensure_ascii=False)


def _item(entry: Entry, root: str) -> dict[str, Any]:
    return {
        "id": f"urn:uuid:{entry.id}",
        "url": root + entry.permalink,
        "title": title(entry),
        "content_html": content(entry),
        **({} if entry.day else {"date_published": _utc(entry.published_at)}),
        "date_modified": _utc(changed_at(entry)),
        "authors": [{"name": entry.byline}] if entry.byline else [],
    }


def title(entry: Entry) -> str:
    """Return an update's title for a list; a stone says that it is one."""
    if entry.standing == "withdrawn":
        return gettext("Withdrawn")
    if entry.standing == "redacted":
        return gettext("Removed")
    return entry.headline or entry.title[:80]


def content(entry: Entry) -> str:
    """Return an update's HTML with its corrections in words; a stone gives its reason.

    A feed's own dates have an hour each: an update that has but a day tells it in its words.
    """
    if entry.standing != "published":
        return _paragraph(entry.gone_reason)
    notes = (
        gettext("Words were removed that should never have been public.")
        if one.redaction
        else gettext("Corrected: {note}").format(note=one.note)
        for one in entry.corrections
    )
    dated = _paragraph(date_format(entry.day, DAY)) if entry.day else ""
    return dated + entry.html + "".join(_paragraph(note) for note in notes)


def changed_at(entry: Entry) -> datetime:
    """Return when an update last changed for its readers: without an hour, when it came here."""
    begin = entry.published_at if not entry.day else entry.brought_at or entry.published_at
    times = [begin, *(one.at for one in entry.corrections)]
    return max([*times, entry.gone_at] if entry.gone_at else times)


def _paragraph(words: str) -> str:
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<p>{escaped}</p>"


def _clean(words: str) -> str:
    return NOT_XML.sub("", words)


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
