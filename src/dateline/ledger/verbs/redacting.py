"""Redaction: removing for good what must never have been public, and leaving a stone.

Each record touched gets one entry that lists, by sequence, the new commitments of the contents that
were scrubbed, so that the chain still verifies and nobody can pass off a forgery as a redaction.
"""

import secrets
import uuid
from collections.abc import Iterable, Iterator

from .. import storage
from ..canonical import commitment
from ..checks import check_texts, require_words
from ..citing import citing
from ..database import forget_freed_pages
from ..finding import (
    incidents_alone_on,
    naming_any,
    records_with,
    reports_holding,
    showing,
    summaries_citing,
)
from ..lock import write_lock
from ..log import Log, verb
from ..models import (
    Assessment,
    Capture,
    Content,
    Draft,
    Entry,
    Incident,
    LikenessKey,
    LiveBlog,
    Media,
    Person,
    Reading,
    Record,
    Report,
    ReportText,
    Revision,
    Update,
    Watch,
)
from ..permission import require
from ..refusal import Refused
from ..scrub import (
    Scrub,
    blank,
    picture_scrub,
    scrub_content,
    scrub_fields,
    words_scrub,
)
from .writing import add_revision, get_update


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
        records = [*records_with(scrub), *(r for one in same_bytes for r in showing(one))]
        records += citing(_take_off_cards(log, media, reason))
        for record in {record.name_in_log: record for record in records}.values():
            _redact_words_in(log, record, scrub, reason)
        log.afterwards.append(_drop_redacted_bytes)
    forget_freed_pages()
    return entries[0]


def redact_report(*, by: Person, report: Report, reason: str) -> Entry:
    """Remove a report: its bytes, texts, pictures, words and claims, in every version.

    What the desk said of it goes too: its checks, and the words of incidents that rest on nothing
    else. Bytes that another report holds too stay for that one.
    """
    with verb("redact", by=by) as log:
        require(by, "manage_site")
        require_words(reason, "The reason")
        report = Report.objects.get(pk=report.pk)
        if report.redacted:
            raise Refused("This report is redacted already.")
        for part in _resting_on(report):
            scrub_fields(part, blank)
            part.save()
            _write(log, part, blank, "")
        scrub_fields(report, blank)
        report.redacted, report.opened, report.due_at = True, False, None
        report.save()
        LikenessKey.objects.filter(report=report).delete()
        entry = _write(log, report, blank, reason)
        for update in citing([report.pk]):
            log.write(update, before=None, reason=reason, public=update.blog)
        log.afterwards.append(_drop_redacted_bytes)
    forget_freed_pages()
    return entry


def _resting_on(report: Report) -> Iterator[Record]:
    """Yield what holds, or was drafted from, words of a report and of no other."""
    yield from report.captures.all()
    yield from Reading.objects.filter(text__capture__report=report)
    alone = Incident.objects.filter(pk__in=incidents_alone_on(report))
    yield from alone
    yield from Assessment.objects.filter(incident__in=alone)
    yield from summaries_citing(report)
    yield from report.claims.all()
    yield from report.checks.all()


def _redact_picture(log: Log, media: Media, reason: str) -> Entry:
    media.redacted = True
    scrub_fields(media, blank)
    media.save()
    return _write(log, media, blank, reason)


def _take_off_cards(log: Log, media: Media, reason: str) -> list[uuid.UUID]:
    """Take a picture off the reports that lead with it, and return their ids."""
    captures = list(Capture.objects.filter(image=media.sha256))
    for capture in captures:
        before = capture.content()
        capture.image = capture.image_format = capture.image_hash = ""
        capture.image_width = capture.image_height = 0
        capture.save()
        log.write(capture, before=before, reason=reason)
    return [capture.report_id for capture in captures]


def drop_redacted_bytes() -> None:
    """Remove the bytes of all that was redacted; the worker calls it again after a kill."""
    with write_lock():  # a verb may be keeping the same bytes for a record that is not yet seen
        _drop_redacted_bytes()


def _drop_redacted_bytes() -> None:
    left = {one for one in _bytes_of(redacted=True) if storage.has(one)}
    if left:  # mostly not, and the worker need not ask for the whole archive each time
        for sha256 in left - _bytes_of(redacted=False):
            storage.drop(sha256)


def _bytes_of(*, redacted: bool) -> set[str]:
    """Return the places in the bytes folder that redacted, or standing, records name."""
    captures = Capture.objects.filter(report__redacted=redacted)
    named = [
        Media.objects.filter(redacted=redacted).values_list("sha256"),
        Report.objects.filter(redacted=redacted).values_list("given_warc"),
        captures.values_list("warc", "image"),
        ReportText.objects.filter(capture__report__redacted=redacted).values_list("sha256"),
        captures.exclude(seal=None).values_list("seal__token"),
    ]
    return {sha256 for rows in named for row in rows for sha256 in row if sha256}


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
        found, holding = records_with(scrub), reports_holding(scrub)
        if not _scrub_drafts(scrub) and not found and not holding:
            raise Refused("These words stand nowhere.")
        entries = [_redact_words_in(log, record, scrub, reason) for record in found]
        entries += [_withhold(log, report, reason) for report in holding]
        found += holding
        told = {record.name_in_log for record in found}
        for record in naming_any(found):
            if record.name_in_log not in told:
                log.write(record, before=None, reason=reason, public=_blog_of(record))
    forget_freed_pages()
    return entries


def _withhold(log: Log, report: Report, reason: str) -> Entry:
    report.refresh_from_db()
    before = report.content()
    report.protected, report.opened = True, False
    report.save()
    return log.write(report, before=before, reason=reason)


def _redact_words_in(log: Log, record: Record, scrub: Scrub, reason: str) -> Entry:
    # Redacting an update counts its blog up: a blog found before that holds an old count.
    record.refresh_from_db()
    address = getattr(record, "address", None)
    changed = scrub_fields(record, scrub)
    if isinstance(record, Report | Watch) and record.address != address:
        record.due_at = None  # what stands there now leads nowhere
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


def _blog_of(record: Record) -> LiveBlog | None:
    """Return the blog whose readers must learn of a redaction in this record."""
    if isinstance(record, LiveBlog):
        return record
    return record.blog if isinstance(record, Update) and record.number else None
