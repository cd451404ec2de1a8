"""From the ledger's records to what pages show. Reads only; every read is bounded."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from uuid import UUID

from django.db.models import Q

from dateline import text
from dateline.ledger.models import Column, LiveBlog, Media, Revision, Update
from dateline.ledger.models import Entry as LogEntry

from . import address, cards, pictures
from .boards import embedded_in
from .body import Shown, body_html, body_plain
from .follow_ups import follow_ups
from .ids import uuid
from .plan import CHANGES
from .view import BlogView, ColumnView, Correction, Entry, Link, Standing

MOST_KEY_EVENTS = 40
"""In the timeline, newest first; a day that has more shows the newest."""

STANDING: dict[str, Standing] = {
    Update.Status.PUBLISHED: "published",
    Update.Status.WITHDRAWN: "withdrawn",
    Update.Status.REDACTED: "redacted",
}
"""The statuses that readers may see, in any form."""


def column_view(column: Column) -> ColumnView:
    """Return a column as pages show it."""
    return ColumnView(
        slug=column.slug,
        name=column.name,
        description=column.description,
        language=column.language,
        zone=column.zone_info,
        publisher=column.publisher,
        logo=pictures.view_of(column.logo),
    )


def blog_view(blog: LiveBlog) -> BlogView:
    """Return a blog's masthead and state as pages show them."""
    return BlogView(
        id=str(blog.pk),
        column=column_view(blog.column),
        slug=blog.slug,
        headline=blog.headline,
        lead=blog.lead,
        photo=pictures.view_of(blog.photo),
        language=blog.language,
        state="closed" if blog.state == LiveBlog.State.CLOSED else "live",
        started_at=blog.started_at,
        day=blog.day,
        updated_at=blog.touched_at,
        closed_at=blog.closed_at,
        previous=_previous(blog),
        revision=blog.revision,
        count=blog.count,
    )


def _previous(blog: LiveBlog) -> Link | None:
    before = blog.previous
    if before is None:
        return None
    path = address.blog(blog.column.slug, before.slug)
    return Link(path=path, title=before.headline, at=before.started_at)


class Reader:
    """Reads a blog's updates for pages that lie `root` away from the site's root.

    `for_day` leaves pictures out, for a file that must carry everything in itself.
    """

    def __init__(self, blog: LiveBlog, root: str, *, for_day: bool = False) -> None:
        self.blog = blog
        self.root = root
        self.for_day = for_day

    def numbered(self, first: int, last: int) -> tuple[Entry, ...]:
        """Return the updates `first` to `last`, newest first."""
        return self._entries(Q(number__range=(first, last)))

    def these(self, numbers: Iterable[int]) -> tuple[Entry, ...]:
        """Return the updates of the given numbers, newest first."""
        return self._entries(Q(number__in=list(numbers)))

    def newest(self, most: int) -> tuple[Entry, ...]:
        """Return the newest updates."""
        return self.numbered(self.blog.count - most + 1, self.blog.count)

    def pinned(self) -> tuple[Entry, ...]:
        """Return the pinned updates, newest first."""
        return self._entries(Q(pinned=True, status=Update.Status.PUBLISHED))

    def key_events(self) -> tuple[Entry, ...]:
        """Return the newest key events and summaries, newest first."""
        marked = (Q(key_event=True) | Q(summary=True)) & Q(status=Update.Status.PUBLISHED)
        return self._entries(marked, most=MOST_KEY_EVENTS)

    def _entries(self, which: Q, most: int | None = None) -> tuple[Entry, ...]:
        public = self.blog.updates.filter(which, status__in=STANDING)
        chosen = list(public.order_by("-number")[:most])
        notes = _corrections([update.pk for update in chosen])
        renewed = _renewed(chosen)
        brought = _brought(chosen)
        taken_up = {} if self.for_day else follow_ups([update.pk for update in chosen])
        images = {} if self.for_day else _images(chosen, self.root)
        bodies = [one.body for one in chosen]
        shelf = cards.Shelf(bodies, self.blog, self.root, for_day=self.for_day)
        return tuple(
            replace(
                self._entry(one, notes.get(one.pk, ()), images, shelf),
                brought_at=brought.get(one.pk),
                renewed_at=renewed.get(one.name_in_log),
                taken_up=taken_up.get(one.pk, ()),
            )
            for one in chosen
        )

    def _entry(
        self,
        update: Update,
        notes: tuple[Correction, ...],
        images: dict[UUID | None, text.Image],
        shelf: cards.Shelf,
    ) -> Entry:
        named = ((name, uuid(name)) for name in image_ids(update.body))
        shown = Shown(
            images=tuple((name, images[pk]) for name, pk in named if pk in images),
            cards=shelf.cards(update.body),
            sources=shelf.sources(update.body),
            standings=shelf.standings(update.body),
            marks=shelf.marks(update.body),
            boards=shelf.boards(update.body),
        )
        html = body_html(update.body, shown, self.blog.language, self.for_day)
        plain = body_plain(update.body, shown, self.blog.language)
        return _entry(self.blog, update, notes, html, plain)


def _entry(
    blog: LiveBlog, update: Update, notes: tuple[Correction, ...], html: str, plain: str
) -> Entry:
    number = update.number or 0
    stands = update.status == Update.Status.PUBLISHED
    slugs = (blog.column.slug, blog.slug)
    at = update.published_at
    assert at is not None  # noqa: S101  a public update has its time
    return Entry(
        number=number,
        id=str(update.pk),
        headline=update.headline if stands else "",
        html=html if stands else "",
        plain=plain if stands else "",
        place=update.place if stands else "",
        byline=(update.byline or blog.column.byline) if stands else "",
        published_at=at,
        day=update.day,
        standing=STANDING[update.status],
        pinned=update.pinned,
        key_event=update.key_event,
        summary=update.summary,
        corrections=notes if stands else (),
        gone_at=update.gone_at,
        gone_reason=update.gone_reason,
        permalink=address.update(*slugs, number),
        home=home_of(blog, number),
    )


def home_of(blog: LiveBlog, number: int) -> str:
    """Return an update's place in the blog: page one, or for good its numbered page.

    It moves when 40 newer updates exist. Page one still holds it then, so the moment of the move
    does not matter to anyone who follows.
    """
    slugs = (blog.column.slug, blog.slug)
    on_page = blog.count >= number + address.PER_PAGE
    folder = address.page(*slugs, address.page_of(number)) if on_page else address.blog(*slugs)
    return f"{folder}#u{number}"


def _corrections(updates: list[UUID]) -> dict[UUID, tuple[Correction, ...]]:
    found: dict[UUID, tuple[Correction, ...]] = {}
    for revision in Revision.objects.filter(update__in=updates).order_by("number"):
        if revision.note or revision.redaction:
            correction = Correction(revision.at, revision.note, redaction=revision.redaction)
            found[revision.update_id] = (*found.get(revision.update_id, ()), correction)
    return found


def _brought(updates: Iterable[Update]) -> dict[UUID, datetime]:
    """Return when updates that have no hour of their own were written here."""
    imported = [one.pk for one in updates if one.day]
    first = Revision.objects.filter(update__in=imported, number=1) if imported else ()
    return {one.update_id: one.at for one in first}


def _renewed(updates: Iterable[Update]) -> dict[str, datetime]:
    """Return when what updates embed last changed, by their names in the log."""
    embedding = [
        one.name_in_log
        for one in updates
        if one.status == Update.Status.PUBLISHED and embedded_in(one.body)
    ]
    if not embedding:
        return {}
    told = LogEntry.objects.filter(object__in=embedding).exclude(revision=None)
    rows = told.exclude(verb__in=CHANGES).order_by("sequence")
    return dict(rows.values_list("object", "time"))


def media_of(updates: Iterable[Update]) -> list[Media]:
    """Return the pictures that updates show and that were not redacted."""
    named = {uuid(name) for update in updates for name in image_ids(update.body)}
    valid = [pk for pk in named if pk]
    return list(Media.objects.filter(pk__in=valid, redacted=False)) if valid else []


@lru_cache(maxsize=4096)
def image_ids(body: str) -> tuple[str, ...]:
    """Return the pictures that a body names; parsing it again for every page would cost most."""
    return tuple(text.image_ids(body))


def _images(updates: Iterable[Update], root: str) -> dict[UUID | None, text.Image]:
    views = {media.pk: pictures.view_of(media) for media in media_of(updates)}
    return {pk: cards.image(view, root) for pk, view in views.items() if view}
