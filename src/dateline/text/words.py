"""The values that callers hand in and get back."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from dateline.text.players import Player


@dataclass(frozen=True)
class Image:
    """A picture that the caller resolved; `alt` and `credit` stand where the directive has none."""

    sources: tuple[tuple[str, int], ...]
    """(address as it is to stand in src and srcset, width in pixels), ascending."""
    width: int
    height: int
    alt: str
    credit: str


@dataclass(frozen=True)
class Card:
    """A report as a text shows it; empty where something is not known.

    Of a `held` one nothing but the label is shown, whatever else stands here.
    """

    state: Literal["capturing", "kept", "unreachable", "held"]
    page: str = ""
    """The report's page as it is to stand in href: `…reports/ID/`, relative or whole."""
    address: str = ""
    """The original's."""
    site: str = ""
    source: str = ""
    title: str = ""
    author: str = ""
    excerpt: str = ""
    language: str = ""
    note: str = ""
    """How it stands, in the caller's words: "kept since 21 Oct 17:58 UTC"."""
    image: Image | None = None
    """The archive's own copy; one that lies elsewhere than the page is not shown."""
    graphic: bool = False
    player: Player | None = None


@dataclass(frozen=True)
class Quote:
    """A quotation with the id of the report that it rests on; its words are the original's."""

    report: str
    words: str


@dataclass(frozen=True)
class Mark:
    """A claim that words of a text rest on."""

    page: str
    """The claim's page as it is to stand in href: `…claims/ID/`."""
    said: str
    """Who said it, how, in the caller's words: "claimed by SMART News Agency"."""
    doubt: Literal["said", "alleged", "unconfirmed"]


@dataclass(frozen=True)
class Board:
    """What an embedded incident, toll or front says at the moment."""

    title: str
    page: str = ""
    """Where it opens into what it rests on: `…incidents/ID/`, or an anchor there."""
    dateline: str = ""
    rows: tuple[tuple[str, str], ...] = ()
    """Pairs of (label, words): a question and its positions, a party and its figure."""
    note: str = ""
    """How it is sourced, and as of when."""


NO_CARDS: Final[Mapping[str, Card]] = MappingProxyType({})
NO_STANDINGS: Final[Mapping[Quote, str]] = MappingProxyType({})
NO_SOURCES: Final[Mapping[str, str]] = MappingProxyType({})
NO_MARKS: Final[Mapping[str, Mark]] = MappingProxyType({})
NO_BOARDS: Final[Mapping[str, Board]] = MappingProxyType({})


@dataclass(frozen=True)
class Words:
    """The reader's labels, translated by the caller."""

    translation: str = "Translation"
    translated_by: str = "Translation: {by}"
    machine: str = "machine translation"
    missing_picture: str = "picture not available"
    photo_credit: str = "Photo: {credit}"
    capturing: str = "being captured"
    unreachable: str = "could not be reached yet"
    not_yet_checked: str = "not yet checked"
    not_fetched: str = "not yet checked; the original could not be fetched"
    not_checked: str = "not checked"
    held: str = "Report held by the desk"
    original: str = "The original at {site}"
    kept_copy: str = "What the desk keeps"
    graphic: str = "Graphic picture: show it"
    load_video: str = "Load the video from {host}"
    load_post: str = "Load the post from {host}"
    load_map: str = "Load the map from {host}"
    unknown_report: str = "report not available"
    unknown_board: str = "not available at the moment"
    a_source: str = "a source known to the desk"

    def photo(self, credit: str) -> str:
        """Return the credit line of a picture, or nothing where nobody is credited."""
        # replace, not format: a label or a name with braces must not raise or reach attributes.
        return self.photo_credit.replace("{credit}", credit) if credit else ""

    def translator(self, by: str, *, machine: bool) -> list[str]:
        """Say who or what translated; the bare label where neither is known."""
        said = [self.translated_by.replace("{by}", by)] if by else []
        said += [self.machine] if machine else []
        return said or [self.translation]


@dataclass(frozen=True)
class Problem:
    """Why a text may not be published yet: a 1-based line, and plain words that say what to do."""

    line: int
    message: str

    def __str__(self) -> str:
        return f"Line {self.line}: {self.message}"
