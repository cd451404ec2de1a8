"""From new ledger entries to what must be written, so that nothing else is."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from dateline.ledger.models import Entry

from .view import Change

BLOG_VERBS = frozenset({"start_blog", "edit_blog", "close_blog", "reopen_blog"})

CHANGES: dict[str, Change] = {
    "publish_update": "added",
    "publish_scheduled": "added",
    "correct_update": "changed",
    "mark_update": "changed",
    "withdraw_update": "withdrawn",
    "restore_update": "restored",
    "redact": "redacted",
}
"""Verb → how a delta names what happened to an update."""


@dataclass(frozen=True)
class Step:
    """One public change of a blog: its delta's number, the verb, and the update it was about."""

    revision: int
    verb: str
    update: UUID | None

    @classmethod
    def of(cls, entry: Entry) -> "Step":
        """Return the step that a public entry is."""
        kind, _, pk = entry.object.partition(":")
        return cls(entry.revision or 0, entry.verb, UUID(pk) if kind == "update" else None)


@dataclass
class BlogPlan:
    """What has happened to one blog; `rebuild` means that every file of it must be made again."""

    steps: list[Step] = field(default_factory=list)
    rebuild: bool = False
    masthead: bool = False


@dataclass
class Plan:
    """What a run of entries asks for."""

    sequence: int
    blogs: dict[UUID, BlogPlan] = field(default_factory=dict)
    columns: set[UUID] = field(default_factory=set)
    """Columns that changed what they say of themselves: all their pages name it."""
    media: set[UUID] = field(default_factory=set)
    """Pictures that were redacted."""
    redactions: list[int] = field(default_factory=list)


def plan(entries: Iterable[Entry]) -> Plan:
    """Sort entries into what must be written for them."""
    made = Plan(sequence=0)
    for entry in entries:
        made.sequence = entry.sequence
        _add(made, entry)
    return made


def _add(made: Plan, entry: Entry) -> None:
    kind, _, pk = entry.object.partition(":")
    redacted = entry.verb == "redact"
    if redacted:
        made.redactions.append(entry.sequence)
    if kind == "column":
        made.columns.add(UUID(pk))
    if kind == "media" and redacted:
        made.media.add(UUID(pk))
    if entry.blog_id is None or entry.revision is None:
        return
    blog = made.blogs.setdefault(entry.blog_id, BlogPlan())
    blog.steps.append(Step.of(entry))
    blog.rebuild |= redacted
    blog.masthead |= kind == "liveblog"
