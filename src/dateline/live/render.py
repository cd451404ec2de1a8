"""From views to the text of files: one function a file, each the same for the same view."""

import base64
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import override

from dateline.text import PLAYER_HOSTS, direction

from . import address, jsonld
from .labels import script_labels
from .view import Assets, BlogView, Change, ColumnView, Entry, PageView, ReportView

FORMAT = 1
POLL_SECONDS = 15

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    f"connect-src 'self'; frame-src {' '.join(PLAYER_HOSTS)}; base-uri 'none'; form-action 'none'"
)
"""Stands in every page too, for servers that send no headers of their own. The frames are those
that a reader's click loads."""

DAY_CSP = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'"
"""`day.html` carries its style in itself and has no script."""

REGIONS = {
    "bar-links": "_bar_links.html",
    "masthead": "_masthead.html",
    "key-events": "_key_events.html",
    "pinned": "_pinned.html",
    "pager": "_pager.html",
}


def page(name: str, view: PageView) -> str:
    """Return the HTML of `index`, `page`, `update` or `embed`."""
    with override(view.blog.language):
        extra = {
            "labels_json": jsonld.for_script(script_labels()),
            "jsonld": jsonld.live_blog_posting(view),
            "csp": CSP,
        }
        return render_to_string(f"live/{name}.html", _context(view) | extra)


def day(view: PageView, photo: bytes | None) -> str:
    """Return `day.html`: the whole day in one file, with its style and a small photo inside."""
    photo_data = f"data:image/jpeg;base64,{base64.b64encode(photo).decode()}" if photo else ""
    with override(view.blog.language):
        extra = {"photo_data": photo_data, "style": view.assets.style_text, "csp": DAY_CSP}
        return render_to_string("live/day.html", _context(view) | extra)


def regions(view: PageView) -> dict[str, str]:
    """Return the regions of page one by their ids, as deltas carry them."""
    with override(view.blog.language):
        context = _context(view)
        made = {
            name: render_to_string(f"live/{template}", context).strip()
            for name, template in REGIONS.items()
        }
    return made | {"situation": view.situation}


def entry(one: Entry, view: PageView) -> str:
    """Return an update's article as page one shows it."""
    with override(view.blog.language):
        context = _context(view) | {"entry": one}
        return render_to_string("live/_entry.html", context).strip()


def column(
    view: ColumnView, blogs: list[BlogView], built: Assets, root: str, public_url: str
) -> str:
    """Return a column's page: its blogs, newest first."""
    with override(view.language):
        context = {"column": view, "blogs": blogs} | _plain(view.language, root, built, public_url)
        return render_to_string("live/column.html", context)


def site(columns: list[tuple[ColumnView, BlogView | None]], built: Assets, public_url: str) -> str:
    """Return the site's first page: its columns, each with its newest blog."""
    language = columns[0][0].language if columns else "en"
    with override(language):
        context = {"columns": columns} | _plain(language, "", built, public_url)
        return render_to_string("live/site.html", context)


def not_found(built: Assets) -> str:
    """Return the page for addresses at which nothing stands."""
    with override("en"):
        return render_to_string("live/404.html", _plain("en", "/", built, ""))


def report(view: ReportView, built: Assets, public_url: str) -> str:
    """Return a report's page."""
    with override(view.language):
        root = address.root_from(address.report(view.shown.id))
        context = {"report": view, "one": view.shown, "column": view.column}
        context |= _plain(view.language, root, built, public_url)
        return render_to_string("live/report.html", context)


def head(blog: BlogView, sequence: int, hash: str) -> str:  # noqa: A002  the ledger's word
    """Return `head.json`, by which open pages learn that something changed."""
    value = {
        "format": FORMAT,
        "rev": blog.revision,
        "state": blog.state,
        "poll": POLL_SECONDS,
        "title": blog.headline,
        "updated": utc(blog.updated_at),
        "ledger": {"sequence": sequence, "hash": hash},
    }
    return json.dumps(value, ensure_ascii=False)


def delta(
    blog: BlogView,
    revision: int,
    articles: Iterable[tuple[str, Change, int]],
    changed_regions: dict[str, str],
    *,
    reload: bool = False,
) -> str:
    """Return `rev/<revision>.json`: what an open page needs to become as a fresh one.

    `articles` are (HTML, what happened, number); `reload` says that they are not enough.
    """
    value = {
        "format": FORMAT,
        "rev": revision,
        "state": blog.state,
        "title": blog.headline,
        "updated": utc(blog.updated_at),
        "first": address.first_on_index(blog.count),
        "count": blog.count,
        "entries": [
            {"number": number, "change": change, "html": html} for html, change, number in articles
        ],
        "regions": changed_regions,
        "reload": reload,
    }
    return json.dumps(value, ensure_ascii=False)


def utc(moment: datetime) -> str:
    """Return a moment as RFC 3339 in UTC, to the second."""
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _context(view: PageView) -> dict[str, Any]:
    root = address.root_from(view.folder)
    return {"page": view, "blog": view.blog, "column": view.blog.column} | _plain(
        view.blog.language, root, view.assets, view.public_url
    )


def plain_context(language: str, folder: str, built: Assets, public_url: str) -> dict[str, Any]:
    """Return what the template of any page needs, for one that lies in this folder."""
    return _plain(language, address.root_from(folder), built, public_url)


def _plain(language: str, root: str, built: Assets, public_url: str) -> dict[str, Any]:
    return {
        "root": root,
        "lang": language,
        "dir": direction(language),
        "assets": built,
        "public_url": public_url,
        "csp": CSP,
    }
