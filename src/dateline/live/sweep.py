"""Sweeping up after a redaction: what no page of the site names any longer."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import Q

from dateline.ledger.models import Cited, Column, LiveBlog, Media, Update

from . import cards, pictures, read
from .files import SiteFolder
from .publish import FEW

KEPT = frozenset({"assets", "media", "reports", "claims", "incidents"})
"""Folders beside those of columns."""


def sweep(folder: SiteFolder) -> None:
    """Remove the folders of redacted addresses, and pictures that nothing shows any longer."""
    _sweep_folders(folder)
    shown = {pictures.path_of(one, width) for one in _shown() for width in pictures.widths_of(one)}
    for name in folder.files("media"):
        if f"media/{name}" not in shown:
            folder.remove(f"media/{name}")


def _sweep_folders(folder: SiteFolder) -> None:
    known = {column.slug: set[str]() for column in Column.objects.all()}
    for blog in LiveBlog.objects.select_related("column"):
        known[blog.column.slug].add(blog.slug)
    for column in set(folder.folders("")) - KEPT:
        for blog_slug in folder.folders(column):
            if blog_slug not in known.get(column, set()):
                folder.remove(f"{column}/{blog_slug}")
        if column not in known:
            folder.remove(column)


def _shown() -> Iterator[pictures.Bytes]:
    fronts = Q(pk__in=LiveBlog.objects.values("photo")) | Q(pk__in=Column.objects.values("logo"))
    yield from Media.objects.filter(fronts, redacted=False)
    standing = Update.objects.filter(status=Update.Status.PUBLISHED)
    for update in standing.filter(body__contains="::media").iterator():
        yield from read.media_of([update])
    named = Cited.objects.filter(update__in=standing).values_list("named", flat=True).distinct()
    for some in _few(list(named)):
        yield from cards.pictures_of(some)


def _few(ids: list[UUID]) -> Iterator[list[UUID]]:
    """Give the ids in such numbers as a database takes in one query."""
    return (ids[at : at + FEW] for at in range(0, len(ids), FEW))
