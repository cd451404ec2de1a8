"""The site's own pages: the list of columns, each column's list of blogs, and what is not found."""

from collections.abc import Iterable

from django.db.models import QuerySet

from dateline.ledger.models import Column, LiveBlog

from . import address, pictures, read, render
from .publish import Site
from .view import BlogView

MOST_BLOGS = 400
"""On a column's page; a daily column reaches this in a year."""


def write(site: Site, columns: Iterable[Column]) -> None:
    """Write the pages of these columns and, as they stand on it, the site's first page."""
    chosen = list(columns)
    for column in chosen:
        _write_column(site, column)
    if chosen or not site.folder.has("index.html"):
        everyone = Column.objects.select_related("logo").order_by("name")
        listed = [(read.column_view(column), _newest(column)) for column in everyone]
        page = render.site(listed, site.assets, site.public_url)
        site.folder.write("index.html", page)
        site.folder.write("404.html", render.not_found(site.assets))


def _write_column(site: Site, column: Column) -> None:
    if column.logo and not column.logo.redacted:
        pictures.publish(column.logo, site.folder)
    blogs = [read.blog_view(blog) for blog in _blogs(column)[:MOST_BLOGS]]
    view = read.column_view(column)
    root = address.root_from(f"{column.slug}/")
    page = render.column(view, blogs, site.assets, root, site.public_url)
    site.folder.write(f"{column.slug}/index.html", page)


def _blogs(column: Column) -> QuerySet[LiveBlog]:
    blogs = LiveBlog.objects.filter(column=column).order_by("-started_at")
    return blogs.select_related("column__logo", "photo", "previous")


def _newest(column: Column) -> BlogView | None:
    blog = _blogs(column).first()
    return read.blog_view(blog) if blog else None
