"""Writing updates before they are public: drafts, and the way to review."""

import uuid
from dataclasses import dataclass

from django.utils import timezone

from ..checks import check_texts, require_words
from ..lock import write_lock
from ..log import Log, verb
from ..models import Draft, LiveBlog, Person, Revision, Update
from ..models.record import writing
from ..models.update import UpdateText
from ..permission import may, require
from ..refusal import Collision, NotAllowed, Refused

UNPUBLISHED = (Update.Status.DRAFT, Update.Status.REVIEW, Update.Status.SCHEDULED)


@dataclass(frozen=True, kw_only=True)
class Text:
    """The words of an update, as its writer gives them."""

    headline: str = ""
    body: str = ""
    place: str = ""
    byline: str = ""


def apply_text(record: UpdateText, text: Text) -> None:
    """Put the words into an update, a revision or a draft."""
    record.headline, record.place = text.headline.strip(), text.place.strip()
    record.body, record.byline = text.body.replace("\r\n", "\n"), text.byline.strip()
    check_texts(record)


def add_revision(update: Update, log: Log, *, note: str = "", redaction: bool = False) -> None:
    """Keep the update's present text as one of the texts that it had."""
    revision = Revision(
        update=update,
        number=update.revision,
        by=log.by,
        at=log.now,
        note=note,
        redaction=redaction,
        headline=update.headline,
        body=update.body,
        place=update.place,
        byline=update.byline,
    )
    check_texts(revision)
    revision.save()


def require_newest(update: Update, based_on: int) -> None:
    """Raise Collision where someone saved a newer text than the one this was based on."""
    if update.revision != based_on:
        raise Collision(update.revision)


def get_update(update: Update) -> Update:
    """Return the update as it is now, with its blog and column."""
    found: Update = Update.objects.select_related("blog__column").get(pk=update.pk)
    return found


def write_update(
    *, by: Person, blog: LiveBlog, text: Text, draft: uuid.UUID | None = None
) -> Update:
    """Save a new update inside the desk; nobody outside sees it.

    It takes the id of the `draft` that it was typed in: a form that is sent twice, even to a server
    that was started again in between, finds the update that it wrote.
    """
    with verb("write_update", by=by) as log:
        require(by, "write", blog.column)
        written: Update | None = Update.objects.filter(pk=draft).first() if draft else None
        if written:
            if written.author_id != by.pk or written.blog_id != blog.pk:
                raise NotAllowed("This update is someone else's.")
            return written
        update = Update(pk=draft or uuid.uuid4(), blog=blog, author=by)
        apply_text(update, text)
        update.save()
        add_revision(update, log)
        log.write(update, before=None)
    return update


def edit_update(*, by: Person, update: Update, text: Text, based_on: int) -> Update:
    """Change an update that is not public yet. Raises Collision, see `require_newest`."""
    with verb("edit_update", by=by) as log:
        update = get_update(update)
        _require_own_or_publish(by, update)
        if update.status not in UNPUBLISHED:
            raise Refused(_ended(update))
        if update.status == Update.Status.SCHEDULED:
            _require_ready(by, update, text)
        require_newest(update, based_on)
        before = update.content()
        apply_text(update, text)
        update.revision += 1
        update.save()
        add_revision(update, log)
        log.write(update, before=before)
    return update


def _ended(update: Update) -> str:
    if update.status == Update.Status.DISCARDED:
        return "This update is discarded. Put it back first."
    return "This update is public. Correct it instead, with a note."


def _require_ready(by: Person, update: Update, text: Text) -> None:
    """Hold a change of what the worker will publish, unseen, to the rules of publishing."""
    require(by, "publish", update.blog.column)
    require_words(text.headline + text.body, "The update's text")


def _require_own_or_publish(by: Person, update: Update) -> None:
    column = update.blog.column
    require(by, "write", column)
    if update.author_id != by.pk and not may(by, "publish", column):
        raise NotAllowed("This update is someone else's. Ask an editor to change it.")


def submit_update(*, by: Person, update: Update) -> Update:
    """Ask for an editor's review."""
    return _move(by, update, "submit_update", Update.Status.DRAFT, Update.Status.REVIEW)


def return_update(*, by: Person, update: Update, reason: str = "") -> Update:
    """Hand an update back to its writer."""
    return _move(by, update, "return_update", Update.Status.REVIEW, Update.Status.DRAFT, reason)


def discard_update(*, by: Person, update: Update) -> Update:
    """Put away a draft that nobody outside ever saw: it leaves the list, and no stone."""
    return _move(by, update, "discard_update", Update.Status.DRAFT, Update.Status.DISCARDED)


def put_back_update(*, by: Person, update: Update) -> Update:
    """Undo a discarding: the update is a draft again."""
    return _move(by, update, "put_back_update", Update.Status.DISCARDED, Update.Status.DRAFT)


def _move(
    by: Person, update: Update, name: str, source: str, target: str, reason: str = ""
) -> Update:
    with verb(name, by=by) as log:
        update = get_update(update)
        _require_own_or_publish(by, update)
        if update.status != source:
            raise Refused(f"This update is {update.get_status_display()}.")
        before = update.content()
        update.status = target
        update.save()
        log.write(update, before=before, reason=reason)
    return update


def keep_draft(
    *,
    by: Person,
    draft: uuid.UUID,
    blog: LiveBlog,
    update: Update | None,
    based_on: int,
    text: Text,
) -> Draft:
    """Keep what someone is typing, so that a closed tab loses nothing. Makes no entry."""
    with write_lock(), writing():
        require(by, "write", blog.column)
        if update and update.blog_id != blog.pk:
            raise Refused("This update stands in another blog.")
        kept = Draft.objects.filter(pk=draft).first() or Draft(pk=draft, person=by, blog=blog)
        if kept.person_id != by.pk:
            raise NotAllowed("This draft is someone else's.")
        kept.blog, kept.update, kept.based_on = blog, update, based_on
        kept.saved_at, kept.dropped_at = timezone.now(), None
        apply_text(kept, text)
        kept.save()
    return kept


def forget_draft(*, by: Person, draft: uuid.UUID) -> None:
    """Forget one's own draft once its text is saved; one that is gone already is no error."""
    with write_lock(), writing():
        Draft.objects.filter(pk=draft, person=by).delete()
