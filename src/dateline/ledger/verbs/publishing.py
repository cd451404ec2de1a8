"""Making updates public, and everything that happens to them afterwards."""

import logging
from datetime import date, datetime

from django.utils import timezone

from ..checks import check_texts, require_aware, require_words
from ..log import Log, verb
from ..models import LiveBlog, Person, Update
from ..permission import require
from ..refusal import Refused
from .writing import UNPUBLISHED, Text, add_revision, apply_text, get_update, require_newest

logger = logging.getLogger(__name__)

MAX_PINNED = 3
"""More pinned copies than this push the news off the first screen."""

MARKS = ("pinned", "key_event", "summary")


def publish_update(
    *, by: Person, update: Update, based_on: int | None = None, at: datetime | None = None
) -> Update:
    """Publish an update now; it gets its number for good.

    `based_on` is the text that the editor has read: raises Collision where a newer one was saved.
    """
    with verb("publish_update", by=by, at=at) as log:
        update = get_update(update)
        require(by, "publish", update.blog.column)
        if update.status not in UNPUBLISHED:
            raise Refused(f"This update is {update.get_status_display()} already.")
        if based_on is not None:
            require_newest(update, based_on)
        _publish(update, log)
    return update


def import_update(*, by: Person, update: Update, at: datetime, day: date | None = None) -> Update:
    """Publish an update that was published elsewhere before, under its own time.

    The entry tells when it was logged; readers see `at`, or only the `day` where the hour is not
    known: then `at` is where in the order it stands. Raises Refused for a time to come.
    """
    with verb("import_update", by=by) as log:
        update = get_update(update)
        require(by, "publish", update.blog.column)
        require_aware(at, "The time")
        if at > log.now:
            raise Refused("That time has not come yet. Schedule the update instead.")
        if update.status not in UNPUBLISHED:
            raise Refused(f"This update is {update.get_status_display()} already.")
        update.day = day
        _publish(update, log, at)
    return update


def _publish(update: Update, log: Log, at: datetime | None = None) -> None:
    blog = update.blog
    if blog.state == LiveBlog.State.CLOSED:
        raise Refused("This blog is closed. Open it again to publish.")
    require_words(update.headline + update.body, "The update's text")
    before = update.content()
    newest = blog.updates.order_by("-number").exclude(number=None).first()
    blog.count += 1
    blog.save(update_fields=["count"])
    update.number, update.status, update.scheduled_for = blog.count, Update.Status.PUBLISHED, None
    # Readers see newest first: a clock set back must not show a newer update as the older one.
    earliest = newest.published_at if newest and newest.published_at else log.now
    update.published_at = at or max(log.now, earliest)
    update.save()
    log.write(update, before=before, public=blog)


def schedule_update(*, by: Person, update: Update, when: datetime) -> Update:
    """Let the worker publish an update at a time to come."""
    with verb("schedule_update", by=by) as log:
        update = get_update(update)
        require(by, "publish", update.blog.column)
        require_aware(when, "The time")
        if update.status not in UNPUBLISHED:
            raise Refused(f"This update is {update.get_status_display()} already.")
        if when <= log.now:
            raise Refused("That time has passed. Publish the update now, or choose a later time.")
        require_words(update.headline + update.body, "The update's text")
        before = update.content()
        update.status, update.scheduled_for = Update.Status.SCHEDULED, when
        update.save()
        log.write(update, before=before)
    return update


def unschedule_update(*, by: Person, update: Update) -> Update:
    """Take an update off the schedule; it is a draft again."""
    with verb("unschedule_update", by=by) as log:
        update = get_update(update)
        require(by, "publish", update.blog.column)
        if update.status != Update.Status.SCHEDULED:
            raise Refused("This update is not scheduled.")
        before = update.content()
        update.status, update.scheduled_for = Update.Status.DRAFT, None
        update.save()
        log.write(update, before=before)
    return update


def publish_due() -> list[Update]:
    """Publish what is due, the earliest first, and return it. For the worker."""
    due = Update.objects.filter(
        status=Update.Status.SCHEDULED,
        scheduled_for__lte=timezone.now(),
        blog__state=LiveBlog.State.LIVE,
    ).order_by("scheduled_for", "pk")
    published = []
    for one in due:
        try:
            published += [update] if (update := _publish_if_due(one)) else []
        except Refused as refused:  # it must not keep the others from their time
            logger.error("A scheduled update could not be published: %s", refused)
    return published


def _publish_if_due(update: Update) -> Update | None:
    with verb("publish_scheduled", by=None) as log:
        update = get_update(update)
        still_due = update.scheduled_for is not None and update.scheduled_for <= log.now
        # An editor may have taken it off or closed the blog since we looked: not an error.
        if update.status != Update.Status.SCHEDULED or not still_due:
            return None
        if update.blog.state != LiveBlog.State.LIVE:
            return None
        _publish(update, log)
    return update


def correct_update(
    *,
    by: Person,
    update: Update,
    text: Text,
    note: str,
    based_on: int,
    at: datetime | None = None,
) -> Update:
    """Change a public update; the note tells readers what was put right."""
    with verb("correct_update", by=by, at=at) as log:
        update = get_update(update)
        _require_public(by, update)
        require_newest(update, based_on)
        note = require_words(note, "The correction's note")
        before = update.content()
        apply_text(update, text)
        require_words(update.headline + update.body, "The update's text")
        update.revision += 1
        update.save()
        add_revision(update, log, note=note)
        log.write(update, before=before, reason=note, public=update.blog)
    return update


def mark_update(*, by: Person, update: Update, mark: str, on: bool) -> Update:
    """Pin an update, or mark it a key event or a summary; or take the mark away."""
    with verb("mark_update", by=by) as log:
        update = get_update(update)
        require(by, "publish", update.blog.column)
        if mark not in MARKS:
            raise Refused(f"“{mark}” is no mark. Marks are {', '.join(MARKS)}.")
        if update.status not in (*UNPUBLISHED, Update.Status.PUBLISHED):
            raise Refused(f"This update is {update.get_status_display()}.")
        if mark == "pinned" and on:
            _require_room_to_pin(update)
        before = update.content()
        setattr(update, mark, on)
        update.save()
        log.write(
            update,
            before=before,
            public=update.blog if update.status == Update.Status.PUBLISHED else None,
        )
    return update


def _require_room_to_pin(update: Update) -> None:
    pinned = update.blog.updates.filter(pinned=True).exclude(pk=update.pk)
    if pinned.count() >= MAX_PINNED:
        raise Refused(f"{MAX_PINNED} updates are pinned already. Take one down first.")


def withdraw_update(
    *, by: Person, update: Update, reason: str, at: datetime | None = None
) -> Update:
    """Withdraw a public update; a stone with the reason stays in its place."""
    with verb("withdraw_update", by=by, at=at) as log:
        update = get_update(update)
        _require_public(by, update)
        reason = require_words(reason, "The reason")
        before = update.content()
        update.status, update.pinned = Update.Status.WITHDRAWN, False
        update.gone_at, update.gone_reason = log.now, reason
        check_texts(update)
        update.save()
        log.write(update, before=before, reason=reason, public=update.blog)
    return update


def restore_update(*, by: Person, update: Update) -> Update:
    """Undo a withdrawal: the update stands again where it stood."""
    with verb("restore_update", by=by) as log:
        update = get_update(update)
        require(by, "publish", update.blog.column)
        if update.status != Update.Status.WITHDRAWN:
            raise Refused(f"This update is {update.get_status_display()}, not withdrawn.")
        before = update.content()
        update.status, update.gone_at, update.gone_reason = Update.Status.PUBLISHED, None, ""
        update.save()
        log.write(update, before=before, public=update.blog)
    return update


def _require_public(by: Person, update: Update) -> None:
    require(by, "publish", update.blog.column)
    if update.status in UNPUBLISHED:
        raise Refused("This update is not public yet. Edit it instead.")
    if update.status != Update.Status.PUBLISHED:
        raise Refused(f"This update is {update.get_status_display()}.")
