"""Extraction in a process of its own: a page built as a bomb ends that process, not ours."""

import logging
from concurrent.futures import CancelledError, wait
from typing import Any, Final, Self

from pebble import ProcessExpired, ProcessFuture

from dateline.archive.children import Children
from dateline.archive.extract.reading import extract
from dateline.archive.extract.sniff import binary_type
from dateline.archive.extract.values import Extracted

log = logging.getLogger(__name__)

SECONDS: Final = 20
MEMORY: Final = 2 * 1024**3
WAITING: Final = 8
"""How many may stand before us, each with its whole time."""
LOST: Final = 60.0
"""Seconds."""
TASKS: Final = 500
"""Then the child is renewed: what its libraries do not give back ends with it."""


class Apart:
    """One child process, started at the first use and after each that a page broke."""

    def __init__(self, *, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self.seconds = seconds
        self.children = Children(memory=memory, tasks=TASKS, libraries=extract.__module__)

    def extract(self, body: bytes, *, url: str, declared_type: str, charset: str) -> Extracted:
        """Do what `extract` does; what breaks or outlasts the child is unreadable."""
        said = {"url": url, "declared_type": declared_type, "charset": charset}
        pool = self.children.opened()
        try:
            return self._asked(body, said)
        except RuntimeError:  # it has lost our question, or broke as we asked
            self.children.renew(pool)
            return self._asked(body, said)

    def _asked(self, body: bytes, said: dict[str, Any]) -> Extracted:
        try:
            return _awaited(self.children.ask(self.seconds, extract, body, **said), self.seconds)
        except (TimeoutError, ProcessExpired, CancelledError, MemoryError) as error:
            if self.children.closed:
                raise  # it is we who ended it: what came may well be readable, and comes again
            # Never the address: it may be a protected report's, and logs leave the desk.
            log.warning("Extraction broke on %d bytes: %s", len(body), type(error).__name__)
            return Extracted(looks_like="unreadable", media_type=binary_type(body) or NOTHING)

    def close(self) -> None:
        """End the child."""
        self.children.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


NOTHING: Final = "application/octet-stream"


def _awaited(future: "ProcessFuture[Extracted]", seconds: float) -> Extracted:
    """Wait for those before us too. Raises RuntimeError for a future that its pool has lost."""
    done, _ = wait([future], timeout=max(LOST, WAITING * seconds))
    if not done:
        raise RuntimeError("the pool no longer answers")
    found: Extracted = future.result()
    return found
