"""What a claim is made from, and where typed words stand in it."""

from dataclasses import dataclass
from typing import Any

from dateline.codebook import At, Claim
from dateline.ledger.models import Capture

from .standing import NotThereError, nearest, one_line


@dataclass(frozen=True)
class Scene:
    """What a claim is made from: the text, what it quotes, and what it said before, if anything."""

    text: str
    capture: Capture
    before: Claim | None
    quote: At

    def at(self, field: str, words: str, before: Any = None) -> At:
        """Return where words stand; those that did not change stay where they stood."""
        if before and before.at and one_line(before.words) == words:
            return before.at[0], before.at[1]
        if found := nearest(words, self.text, near=self.quote):
            return found
        raise NotThereError(field)

    def words(self, at: At) -> str:
        """Return what stands at a place."""
        return self.text[at[0] : at[1]]
