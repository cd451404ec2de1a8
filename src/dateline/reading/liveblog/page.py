"""A live blog's page, read. All offsets are code points of the page's text."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain

from dateline.reading.liveblog.mentions import Mention
from dateline.reading.structure import Span


@dataclass(frozen=True)
class Piece:
    """A stretch of the page with its words on one line."""

    words: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.start, self.end


@dataclass(frozen=True)
class Time:
    """When something was published, as its page says."""

    piece: Piece
    day: date
    at: datetime | None
    """With its offset; None where the page tells the day alone, or an hour that cannot be read."""


@dataclass(frozen=True)
class Paragraph:
    """Words of the entry's own writer."""

    pieces: tuple[Piece, ...]
    """More than one where tags stood within it."""
    heading: bool = False
    translates: bool = False
    """Whether it says of itself that it translates what stands above it."""
    mention: Mention | None = None

    @property
    def words(self) -> str:
        """Its words on one line."""
        return " ".join(piece.words for piece in self.pieces)


@dataclass(frozen=True)
class Quote:
    """Paragraphs of somebody else's words."""

    pieces: tuple[Piece, ...]
    source: str
    """Whose they are, in the page's own words; "" where it does not say."""
    through: str
    """Who hands them on: a translator, a transcript; "" for nobody."""
    language: str
    """ISO 639-1; "" where it cannot be told."""


@dataclass(frozen=True)
class Card:
    """A page that is shown and led to: all that is here of it is what the card shows."""

    title: Piece
    excerpt: tuple[Piece, ...]
    link: Piece | None
    """The line that leads to it ("View full page")."""
    owner: str
    """Whose page it is, where the page says so; else ""."""
    time: Time | None

    @property
    def words(self) -> str:
        """What it shows, paragraph by paragraph."""
        return "\n\n".join(piece.words for piece in (self.title, *self.excerpt))

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """All of it, in the order of the page."""
        more = (self.link, self.time.piece if self.time else None)
        return (self.title, *self.excerpt, *(piece for piece in more if piece))


Part = Paragraph | Quote | Card


@dataclass(frozen=True)
class Entry:
    """One update of the page. Its parts stand in the order of the page."""

    start: int
    headline: Piece | None
    byline: Piece | None
    """The line that says who wrote it."""
    name: str
    """Who wrote it; "" where the page does not say."""
    time: Time | None
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Left:
    """A stretch of the page that has no place in a blog."""

    piece: Piece
    why: str


@dataclass(frozen=True)
class Masthead:
    """What stands at the head of the page."""

    headline: Piece | None = None
    lead: tuple[Piece, ...] = ()
    credit: Piece | None = None
    """Whose the picture is that stood there."""
    date: Time | None = None
    previous: Piece | None = None
    """The line that leads to the blog before."""
    column: str = ""
    """The series that this line says it belongs to."""


@dataclass(frozen=True)
class LivePage:
    """A page: each line of it is in the masthead, in one entry, or left; once, and in order."""

    is_live: bool
    """Whether it is a live blog; else it is an article, and its text stands in one entry."""
    masthead: Masthead
    entries: tuple[Entry, ...]
    """In the order of the page."""
    left: tuple[Left, ...]

    def pieces(self) -> Iterator[Piece]:
        """Yield every piece of the page, in its order."""
        told = chain(
            _of_masthead(self.masthead),
            chain.from_iterable(map(_of_entry, self.entries)),
            (one.piece for one in self.left),
        )
        yield from sorted(told, key=lambda piece: piece.start)


def _of_masthead(head: Masthead) -> Iterator[Piece]:
    date_line = head.date.piece if head.date else None
    yield from (p for p in (head.headline, date_line, head.credit, head.previous) if p)
    yield from head.lead


def _of_entry(entry: Entry) -> Iterator[Piece]:
    stamp = entry.time.piece if entry.time else None
    yield from (p for p in (entry.headline, entry.byline, stamp) if p)
    for part in entry.parts:
        yield from part.pieces
