"""What an incident's page shows, as plain values: the templates take these and nothing else."""

from dataclasses import dataclass, field
from datetime import datetime

from dateline.live.evidence.view import Checked, Evidence, Where
from dateline.live.view import ColumnView, Link


@dataclass(frozen=True)
class Saying:
    """A claim beside those that say the same: who, how sure in their own words, and the quote."""

    claim: str
    """Path of its page from the site's root."""
    speaker: str
    via: tuple[str, ...]
    """Who passed it on, up to the report's own source."""
    relation: str
    """In words."""
    how: str
    """Said, claimed, alleged …, in words."""
    hedge: str
    """The source's own words for it."""
    quote: str
    """Empty where the words are held: the report identifies a private person."""
    language: str
    said_at: datetime
    said_day: bool
    """Only the day is known."""
    report: Evidence
    set_aside: str = ""


@dataclass(frozen=True)
class Position:
    """One answer, with those who give it."""

    answer: str
    relation: str
    """Of the first who gives it, in words."""
    sourcing: str
    sayings: tuple[Saying, ...]
    undisputed: bool = False


@dataclass(frozen=True)
class Asked:
    """A question, how it is sourced, and its positions."""

    code: str
    question: str
    standing: str
    """In words: not said, disputed, admitted, one source …"""
    positions: tuple[Position, ...]


@dataclass(frozen=True)
class Figure:
    """A number that somebody gives, with the claims that it stands in."""

    speaker: str
    number: str
    words: str
    """The source's own."""
    claims: tuple[Link, ...]
    said_at: datetime
    said_day: bool = False
    """Only the day is known."""
    note: str = ""
    """Why it is left out, or up to when it counts."""


@dataclass(frozen=True)
class GroupToll:
    """Some of those counted: "children: 3 to 5"."""

    group: str
    number: str
    claims: tuple[Link, ...]


@dataclass(frozen=True)
class Tally:
    """One category of toll: the range, and every figure that it comes from, or does not."""

    code: str
    category: str
    number: str
    figures: tuple[Figure, ...]
    groups: tuple[GroupToll, ...] = ()
    labels: tuple[Figure, ...] = ()
    status_disputed: bool = False
    totals: tuple[Figure, ...] = ()
    """Counts over a period: their speakers' own, in no range."""
    left_out: tuple[Figure, ...] = ()


@dataclass(frozen=True)
class Unsaid:
    """What somebody who spoke was not heard to say."""

    speaker: str
    relation: str
    questions: tuple[str, ...]


@dataclass(frozen=True)
class Box:
    """A voice in the graph of who rests on whom, by its middle, in the drawing's own units."""

    x: int
    y: int
    words: str
    original: bool


@dataclass(frozen=True)
class Line:
    """A voice rests on another: the path between two boxes."""

    path: str
    sure: bool


@dataclass(frozen=True)
class Graph:
    """The drawing; empty where there are too many voices to draw."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Resting:
    """A voice in words: whether it is an original source, and on whom it rests."""

    name: str
    standing: str
    on: tuple[str, ...]
    claims: tuple[Link, ...]


@dataclass(frozen=True)
class Signed:
    """The desk's own sentence."""

    sentence: str
    signed: str
    at: datetime


@dataclass(frozen=True)
class Changed:
    """An entry of the log, in public words."""

    at: datetime
    what: str
    who: str


@dataclass(frozen=True)
class IncidentView:
    """An incident's page."""

    id: str
    column: ColumnView
    title: str
    where: Where | None
    when: str
    asked: tuple[Asked, ...]
    tallies: tuple[Tally, ...]
    silences: tuple[Unsaid, ...]
    may_be: tuple[Saying, ...]
    reports: str
    origins: str
    resting: tuple[Resting, ...]
    graph: Graph | None
    kept: tuple[Evidence, ...]
    checks: tuple[tuple[Evidence, Checked], ...]
    changes: tuple[Changed, ...]
    assessment: Signed | None = None
    part_of: Link | None = None
    parts: tuple[Link, ...] = ()
    apart: tuple[Link, ...] = ()
    changed_at: datetime | None = None
    undisputed: tuple[tuple[str, str], ...] = field(default=())
    """Pairs of (question, answer)."""
    bare: bool = False
    """Whether no claim that is about it is left for readers; its title may tell what is held."""
