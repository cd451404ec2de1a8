"""The child processes that read: how much one may take, and how long a text."""

from typing import Final

from dateline.archive.children import Children
from dateline.server.reading.texts import LONGEST

MEMORY: Final = 6 * 1024**3
"""Bytes that a child may take: enough for some two megabytes of English."""
TEXTS: Final = 2_000
"""Then a child is renewed: what its libraries do not give back ends with it."""


def readers(jobs: int = 1) -> Children:
    """Return children that read, a text each at a time."""
    return Children(jobs, memory=MEMORY, tasks=TEXTS)


def seconds_for(length: int) -> float:
    """Return how long reading so many characters may take on a slow, busy machine."""
    return 120 + min(length, LONGEST) / 500
