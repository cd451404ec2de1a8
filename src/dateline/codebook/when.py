"""When something is said to have happened, and what that rests on."""

from dataclasses import dataclass
from typing import Literal

Basis = Literal["text", "report", "none"]
"""What a date rests on: the words themselves, the report's own time, or nothing."""


@dataclass(frozen=True)
class When:
    """A time expression as it was resolved."""

    words: str
    edtf: str
    """EDTF (ISO 8601-2): "2015-10-20", "2015-10-19/2015-10-20", "2015-10~"; "" where unresolved."""
    start: str
    end: str
    """First and last day, or instant, as ISO 8601; "" where unbounded or unknown."""
    basis: Basis
    at: tuple[int, int] | None = None
    """Where the words stand, in code points of the report's text."""
