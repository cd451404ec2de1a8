"""What is found about one event: its words, who, whom, and how it is told."""

from dataclasses import dataclass
from typing import Final, Literal

Mood = Literal["actual", "planned", "possible", "demanded", "background"]
MOODS: Final[tuple[Mood, ...]] = ("actual", "planned", "possible", "demanded", "background")
"""Told as done or going on; as intended or ahead; as conditional; as wanted; only spoken of."""


@dataclass(frozen=True)
class Role:
    """Who does it, or who suffers it. Offsets are code points of the document's text."""

    start: int
    end: int
    words: str
    name: str | None
    """As the lexicon of parties or the words themselves have it; None where nobody is named."""
    kind: str
    """Of an actor a kind of party, of a target one of `TARGETS`; "" where unknown."""
    country: str = ""


@dataclass(frozen=True)
class EventMention:
    """One happening that the text tells of."""

    code: str
    """One of `EVENTS`."""
    start: int
    end: int
    words: str
    """The trigger: "pounded", "airstrikes"."""
    clause: tuple[int, int]
    """The clauses that state it, whole."""
    actor: Role | None
    target: Role | None
    mood: Mood
    points_back: bool = False
    """Whether its noun speaks of one told before: "the attack", "that strike"."""
    about: str = ""
    """Of speech about an event, that one's code: what is denied, or who is blamed for it."""
