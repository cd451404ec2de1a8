"""The text of a capture as it is kept, as much of it as one page can hold."""

from dataclasses import dataclass

from dateline.ledger import storage
from dateline.ledger.models import Capture
from dateline.text import direction
from dateline.text.direction import is_tag

FIRST = 2_500
MOST = 500_000
"""Characters shown at first, and at most: a browser lays out half a megabyte in a moment."""

LOST = "The bytes of this text are missing. Tell whoever runs this site: `dateline archive verify`."


@dataclass(frozen=True)
class Shown:
    """A text, or the part of it that is shown, and how to set it."""

    words: str
    length: int
    language: str
    direction: str
    trouble: str = ""

    @property
    def left(self) -> int:
        """Return how many characters are not shown."""
        return self.length - len(self.words)


def kept_words(capture: Capture | None) -> str | None:
    """Return a capture's newest text; None where there is none or its bytes are lost."""
    text = capture.text if capture else None
    if text is None:
        return None
    try:
        return storage.read(text.sha256).decode()
    except FileNotFoundError:
        return None


def shown_text(capture: Capture, *, whole: bool) -> Shown:
    """Return the text of a capture for its page."""
    words = kept_words(capture)
    language = tag_of(capture)
    trouble = LOST if words is None and capture.text else ""
    part = (words or "")[: MOST if whole else FIRST]
    return Shown(part, len(words or ""), language, direction(language or "en"), trouble)


def tag_of(capture: Capture | None) -> str:
    """Return a capture's language where it is a tag that may stand in a page, else nothing."""
    language = capture.language if capture else ""
    return language if is_tag(language) else ""
