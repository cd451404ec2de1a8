"""From new ledger entries to what must be written, so that nothing else is."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from dateline.ledger.citing import named_in
from dateline.ledger.models import Entry

from .narrowing import Narrowed, narrowed
from .view import Change

CHANGES: dict[str, Change] = {
    "publish_update": "added",
    "publish_scheduled": "added",
    "import_update": "added",
    "correct_update": "changed",
    "mark_update": "changed",
    "withdraw_update": "withdrawn",
    "restore_update": "restored",
    "redact": "redacted",
}
"""Verb → how a delta names what happened to an update."""


def change_of(verb: str) -> Change:
    """Return how a delta names what a verb did to an update.

    Every other verb changed what the update cites or embeds; nobody's words did.
    """
    return CHANGES.get(verb, "changed")


RENAMING = frozenset({"edit_blog", "redact"})
"""Verbs after which a blog may have another headline or address, which the next blog names."""


OF_BLOG = frozenset(
    {"start_blog", "edit_blog", "close_blog", "reopen_blog", "edit_column", "redact"}
)
"""Verbs that change what a blog says of itself; any other changed what is weighed beside it."""


@dataclass(frozen=True)
class Step:
    """One public change of a blog: its delta's number, the verb, and the update it was about."""

    revision: int
    verb: str
    update: UUID | None

    @property
    def everywhere(self) -> bool:
        """Tell whether it may show on any update: a zone, a byline, a picture's words."""
        return self.update is None and self.verb in ("edit_column", "redact")

    @property
    def situation(self) -> bool:
        """Tell whether only summary, tolls and map changed, which stand beside the updates."""
        return self.update is None and self.verb not in OF_BLOG

    @classmethod
    def of(cls, entry: Entry) -> "Step":
        """Return the step that a public entry is."""
        kind, _, pk = entry.object.partition(":")
        return cls(entry.revision or 0, entry.verb, UUID(pk) if kind == "update" else None)


@dataclass
class BlogPlan:
    """What has happened to one blog."""

    steps: list[Step] = field(default_factory=list)
    every_page: bool = False
    """What every page of it names has changed: its headline or state, its column, its neighbour."""
    every_delta: bool = False
    """A redaction: the deltas of before must not hold any longer what they did."""
    every_situation: bool = False
    """The same, of the deltas that held summary, tolls and map only."""

    @property
    def masthead(self) -> bool:
        """Tell whether anything happened to the blog itself, which lists of blogs show."""
        return any(step.update is None and not step.situation for step in self.steps)

    @property
    def renamed(self) -> bool:
        """Tell whether its headline or its address may have changed."""
        return any(step.update is None and step.verb in RENAMING for step in self.steps)


@dataclass
class Plan:
    """What a run of entries asks for."""

    sequence: int
    blogs: dict[UUID, BlogPlan] = field(default_factory=dict)
    columns: set[UUID] = field(default_factory=set)
    """Columns that changed what they say of themselves: all their pages name it."""
    media: set[UUID] = field(default_factory=set)
    """Pictures that were redacted, or whose words were."""
    removals: list[int] = field(default_factory=list)
    """Redactions, and what else takes out of the site what stood in it."""
    reports: set[UUID] = field(default_factory=set)
    """Reports that changed, or that an update began or ceased to cite."""
    narrowed: list[Narrowed] = field(default_factory=list)


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
        made.removals.append(entry.sequence)
    if kind == "column":
        made.columns.add(UUID(pk))
    if kind == "media" and redacted:
        made.media.add(UUID(pk))
    if kind == "report":
        made.reports.add(UUID(pk))
    if held := narrowed(entry):
        made.narrowed.append(held)
    if entry.blog_id is None or entry.revision is None:
        return
    blog = made.blogs.setdefault(entry.blog_id, BlogPlan())
    step = Step.of(entry)
    blog.steps.append(step)
    made.reports |= _named(entry)
    blog.every_page |= redacted or (kind == "liveblog" and not step.situation)
    blog.every_delta |= redacted


def _named(entry: Entry) -> set[UUID]:
    """Return what an update's text names after a change, and named before it."""
    body = entry.content.body
    texts = (side["body"] for side in (body["before"], body["after"]) if side and "body" in side)
    return set().union(*map(named_in, texts))
