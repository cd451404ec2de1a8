"""How much a fetch may take, in time and in bytes."""

import threading
import time
from dataclasses import dataclass

from dateline.archive.fetch.failure import FetchError


@dataclass(frozen=True, slots=True)
class Limits:
    """What one fetch may cost; times in seconds, sizes in bytes."""

    connect: float = 10.0
    read: float = 10.0
    """Without a single byte moving."""
    whole: float = 60.0
    """The whole fetch with its redirects: one byte every nine seconds would never end otherwise."""
    most_bytes: int = 50_000_000
    """Of all bodies of a fetch as they are sent, and again of the answer's body once decoded."""
    header_bytes: int = 100_000
    redirects: int = 10


class Deadline:
    """The end of the time that a whole fetch has."""

    def __init__(self, seconds: float, closing: threading.Event) -> None:
        self._seconds = seconds
        self._end = time.monotonic() + seconds
        self._closing = closing

    def left(self) -> float:
        """Return the seconds left; raise FetchError where there are none."""
        if self._closing.is_set():
            raise FetchError("Dateline is being stopped. Try again later.", retry=True)
        left = self._end - time.monotonic()
        if left <= 0:
            words = f"The page did not arrive whole within {self._seconds:g} seconds."
            raise FetchError(f"{words} Try again later.", retry=True)
        return left
