"""Walking the chain: the proof that nothing was changed, left out or slipped in."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps

from .canonical import commitment, digest
from .log import entry_hash
from .models import Content, Entry, Record, Revision
from .models.update import UpdateText

UNREADABLE = (AttributeError, KeyError, TypeError, ValueError)
"""What Django and we raise over a stored value that is no time, id, JSON or hex any more."""

TEXT = tuple(text.name for text in UpdateText._meta.fields)


@dataclass(frozen=True)
class Break:
    """The first place where the ledger does not hold, in words."""

    sequence: int
    why: str


@dataclass(frozen=True)
class Verified:
    """What the walk found: how many entries hold, the newest hash, and the first break, if any."""

    entries: int
    hash: str
    broken: Break | None


@dataclass
class _Walk:
    """How far the chain holds, and what it says that the records must be."""

    count: int = 0
    hash: str = ""
    records: dict[str, tuple[int, str]] = field(default_factory=dict)
    """Record → its newest entry's sequence, and the digest of its content."""
    texts: dict[tuple[str, int], tuple[int, str]] = field(default_factory=dict)
    """Update and revision → sequence, and the digest of the text that it had."""

    def step(self, entry: Entry) -> str | None:
        """Take an entry in; return what is wrong with it, if anything is."""
        why = next(_faults(entry, self.count + 1, self.hash), None)
        if why:
            return why
        after = entry.content.body["after"]
        self.records[entry.object] = entry.sequence, digest(after)
        if entry.object.startswith("update:"):
            self.texts[entry.object, after["revision"]] = entry.sequence, _text_digest(after)
        self.count, self.hash = entry.sequence, entry.hash
        return None


def verify(progress: Callable[[int], None] = lambda _: None) -> Verified:
    """Check every link, commitment, present record and older text; stop at the first that fails."""
    walk = _Walk()
    try:
        for entry in Entry.objects.select_related("content__redacted_by__content").iterator(1000):
            if why := walk.step(entry):
                return Verified(walk.count, walk.hash, Break(entry.sequence, why))
            progress(walk.count)
    except UNREADABLE:
        return Verified(walk.count, walk.hash, Break(walk.count + 1, "it cannot be read"))
    return Verified(walk.count, walk.hash, _first_changed_record(walk))


def _faults(entry: Entry, sequence: int, prev: str) -> Iterator[str]:
    if entry.sequence != sequence:
        yield f"entry {sequence} is missing"
    if entry.prev != prev:
        yield "it does not follow the entry before it"
    if entry.hash != entry_hash(entry):
        yield "the entry was changed after it was written"
    content: Content | None = getattr(entry, "content", None)
    if content is None:
        yield "its content is missing"
    elif commitment(content.salt, content.body) != _expected(entry, content):
        yield "its content was changed after it was written"


def _expected(entry: Entry, content: Content) -> str | None:
    """Return the commitment that the content must have: the entry's, or its redaction's."""
    if content.redacted_by_id is None:
        return entry.commitment
    redaction = content.redacted_by
    if redaction is None or redaction.verb != "redact" or redaction.object != entry.object:
        return None
    redacted: dict[str, str] = redaction.content.body.get("redacted", {})
    return redacted.get(str(entry.sequence))


def _first_changed_record(walk: _Walk) -> Break | None:
    try:
        breaks = (b for breaks in (_changed_records, _changed_texts) for b in breaks(walk))
        return next(breaks, None)
    except UNREADABLE:
        return Break(walk.count, "a record cannot be read")


def _changed_records(walk: _Walk) -> Iterator[Break]:
    models = (m for m in apps.get_app_config("ledger").get_models() if issubclass(m, Record))
    found = ((r.name_in_log, digest(r.content())) for m in models for r in m._default_manager.all())
    yield from _differences(found, walk, dict(walk.records))


def _changed_texts(walk: _Walk) -> Iterator[Break]:
    revisions = Revision.objects.select_related("update").iterator(1000)
    found = (((r.update.name_in_log, r.number), _text_digest(vars(r))) for r in revisions)
    yield from _differences(found, walk, dict(walk.texts))


def _text_digest(fields: dict[str, Any]) -> str:
    return digest({name: fields[name] for name in TEXT})


def _differences(
    found: Iterator[tuple[Any, str]], walk: _Walk, logged: dict[Any, tuple[int, str]]
) -> Iterator[Break]:
    """Say what differs between the database and the log: changed, slipped in or removed."""
    for name, present in found:
        sequence, kept = logged.pop(name, (walk.count, ""))
        if not kept:
            yield Break(sequence, f"{_in_words(name)} has no entry")
        elif present != kept:
            yield Break(sequence, f"{_in_words(name)} was changed without an entry")
    for name, (sequence, _) in logged.items():
        yield Break(sequence, f"{_in_words(name)} was removed without an entry")


def _in_words(name: str | tuple[str, int]) -> str:
    return name if isinstance(name, str) else f"text {name[1]} of {name[0]}"
