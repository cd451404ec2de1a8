"""Redaction: removing for good what must never have been public, and leaving a stone.

Each record touched gets one entry that lists, by sequence, the new commitments of the contents that
were scrubbed, so that the chain still verifies and nobody can pass off a forgery as a redaction.
"""

import secrets
import uuid
from collections.abc import Iterable

from django.apps import apps
from django.db.models import Q

from .. import storage
from ..canonical import commitment
from ..checks import check_texts, require_words
from ..database import forget_freed_pages
from ..log import Log, verb
from ..models import (
    Column,
    Content,
    Draft,
    Entry,
    LiveBlog,
    Media,
    Person,
    Record,
    Revision,
    Update,
)
from ..permission import require
from ..refusal import Refused
from ..scrub import (
    Scrub,
    blank,
    picture_scrub,
    scrub_content,
    scrub_fields,
    text_fields,
    words_scrub,
)
from .writing import add_revision, get_update

SCRUBBED_MODELS: tuple[type[Record], ...] = (Update, LiveBlog, Column, Media, Person)


def redact_update(*, by: Person, update: Update, reason: str) -> Entry:
    """Remove an update whole, with every text that it had. The reason is public."""
    with verb("redact", by=by) as log:
        update = get_update(update)
        require(by, "redact", update.blog.column)
        if update.status == Update.Status.REDACTED:
            raise Refused("This update is redacted already.")
        update.status, update.gone_at = Update.Status.REDACTED, log.now
        update.pinned = update.key_event = update.summary = False
        update.scheduled_for = None
        _scrub_texts_of(update, blank)
        update.drafts.all().delete()
        scrub_fields(update, blank)
        update.gone_reason = require_words(reason, "The reason")
        check_texts(update)
        update.save()
        entry = _write(log, update, blank, reason)
    forget_freed_pages()
    return entry


def redact_media(*, by: Person, media: Media, reason: str) -> Entry:
    """Remove a picture: its bytes, however often they came, its words, and its place everywhere."""
    with verb("redact", by=by) as log:
        require(by, "manage_site")
        require_words(reason, "The reason")
        same_bytes = list(Media.objects.filter(sha256=media.sha256, redacted=False))
        if not same_bytes:
            raise Refused("This picture is redacted already.")
        entries = [_redact_picture(log, one, reason) for one in same_bytes]
        scrub = picture_scrub(one.pk for one in same_bytes)
        _scrub_drafts(scrub)
        records = [*_records_with(scrub), *(r for one in same_bytes for r in _showing(one))]
        for record in {record.name_in_log: record for record in records}.values():
            _redact_words_in(log, record, scrub, reason)
        log.afterwards.append(drop_redacted_bytes)
    forget_freed_pages()
    return entries[0]


def _redact_picture(log: Log, media: Media, reason: str) -> Entry:
    media.redacted = True
    scrub_fields(media, blank)
    media.save()
    return _write(log, media, blank, reason)


def drop_redacted_bytes() -> None:
    """Remove the bytes of every redacted picture; the worker calls it again after a kill."""
    for sha256 in set(Media.objects.filter(redacted=True).values_list("sha256", flat=True)):
        storage.drop(sha256)


def redact_words(*, by: Person, words: Iterable[str], reason: str) -> list[Entry]:
    """Remove words wherever they stand: in records, old texts, drafts and the log.

    The reason is public: it must not hold the words. Raises Refused where they stand nowhere.
    """
    scrub = words_scrub(words)
    if scrub(reason) != reason:
        raise Refused("The reason holds the words, and readers will see it. Say it otherwise.")
    with verb("redact", by=by) as log:
        require(by, "manage_site")
        require_words(reason, "The reason")
        found = _records_with(scrub)
        if not _scrub_drafts(scrub) and not found:
            raise Refused("These words stand nowhere.")
        entries = [_redact_words_in(log, record, scrub, reason) for record in found]
        told = {record.name_in_log for record in found}
        for record in _naming(found):
            if record.name_in_log not in told:
                log.write(record, before=None, reason=reason, public=_blog_of(record))
    forget_freed_pages()
    return entries


def find_words(words: Iterable[str]) -> list[Record]:
    """Return the records in which words stand, now or in the past, for a look before redacting."""
    return _records_with(words_scrub(words))


def _redact_words_in(log: Log, record: Record, scrub: Scrub, reason: str) -> Entry:
    # Redacting an update counts its blog up: a blog found before that holds an old count.
    record.refresh_from_db()
    changed = scrub_fields(record, scrub)
    if isinstance(record, Update):
        changed |= _scrub_texts_of(record, scrub)
        if changed and record.number:
            record.revision += 1
            add_revision(record, log, redaction=True)
    record.save()
    return _write(log, record, scrub, reason)


def _write(log: Log, record: Record, scrub: Scrub, reason: str) -> Entry:
    """Scrub all that the log keeps about a record, and append the entry that says so."""
    contents = list(Content.objects.filter(entry__object=record.name_in_log))
    scrubbed = [c for c in contents if _scrub_in_place(c, record.name_in_log, scrub)]
    commitments = {str(c.entry_id): commitment(c.salt, c.body) for c in scrubbed}
    entry = log.write(
        record,
        before=None,
        reason=reason,
        public=_blog_of(record),
        extra={"redacted": commitments},
    )
    for content in scrubbed:
        content.redacted_by = entry
        content.save()
    return entry


def _scrub_in_place(content: Content, name: str, scrub: Scrub) -> bool:
    body = scrub_content(content.body, name, scrub)
    if body == content.body:
        return False
    # With the old salt, short words could be guessed against the old commitment.
    content.body, content.salt = body, secrets.token_hex(32)
    return True


def _scrub_texts_of(update: Update, scrub: Scrub) -> bool:
    changed = False
    for revision in Revision.objects.filter(update=update):
        if scrub_fields(revision, scrub):
            revision.save()
            changed = True
    return changed


def _scrub_drafts(scrub: Scrub) -> int:
    changed = [draft for draft in Draft.objects.all() if scrub_fields(draft, scrub)]
    for draft in changed:
        draft.save()
    return len(changed)


def _records_with(scrub: Scrub) -> list[Record]:
    """Return records whose own words, older texts or log contents the scrub would change."""
    names = {
        record.name_in_log: record
        for model in SCRUBBED_MODELS
        for record in model.objects.all()
        if _would_change(record, scrub)
    }
    for revision in Revision.objects.select_related("update"):
        if _would_change(revision, scrub):
            names.setdefault(revision.update.name_in_log, revision.update)
    for content in Content.objects.select_related("entry").iterator():
        name = content.entry.object
        if name not in names and scrub_content(content.body, name, scrub) != content.body:
            names[name] = record_named(name)
    return list(names.values())


def _would_change(record: Record | Revision, scrub: Scrub) -> bool:
    texts = (getattr(record, name) for name in text_fields(type(record)))
    return any(scrub(text) != text for text in texts)


def record_named(name: str) -> Record:
    """Return the record that entries call `kind:id`."""
    kind, _, pk = name.partition(":")
    model = apps.get_model("ledger", kind)
    record: Record = model._default_manager.get(pk=uuid.UUID(pk))
    return record


def _blog_of(record: Record) -> LiveBlog | None:
    """Return the blog whose readers must learn of a redaction in this record."""
    if isinstance(record, LiveBlog):
        return record
    return record.blog if isinstance(record, Update) and record.number else None


def _naming(records: Iterable[Record]) -> list[Record]:
    """Return the blogs and updates whose pages repeat words of these records."""
    naming: list[Record] = []
    for record in records:
        if isinstance(record, Media):
            naming += _showing(record)
        if isinstance(record, Column):
            naming += LiveBlog.objects.filter(column=record)
        if isinstance(record, LiveBlog):
            naming += LiveBlog.objects.filter(previous=record)
    return list({record.name_in_log: record for record in naming}.values())


def _showing(media: Media) -> list[Record]:
    blogs: list[Record] = list(LiveBlog.objects.filter(photo=media))
    updates = Update.objects.filter(Q(body__contains=str(media.pk)), number__isnull=False)
    return blogs + list(updates.select_related("blog"))
