"""A claim: one proposition in a report, with the words that each part of it rests on."""

from dataclasses import dataclass
from typing import Final, Literal

from dateline.codebook.place import Place
from dateline.codebook.toll import Toll
from dateline.codebook.when import When

At = tuple[int, int]
"""Start and end, in code points of the report's text."""
Kind = Literal[
    "event",
    "situation",
    "toll",
    "statement",
    "responsibility",
    "denial",
    "forecast",
    "assessment",
]
KINDS: Final[tuple[Kind, ...]] = (
    *("event", "situation", "toll", "statement"),
    *("responsibility", "denial", "forecast", "assessment"),
)
HedgeClass = Literal[
    "asserted",
    "said",
    "claimed",
    "reported",
    "alleged",
    "unconfirmed",
    "possible",
    "denied",
    "predicted",
]
HEDGES: Final[tuple[HedgeClass, ...]] = (
    *("asserted", "said", "claimed", "reported", "alleged"),
    *("unconfirmed", "possible", "denied", "predicted"),
)


@dataclass(frozen=True)
class Speaker:
    """Who is said to have said it."""

    name: str
    """In full, where the text says it elsewhere ("he" is "Faraj Shahid")."""
    verb: str
    """How it was said, in the codebook's normal form: "claimed", "said", "denied"."""
    words: str
    """The words that name the speaker here."""
    at: At


@dataclass(frozen=True)
class Actor:
    """Who is said to have done it."""

    name: str | None
    """As the lexicon of parties has it; None where nobody is named."""
    words: str
    at: At


@dataclass(frozen=True)
class Target:
    """What is said to have been hit, or whom; as this speaker says it."""

    name: str | None
    kind: str
    """One of `TARGETS`."""
    words: str
    at: At


@dataclass(frozen=True)
class Hedge:
    """How sure its speaker was."""

    cls: HedgeClass
    words: str = ""
    at: At | None = None


@dataclass(frozen=True)
class Claim:
    """One proposition, resting on its words. `quote` is `text[start:end]`: one or more clauses."""

    quote: str
    start: int
    end: int
    kind: Kind
    event: str = "other"
    """One of `EVENTS`."""
    event_words: str = ""
    event_at: At | None = None
    speakers: tuple[Speaker, ...] = ()
    """From the origin outwards to whoever relays it; empty where the report asserts it itself."""
    said_when: When | None = None
    negated: bool = False
    negation_words: str = ""
    negation_at: At | None = None
    actor: Actor | None = None
    target: Target | None = None
    place: Place | None = None
    when: When | None = None
    tolls: tuple[Toll, ...] = ()
    hedge: Hedge = Hedge("asserted")
