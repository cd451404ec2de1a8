"""Live blogs: starting one, changing its masthead, closing it."""

from dataclasses import dataclass
from datetime import date, datetime, time

from ..checks import check_language, check_slug, check_texts, require_words
from ..log import verb
from ..models import Column, LiveBlog, Media, Person, Update
from ..permission import require
from ..refusal import Refused


@dataclass(frozen=True, kw_only=True)
class Masthead:
    """What stands at the head of a live blog."""

    headline: str
    lead: str = ""
    photo: Media | None = None
    language: str = ""
    """Empty means the column's."""
    previous: LiveBlog | None = None


def start_blog(
    *,
    by: Person,
    column: Column,
    slug: str,
    masthead: Masthead,
    at: datetime | None = None,
    day: date | None = None,
) -> LiveBlog:
    """Start a live blog; readers see it at once.

    `day` is that of a blog which was published elsewhere, in place of `at`: nobody knows its hour.
    """
    if day:
        at = datetime.combine(day, time(), column.zone_info)
    with verb("start_blog", by=by, at=at) as log:
        require(by, "edit_blog", column)
        check_slug(slug)
        if LiveBlog.objects.filter(column=column, slug=slug).exists():
            raise Refused(f"This column has a blog at “{slug}” already. Choose another address.")
        blog = LiveBlog(column=column, slug=slug, started_at=log.now, touched_at=log.now, day=day)
        _apply(blog, masthead)
        log.write(blog, before=None, public=blog)
    return blog


def edit_blog(
    *, by: Person, blog: LiveBlog, masthead: Masthead, at: datetime | None = None
) -> LiveBlog:
    """Change a blog's masthead."""
    with verb("edit_blog", by=by, at=at) as log:
        blog = _get(blog)
        require(by, "edit_blog", blog.column)
        before = blog.content()
        _apply(blog, masthead)
        log.write(blog, before=before, public=blog)
        if before["headline"] != blog.headline:
            for later in LiveBlog.objects.filter(previous=blog, state=LiveBlog.State.LIVE):
                log.write(later, before=later.content(), public=later)  # it names this one
    return blog


def close_blog(*, by: Person, blog: LiveBlog, at: datetime | None = None) -> LiveBlog:
    """Close a blog: open pages stop asking. Corrections are still possible.

    What was scheduled is a draft again: opened once more, the blog must not publish old plans.
    """
    with verb("close_blog", by=by, at=at) as log:
        blog = _get(blog)
        require(by, "edit_blog", blog.column)
        if blog.state == LiveBlog.State.CLOSED:
            raise Refused("This blog is closed already.")
        before = blog.content()
        blog.state, blog.closed_at = LiveBlog.State.CLOSED, max(log.now, blog.started_at)
        blog.save()
        log.write(blog, before=before, public=blog)
        for update in blog.updates.filter(status=Update.Status.SCHEDULED):
            planned = update.content()
            update.status, update.scheduled_for = Update.Status.DRAFT, None
            update.save()
            log.write(update, before=planned, reason="The blog was closed.")
    return blog


def reopen_blog(*, by: Person, blog: LiveBlog) -> LiveBlog:
    """Open a closed blog again."""
    with verb("reopen_blog", by=by) as log:
        blog = _get(blog)
        require(by, "edit_blog", blog.column)
        if blog.state == LiveBlog.State.LIVE:
            raise Refused("This blog is live already.")
        before = blog.content()
        blog.state, blog.closed_at = LiveBlog.State.LIVE, None
        blog.save()
        log.write(blog, before=before, public=blog)
    return blog


def _get(blog: LiveBlog) -> LiveBlog:
    found: LiveBlog = LiveBlog.objects.select_related("column").get(pk=blog.pk)
    return found


def _apply(blog: LiveBlog, masthead: Masthead) -> None:
    blog.headline = require_words(masthead.headline, "The headline")
    blog.lead = masthead.lead.strip()
    blog.photo = masthead.photo
    blog.language = masthead.language or blog.column.language
    if blog.photo and blog.photo.redacted:
        blog.photo = None
    blog.previous = masthead.previous
    if blog.previous and blog.previous.column_id != blog.column_id:
        raise Refused("The previous blog must be one of the same column.")
    if blog.previous and blog.previous.pk == blog.pk:
        raise Refused("A blog cannot be its own previous one.")
    check_language(blog.language)
    check_texts(blog)
    blog.save()
