"""A cue that was found with what stands around it, before its quotations are known."""

from dataclasses import dataclass

from spacy.tokens import Token

from dateline.reading.speakers.lexicon import Word
from dateline.reading.speakers.stretch import Stretch


@dataclass(frozen=True)
class Found:
    """A cue over the parse."""

    token: Token
    word: Word
    cue: Stretch
    contents: tuple[Stretch, ...]
    head: Token | None = None
    """Of the source."""
    source: Stretch | None = None
    listener: Token | None = None
    following: bool = True
    """Whether the content follows the cue."""
