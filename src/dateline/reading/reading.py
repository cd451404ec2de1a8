"""What was read out of a text, and what was not."""

from dataclasses import dataclass

from dateline.codebook import Claim


@dataclass(frozen=True)
class Reading:
    """The claims of a text, in the order of their quotes."""

    claims: tuple[Claim, ...]
    language: str
    """ISO 639-1; "" where nobody could tell."""
    unread: tuple[str, ...] = ()
    """In plain words: what was not read, and why."""
