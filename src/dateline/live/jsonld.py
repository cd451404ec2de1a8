"""A page's meaning for search engines and archives: schema.org's LiveBlogPosting."""

import json
from datetime import UTC, date, datetime
from typing import Any

from . import address
from .view import BlogView, Entry, PageView, Picture


def live_blog_posting(page: PageView) -> str:
    """Return the JSON-LD of a page of a blog, safe inside a script element."""
    blog = page.blog
    root = page.public_url or address.root_from(page.folder)
    value: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "LiveBlogPosting",
        "@id": f"urn:uuid:{blog.id}",
        "headline": blog.headline,
        "description": blog.lead,
        "inLanguage": blog.language,
        "datePublished": _utc(blog.told),
        "dateModified": _utc(blog.updated_at),
        "coverageStartTime": _utc(blog.told),
        "author": _publisher(blog, root),
        "publisher": _publisher(blog, root),
        "liveBlogUpdate": [_update(entry, page) for entry in page.entries if _stands(entry)],
    }
    if blog.closed_at:
        value["coverageEndTime"] = _utc(blog.closed_at)
    if page.public_url:
        value["url"] = value["mainEntityOfPage"] = page.public_url + page.folder
    if blog.photo:
        value["image"] = _image(blog.photo, root, blog.photo.credit)
    return for_script(value)


def for_script(value: Any) -> str:
    """Return JSON that cannot close its script element nor open a comment in it."""
    raw = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return raw.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _stands(entry: Entry) -> bool:
    return entry.standing == "published"


def _update(entry: Entry, page: PageView) -> dict[str, Any]:
    value = {
        "@type": "BlogPosting",
        "@id": f"urn:uuid:{entry.id}",
        "headline": entry.headline or page.blog.headline,
        "articleBody": entry.plain,
        "datePublished": _utc(entry.told),
        "dateModified": _utc(entry.corrections[-1].at if entry.corrections else entry.told),
        "author": {"@type": "Organization", "name": entry.byline},
    }
    if page.public_url:
        value["url"] = page.public_url + entry.permalink
    return value


def _publisher(blog: BlogView, root: str) -> dict[str, Any]:
    value: dict[str, Any] = {"@type": "Organization", "name": blog.column.publisher}
    if blog.column.logo:
        value["logo"] = _image(blog.column.logo, root)
    return value


def _image(picture: Picture, root: str, credit: str = "") -> dict[str, Any]:
    value: dict[str, Any] = {
        "@type": "ImageObject",
        "url": root + picture.sources[-1][0],
        "width": picture.width,
        "height": picture.height,
    }
    return value | {"creditText": credit} if credit else value


def _utc(moment: datetime | date) -> str:
    if not isinstance(moment, datetime):
        return moment.isoformat()
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
