"""Appending to the chain, and what an entry's hash is made of."""

import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from .canonical import commitment, digest, rfc3339
from .checks import check_reason, require_aware
from .citing import citing, note_named
from .embedded import embedded_in
from .keys import note_claim_keys, note_source_keys
from .linked import linked_with
from .lock import write_lock
from .models import Claim, Column, Content, Entry, LiveBlog, Person, Record, Source, Update
from .models.record import writing
from .refusal import Refused


def entry_hash(entry: Entry) -> str:
    """Return the SHA-256 that binds an entry and, through `prev`, all before it."""
    return digest(
        {
            "sequence": entry.sequence,
            "time": rfc3339(entry.time),
            "who": str(entry.who_id) if entry.who_id else None,
            "verb": entry.verb,
            "object": entry.object,
            "blog": str(entry.blog_id) if entry.blog_id else None,
            "revision": entry.revision,
            "commitment": entry.commitment,
            "prev": entry.prev,
        }
    )


@dataclass
class Log:
    """What a verb writes its entries with; `now` is the moment that the verb happens."""

    verb: str
    by: Person | None
    now: datetime
    last: Entry | None
    afterwards: list[Callable[[], None]] = field(default_factory=list)
    """What is done once the entries are safe, before anyone else may write."""
    written: list[Entry] = field(default_factory=list)

    def write(
        self,
        record: Record,
        *,
        before: dict[str, Any] | None,
        reason: str = "",
        public: LiveBlog | None = None,
        extra: dict[str, Any] | None = None,
    ) -> Entry:
        """Append an entry on a record that was just saved; return it.

        `public` names the blog whose readers must learn of it: its revision goes up by one.
        """
        check_reason(reason)
        _keep_index(record)
        content = {"before": before, "after": record.content(), "reason": reason, **(extra or {})}
        salt = secrets.token_hex(32)
        entry = Entry(
            sequence=self.last.sequence + 1 if self.last else 1,
            time=_never_back(timezone.now(), self.last),
            who=self.by,
            verb=self.verb,
            object=record.name_in_log,
            blog=public,
            revision=_next_revision(public, self.now) if public else None,
            commitment=commitment(salt, content),
            prev=self.last.hash if self.last else "",
        )
        entry.hash = entry_hash(entry)
        entry.save(force_insert=True)
        Content(entry=entry, salt=salt, body=content).save(force_insert=True)
        self.last = entry
        self.written.append(entry)
        return entry

    def tell_readers(self, named: Iterable[UUID]) -> None:
        """Append an entry for each public update that shows one of these; a verb tells it once.

        Its readers' pages take the new card from it.
        """
        self._tell(citing(named))

    def tell_linked(self) -> None:
        """Append an entry for each public update whose links show what the verb changed."""
        self._tell(linked_with(self.written))

    def _tell(self, updates: Iterable[Update]) -> None:
        told = {entry.object for entry in self.written if entry.revision is not None}
        for update in updates:
            if update.name_in_log not in told:
                self.write(update, before=update.content(), public=update.blog)

    def tell_boards(self, named: Iterable[UUID]) -> None:
        """Append an entry for each live blog of the columns whose incidents or fronts these are.

        Summary, tolls and map stand beside its updates; what a verb told it already is enough.
        """
        ids = list(named)
        told = {entry.object for entry in self.written if entry.revision is not None}
        weighing = Q(incidents__in=ids) | Q(fronts__in=ids)
        columns = Column.objects.filter(weighing)
        beside = LiveBlog.objects.filter(column__in=columns, state=LiveBlog.State.LIVE)
        for blog in beside if ids else ():
            if blog.name_in_log not in told:
                self.write(blog, before=blog.content(), public=blog)


def _keep_index(record: Record) -> None:
    """Keep the index rows of a record in step with it, in the verb's own transaction."""
    if isinstance(record, Update):
        note_named(record)
    elif isinstance(record, Claim):
        note_claim_keys(record)
    elif isinstance(record, Source):
        note_source_keys(record)


def _never_back(now: datetime, last: Entry | None) -> datetime:
    """Return the time for a new entry: a clock set back must not reorder what happened."""
    return max(now, last.time) if last else now


def _next_revision(blog: LiveBlog, now: datetime) -> int:
    # Another instance of this blog may have been counted up in the same verb.
    blog.refresh_from_db(fields=["revision", "touched_at"])
    blog.revision += 1
    blog.touched_at = max(now, blog.touched_at)
    blog.save(update_fields=["revision", "touched_at"])
    return blog.revision


@contextmanager
def verb(name: str, *, by: Person | None, at: datetime | None = None) -> Iterator[Log]:
    """Run a verb: one lock, one transaction, records and log together or not at all.

    `at` is when it happened, for importing what was published elsewhere; it may not lie ahead.
    """
    with write_lock():
        with transaction.atomic(), writing():
            last = Entry.objects.order_by("-sequence").first()
            now = _never_back(timezone.now(), last)
            if at:
                require_aware(at, "The time")
            if at and at > now:
                raise Refused("That time has not come yet. Schedule the update instead.")
            log = Log(verb=name, by=by, now=at or now, last=last)
            yield log
            named = embedded_in(log.written)
            log.tell_readers(named)
            log.tell_linked()
            log.tell_boards(named)
        for act in log.afterwards:
            act()
