"""One request a host at a time: an archive must not be what brings a small newsroom's site down."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from dateline.archive.fetch.failure import FetchError


@dataclass(slots=True)
class Queue:
    """Those who are at a host or wait for their turn."""

    turn: threading.Lock = field(default_factory=threading.Lock)
    length: int = 0


class Turns:
    """Who is at which host. Holds no more hosts than there are threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._queues: dict[str, Queue] = {}

    @contextmanager
    def at(self, host: str, seconds: float) -> Iterator[None]:
        """Wait for one's turn, `seconds` at most."""
        with self._lock:
            queue = self._queues.setdefault(host, Queue())
            queue.length += 1
        try:
            if not queue.turn.acquire(timeout=seconds):
                words = f"Dateline is still fetching something else from {host}. Try again later."
                raise FetchError(words, retry=True)
            try:
                yield
            finally:
                queue.turn.release()
        finally:
            with self._lock:
                queue.length -= 1
                if not queue.length:
                    del self._queues[host]
