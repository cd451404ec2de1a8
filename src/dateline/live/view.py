"""What a reader's page shows, as plain values: the templates take these and nothing else."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal
from zoneinfo import ZoneInfo

from django.utils.functional import Promise

from dateline.ledger.showing import Shown
from dateline.text import direction

from .evidence.view import Checked

Change = Literal["added", "changed", "withdrawn", "restored", "redacted"]
"""What a delta says happened to an update."""

Standing = Literal["published", "withdrawn", "redacted"]


@dataclass(frozen=True)
class Picture:
    """A picture with its credit; `sources` are (path from the site's root, width), ascending."""

    sources: tuple[tuple[str, int], ...]
    width: int
    height: int
    alt: str
    credit: str

    @property
    def largest(self) -> str:
        """Path of the widest one."""
        return self.sources[-1][0]


@dataclass(frozen=True)
class Correction:
    """What was put right in an update, and when."""

    at: datetime
    note: str
    redaction: bool = False
    """Words were taken out that should never have been public; the note is empty then."""


@dataclass(frozen=True)
class Entry:
    """One update as its readers see it; `html` is safe and empty once withdrawn or redacted."""

    number: int
    id: str
    headline: str
    html: str
    plain: str
    place: str
    byline: str
    published_at: datetime
    standing: Standing = "published"
    pinned: bool = False
    key_event: bool = False
    summary: bool = False
    corrections: tuple[Correction, ...] = ()
    day: date | None = None
    """All that is known of when it was published, where its hour is not."""
    brought_at: datetime | None = None
    """When it was written here, where it was published elsewhere before."""
    renewed_at: datetime | None = None
    """When what it embeds last changed since it was published."""
    taken_up: tuple["TakenUp", ...] = ()
    gone_at: datetime | None = None
    gone_reason: str = ""
    permalink: str = ""
    """Path of the update's own page from the site's root."""
    home: str = ""
    """Path, with anchor, of its place in the blog, from the site's root."""

    @property
    def told(self) -> datetime | date:
        """When readers are told that it was published: a moment, or the day alone."""
        return self.day or self.published_at

    @property
    def title(self) -> str:
        """What a list calls it: its headline, else its first words; a picture alone has neither."""
        return self.headline or " ".join(self.plain.split()) or f"#{self.number}"


@dataclass(frozen=True)
class Link:
    """A way to another page of the site: `path` from the site's root."""

    path: str
    title: str
    at: datetime | date | None = None
    live: bool = False


@dataclass(frozen=True)
class TakenUp:
    """One end of a link between two updates: how this one stands to the other."""

    how: Promise
    """In a reader's words, translated where it is shown."""
    other: Link


@dataclass(frozen=True)
class ColumnView:
    """The series a blog belongs to, with its publisher."""

    slug: str
    name: str
    description: str
    language: str
    zone: ZoneInfo
    publisher: str
    logo: Picture | None = None


@dataclass(frozen=True)
class BlogView:
    """A live blog's masthead and state."""

    id: str
    column: ColumnView
    slug: str
    headline: str
    lead: str
    photo: Picture | None
    language: str
    state: Literal["live", "closed"]
    started_at: datetime
    updated_at: datetime
    closed_at: datetime | None
    previous: Link | None
    revision: int
    count: int
    """Updates ever published, withdrawn ones included: they keep their number."""
    day: date | None = None
    """All that is known of when it began, where its hour is not."""

    @property
    def told(self) -> datetime | date:
        """When readers are told that it began: a moment, or the day alone."""
        return self.day or self.started_at

    @property
    def dir(self) -> str:
        """Direction in which the blog's language is written."""
        return direction(self.language)


@dataclass(frozen=True)
class Passage:
    """Quoted words with a little of what stands around them in the kept text.

    Words that do not stand there so, such as a translation, have nothing around them.
    """

    before: str
    words: str
    after: str
    found: bool
    stood_in: int = 0
    """The version that has them, where the newest has them no longer."""


@dataclass(frozen=True)
class ReportView:
    """A report's page: what readers may know, the words that were quoted, and who cites it."""

    shown: Shown
    column: ColumnView
    language: str
    note: str
    original: str = ""
    """Where a link may lead; empty for what was handed in."""
    picture: Picture | None = None
    passages: tuple[Passage, ...] = ()
    cited_in: tuple[Link, ...] = ()
    files: tuple[Link, ...] = ()
    """The kept bytes, where an editor opened them; titles name the version."""
    checks: tuple[Checked, ...] = ()
    claims: tuple[Link, ...] = ()
    """Claims that rest on it and that readers may see; titles are the quoted words."""
    words_held: bool = False
    """Some of its words are held until later, so no excerpt is shown."""


@dataclass(frozen=True)
class PageView:
    """One page of a blog. `number` is None for page one; entries stand newest first."""

    blog: BlogView
    folder: str
    entries: tuple[Entry, ...]
    number: int | None = None
    pinned: tuple[Entry, ...] = ()
    key_events: tuple[Entry, ...] = ()
    situation: str = ""
    """Summary, tolls and map of the column as safe HTML: one element with this id."""
    newer: str | None = None
    """Path of the next newer page from the site's root."""
    older: str | None = None
    omitted: int = 0
    """In `day.html`: updates of the day that the file's size leaves out."""
    assets: "Assets" = field(default_factory=lambda: Assets("", ""))
    public_url: str = ""
    """The site's own address with a closing slash where the newsroom has set one, else empty."""


@dataclass(frozen=True)
class Assets:
    """Paths from the site's root of the built style sheet and script."""

    style: str
    script: str
    style_text: str = ""
    """The style sheet itself, for the file that carries it inside."""
    worker: str = ""
    """Path of the script that draws the map beside the page's own."""
