"""An attribution: somebody is said to have said, shown, thought or wanted something."""

from dataclasses import dataclass
from typing import Literal

from dateline.codebook import At, HedgeClass

Act = Literal["says", "shows", "thinks", "wants", "judges", "seems", "doubts"]
"""What the cue does; an adverb doubts ("reportedly"). Only who says or shows is a speaker."""


@dataclass(frozen=True)
class Attribution:
    """One cue with what it connects. Offsets are code points of the paragraph's text."""

    cue: At
    verb: str
    """The cue in its normal form: "claimed", "said", "denied"."""
    hedge: HedgeClass
    act: Act
    contents: tuple[At, ...]
    """In the order of the text; empty where the cue leads to the paragraphs that follow."""
    source: At | None = None
    quoted: bool = False
    """Whether the content stands in quotation marks as the source's own words."""
    negated: bool = False
    said_when: At | None = None
    """The time words that belong to the saying, not to what is said to have happened."""
    listener: At | None = None

    @property
    def content(self) -> At | None:
        """Return from the first to the last character of the contents."""
        return (self.contents[0][0], self.contents[-1][1]) if self.contents else None
