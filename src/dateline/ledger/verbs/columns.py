"""Columns: opening one, and changing what it is called."""

from dataclasses import dataclass, fields
from datetime import date

from ..checks import check_language, check_slug, check_texts, check_zone, require_words
from ..log import verb
from ..models import Column, LiveBlog, Media, Person
from ..permission import require
from ..refusal import Refused


@dataclass(frozen=True, kw_only=True)
class ColumnText:
    """What a column says of itself."""

    name: str
    publisher: str
    description: str = ""
    language: str = "en"
    zone: str = "UTC"
    byline: str = "the desk"
    logo: Media | None = None
    tolls_since: date | None = None


def open_column(*, by: Person, slug: str, text: ColumnText) -> Column:
    """Open a column at an address that it keeps."""
    with verb("open_column", by=by) as log:
        require(by, "manage_site")
        check_slug(slug)
        if Column.objects.filter(slug=slug).exists():
            raise Refused(f"There is a column at “{slug}” already. Choose another address.")
        column = Column(slug=slug)
        _apply(column, text)
        log.write(column, before=None)
    return column


def edit_column(*, by: Person, column: Column, text: ColumnText) -> Column:
    """Change what a column says of itself; its address stays."""
    with verb("edit_column", by=by) as log:
        require(by, "manage_column", column)
        column = Column.objects.get(pk=column.pk)
        before = column.content()
        _apply(column, text)
        log.write(column, before=before)
        for blog in column.blogs.filter(state=LiveBlog.State.LIVE):  # open pages must learn of it
            log.write(blog, before=blog.content(), public=blog)
    return column


def _apply(column: Column, text: ColumnText) -> None:
    for field in fields(text):
        value = getattr(text, field.name)
        setattr(column, field.name, value.strip() if isinstance(value, str) else value)
    require_words(column.name, "The column's name")
    require_words(column.publisher, "The publisher's name")
    if column.logo and column.logo.redacted:
        column.logo = None
    column.byline = column.byline or "the desk"
    check_language(column.language)
    check_zone(column.zone)
    check_texts(column)
    column.save()
