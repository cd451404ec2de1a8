"""Following the ledger: new entries become files, and the caller learns which heads moved."""

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from dateline import __version__
from dateline.ledger.database import forget_freed_pages
from dateline.ledger.models import Column, Entry, LiveBlog, Media, Update

from . import address, assets, fronts, pictures, purge
from .files import SiteFolder
from .plan import BlogPlan, Plan, plan
from .publish import BlogPublisher, Site

log = logging.getLogger(__name__)

BATCH = 500
"""Entries taken at once: a site that is far behind is written in steps that a kill cannot undo."""


class Head(NamedTuple):
    """A blog whose head moved: its `column/blog`, and the newest revision."""

    blog: str
    revision: int


class Follower:
    """Keeps the site folder as the ledger says. One at a time may run on a folder."""

    def __init__(self, root: Path | None = None) -> None:
        folder = SiteFolder(root or settings.DATELINE_SITE)
        built = assets.publish(folder)
        folder.start_over_unless_made_by(
            f"{__version__} {built.style} {built.script} {settings.DATELINE_PUBLIC_URL}"
        )
        self.site = Site(folder, built, settings.DATELINE_PUBLIC_URL)

    def catch_up(self) -> list[Head]:
        """Write what happened since the folder was last written; return the heads that moved.

        Raises OSError where the disk cannot take it: the sequence stays where it was, so the next
        call tries the same again.
        """
        heads: dict[str, int] = {}
        while batch := self._next():
            heads.update(self._follow(batch))
        return [Head(blog, revision) for blog, revision in heads.items()]

    def _next(self) -> list[Entry]:
        newer = Entry.objects.filter(sequence__gt=self.site.folder.sequence)
        return list(newer.order_by("sequence")[:BATCH])

    def _follow(self, entries: list[Entry]) -> list[Head]:
        planned = plan(entries)
        with purge.journal(self.site.folder, planned.redactions):
            self._remove_pictures(planned)
            heads = list(self._write_blogs(planned, entries[-1]))
            if planned.redactions:
                fronts.sweep(self.site)
                forget_freed_pages()
        self.site.folder.sequence = planned.sequence
        return heads

    def _remove_pictures(self, planned: Plan) -> None:
        for media in Media.objects.filter(pk__in=planned.media, redacted=True):
            # Someone else may have brought the same bytes, and those still stand.
            if Media.objects.filter(sha256=media.sha256, redacted=False).exists():
                continue
            for width in pictures.widths_of(media):
                self.site.folder.remove(pictures.path_of(media, width))
        logos = Column.objects.filter(logo__in=planned.media)
        planned.columns |= set(logos.values_list("pk", flat=True))

    def _write_blogs(self, planned: Plan, newest: Entry) -> Iterator[Head]:
        blogs = self._blogs(planned)
        for blog in blogs:
            BlogPublisher(self.site, blog).write(planned.blogs[blog.pk], newest)
            yield Head(address.blog(blog.column.slug, blog.slug).rstrip("/"), blog.revision)
        touched = {blog.column_id for blog in blogs if planned.blogs[blog.pk].masthead}
        fronts.write(self.site, Column.objects.filter(pk__in=touched | planned.columns))

    def _blogs(self, planned: Plan) -> list[LiveBlog]:
        """Return the blogs to write, with those that name what changed elsewhere."""
        for pk in _naming(planned):
            one = planned.blogs.setdefault(pk, BlogPlan())
            one.every_page = True
            one.every_delta |= bool(planned.redactions)
        chosen = LiveBlog.objects.filter(pk__in=list(planned.blogs))
        return list(chosen.select_related("column__logo", "photo", "previous"))


def _naming(planned: Plan) -> set[UUID]:
    """Return the blogs that name a changed column, a renamed blog, or a picture's lost words."""
    renamed = [pk for pk, one in planned.blogs.items() if one.renamed]
    which = Q(column__in=planned.columns) | Q(previous__in=renamed) | Q(photo__in=planned.media)
    naming = set(LiveBlog.objects.filter(which).values_list("pk", flat=True))
    for media in planned.media:
        showing = Update.objects.filter(body__contains=str(media), number__isnull=False)
        naming |= set(showing.values_list("blog", flat=True))
    return naming


class Trouble:
    """A note for the desk, in the data folder, while the site cannot be written."""

    def __init__(self) -> None:
        self.path = Path(settings.DATELINE_DATA) / "live-trouble.txt"

    def note(self, error: Exception) -> None:
        """Say that the site stands still, and since when. A full disk cannot even take this."""
        log.error("The site could not be written: %s", error)
        if not self.path.exists():
            since = timezone.now().strftime("%H:%M UTC")
            try:
                self.path.write_text(
                    f"The site could not be written since {since}: {error}. "
                    "What you publish is kept and will appear."
                )
            except OSError:
                log.error("The data folder cannot be written either.")

    def clear(self) -> None:
        """The site is written again."""
        self.path.unlink(missing_ok=True)
