"""Following the ledger: new entries become files, and the caller learns which heads moved."""

import logging
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from django.conf import settings
from django.db import DatabaseError
from django.db.models import Q
from django.utils import timezone

from dateline import __version__
from dateline.ledger.database import forget_freed_pages
from dateline.ledger.linked import ever_linked_with
from dateline.ledger.models import Column, Entry, LiveBlog, Update
from dateline.ledger.readable import hold_changed

from . import address, assets, fronts, purge, reports, sweep
from .exports import Exports
from .files import SiteFolder
from .narrowing import Narrowed
from .plan import BlogPlan, Plan, plan
from .publish import BlogPublisher, Site
from .situation import geojson, whole
from .situation.memo import Situations
from .touched import Touched, touched, write_touched
from .withhold import withhold

log = logging.getLogger(__name__)

BATCH = 500
"""Entries taken at once: a site that is far behind is written in steps that a kill cannot undo."""


class Head(NamedTuple):
    """A blog whose head moved: its `column/blog`, and the newest revision."""

    blog: str
    revision: int


class Unwritten(Exception):  # noqa: N818  what happened, in the words of this room
    """Some blog could not be made for a fault of the program; `heads` moved all the same."""

    def __init__(self, heads: list[Head], cause: Exception) -> None:
        super().__init__(f"a live blog could not be made ({type(cause).__name__})")
        self.heads = heads


class Follower:
    """Keeps the site folder as the ledger says. One at a time may run on a folder."""

    def __init__(self, root: Path | None = None) -> None:
        folder = SiteFolder(root or settings.DATELINE_SITE)
        built = assets.publish(folder)
        folder.start_over_unless_made_by(
            f"{__version__} {built.style} {built.script} {settings.DATELINE_PUBLIC_URL}"
        )
        self.exports = Exports(folder)
        weighed = Situations(built.worker)
        self.site = Site(folder, built, settings.DATELINE_PUBLIC_URL, weighed)

    def catch_up(self) -> list[Head]:
        """Write what happened since the folder was last written; return the heads that moved.

        Raises OSError where the disk cannot take it, and Unwritten where a blog could not be made:
        the sequence stays where it was, so the next call tries the same again.
        """
        if not self.site.folder.has("index.html"):
            fronts.write(self.site, [])
        heads: dict[str, int] = {}
        while batch := self._next():
            self._follow(batch, heads)
        return [Head(blog, revision) for blog, revision in heads.items()]

    def _next(self) -> list[Entry]:
        newer = Entry.objects.filter(sequence__gt=self.site.folder.sequence)
        return list(newer.select_related("content").order_by("sequence")[:BATCH])

    def _follow(self, entries: list[Entry], heads: dict[str, int]) -> None:
        planned = plan(entries)
        planned.narrowed += _reports_held_in(entries)
        withhold(planned)
        evidence = touched(entries)
        weighed = self.site.situations.forget(entries, evidence.incidents)
        with purge.journal(self.site.folder, planned.removals):
            self._write_maps(weighed)
            self._write_blogs(planned, evidence, entries[-1], heads)
            if planned.removals:
                self.exports.withdraw()
                sweep.sweep(self.site.folder)
                forget_freed_pages()
        self.site.folder.sequence = planned.sequence

    def _write_maps(self, columns: set[UUID]) -> None:
        site = self.site
        for column in Column.objects.filter(pk__in=columns):
            weighed = site.situations.of(column)
            geojson.write(site.folder, column, weighed)
            whole.write(site.folder, column, weighed, site.assets, site.public_url)

    def _write_blogs(
        self, planned: Plan, evidence: Touched, newest: Entry, heads: dict[str, int]
    ) -> None:
        logos = Column.objects.filter(logo__in=planned.media)
        planned.columns |= set(logos.values_list("pk", flat=True))
        blogs = self._blogs(planned)
        planned.reports |= evidence.reports
        failed = write_touched(self.site, evidence)  # before the pages that lead to them
        failed = self._write_reports(planned) or failed
        for blog in blogs:
            try:
                revision = BlogPublisher(self.site, blog).write(planned.blogs[blog.pk], newest)
                heads[address.blog(blog.column.slug, blog.slug).rstrip("/")] = revision
            except (OSError, DatabaseError):
                raise
            except Exception as error:  # one blog's fault must not silence all the others
                log.exception("The blog %s could not be written.", blog.pk)
                failed = failed or error
        touched = {blog.column_id for blog in blogs if planned.blogs[blog.pk].masthead}
        fronts.write(self.site, Column.objects.filter(pk__in=touched | planned.columns))
        if failed:
            raise Unwritten([Head(*one) for one in heads.items()], failed)

    def _write_reports(self, planned: Plan) -> Exception | None:
        """Write the reports' pages that show a change, and return the first fault that one had."""
        renamed = [pk for pk, one in planned.blogs.items() if one.every_page]
        touched = planned.reports | reports.cited_in(renamed)
        if planned.removals:  # what they lead to may have lost its words, and its place in an index
            touched |= reports.standing(self.site.folder)
        failed = None
        for pk in touched:
            try:
                reports.write(self.site, pk)
            except (OSError, DatabaseError):
                raise
            except Exception as error:  # one report's fault must not silence the blogs
                log.exception("The page of report %s could not be written.", pk)
                failed = failed or error
        return failed

    def _blogs(self, planned: Plan) -> list[LiveBlog]:
        """Return the blogs to write, with those that name what changed elsewhere."""
        for pk in _naming(planned):
            one = planned.blogs.setdefault(pk, BlogPlan())
            one.every_page = True
            one.every_delta |= bool(planned.removals)
        chosen = LiveBlog.objects.filter(pk__in=list(planned.blogs))
        return list(chosen.select_related("column__logo", "photo", "previous"))


def _naming(planned: Plan) -> set[UUID]:
    """Return the blogs that name a changed column, a renamed blog, or what lost its words."""
    renamed = [pk for pk, one in planned.blogs.items() if one.renamed]
    which = Q(column__in=planned.columns) | Q(previous__in=renamed) | Q(photo__in=planned.media)
    naming = set(LiveBlog.objects.filter(which).values_list("pk", flat=True))
    for media in planned.media:
        showing = Update.objects.filter(body__contains=str(media), number__isnull=False)
        naming |= set(showing.values_list("blog", flat=True))
    steps = (step for one in planned.blogs.values() for step in one.steps)
    redacted = [step.update for step in steps if step.update and step.verb == "redact"]
    linked = Update.objects.filter(pk__in=ever_linked_with(redacted))
    return naming | set(linked.values_list("blog", flat=True))


def _reports_held_in(entries: list[Entry]) -> list[Narrowed]:
    """Return the reports of which words were held: the excerpt of a card may have the same."""
    holding = (entry for entry in entries if entry.content.body["after"].get("hold_until"))
    found = ((entry.sequence, hold_changed(entry)) for entry in holding)
    return [Narrowed(sequence, "report", pk) for sequence, pk in found if pk]


class Trouble:
    """A note for the desk, in the data folder, while the site cannot be written."""

    def __init__(self) -> None:
        self.path = Path(settings.DATELINE_DATA) / "live-trouble.txt"

    def note(self, error: Exception) -> None:
        """Say that the site stands still, and since when. A full disk cannot even take this."""
        log.error("The site could not be written: %s", error)
        if not self.path.exists() or not self.path.stat().st_size:  # a full disk leaves it empty
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
