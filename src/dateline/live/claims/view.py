"""What a claim's page shows, as plain values: the templates take these and nothing else."""

from dataclasses import dataclass
from datetime import datetime

from dateline.live.evidence.view import Evidence, Where
from dateline.live.view import ColumnView, Link, Passage


@dataclass(frozen=True)
class Counted:
    """A toll of a claim: the number in words, and the source's own words for it."""

    number: str
    category: str
    groups: str
    words: str


@dataclass(frozen=True)
class Kept:
    """The very version in which the quote stands."""

    number: int
    captured_at: datetime
    sha256: str


@dataclass(frozen=True)
class ClaimView:
    """A claim's page."""

    id: str
    column: ColumnView
    chain: tuple[str, ...]
    """Who speaks, from the origin outwards to the report's own source."""
    how: str
    hedge: str
    kind: str
    negated: bool
    lines: Passage | None
    """None where the words are held: the report identifies a private person."""
    actor: str
    target: str
    where: Where | None
    when: str
    said_when: str
    tolls: tuple[Counted, ...]
    report: Evidence
    kept: Kept
    language: str
    set_aside: str = ""
    supersedes: Link | None = None
    superseded_by: tuple[Link, ...] = ()
    incidents: tuple[Link, ...] = ()
    may_be_in: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Stone:
    """A claim that readers could see once."""

    id: str
    column: ColumnView
    gone_at: datetime
