"""A place name in a text: where it stands, and what stands around it."""

from dataclasses import dataclass
from typing import Final, Self

AROUND: Final = 200
"""Characters kept on either side: a clause, with what makes "Moscow" a speaker."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that may name a place."""

    start: int
    end: int
    """Code points of the text."""
    words: str
    before: str = ""
    after: str = ""
    form: str = ""
    """As a dictionary has it, where the text inflects it: "Идлиб" of "под Идлибом"."""

    @property
    def name(self) -> str:
        """Return what to look up."""
        return self.form or self.words

    @classmethod
    def at(cls, text: str, start: int, end: int) -> Self:
        """Take the words at these offsets out of a text.

        Raises ValueError where the offsets do not lie in it.
        """
        if not 0 <= start < end <= len(text):
            raise ValueError(f"[{start}, {end}] is no stretch of a text of {len(text)} characters.")
        before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
        return cls(start, end, text[start:end], before, after)
