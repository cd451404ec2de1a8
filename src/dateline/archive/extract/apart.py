"""Extraction in a process of its own: a page built as a bomb ends that process, not ours."""

import logging
import multiprocessing
import os
import resource
from concurrent.futures import CancelledError
from contextlib import suppress
from pathlib import Path
from typing import Final, Self

from pebble import ProcessExpired, ProcessPool

from dateline.archive.extract.reading import extract
from dateline.archive.extract.sniff import binary_type
from dateline.archive.extract.values import Extracted

log = logging.getLogger(__name__)

SECONDS: Final = 20
MEMORY: Final = 2 * 1024**3
TASKS: Final = 500
"""Then the child is renewed: what its libraries do not give back ends with it."""


class Apart:
    """One child process, started at the first use and after each that a page broke."""

    def __init__(self, *, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self.seconds = seconds
        # Spawned, not forked: a fork inherits our open database and locks that threads hold.
        context = multiprocessing.get_context("spawn")
        self.pool = ProcessPool(
            max_workers=1, max_tasks=TASKS, initializer=_settle, initargs=(memory,), context=context
        )

    def extract(self, body: bytes, *, url: str, declared_type: str, charset: str) -> Extracted:
        """Do what `extract` does; what breaks or outlasts the child is unreadable."""
        said = {"url": url, "declared_type": declared_type, "charset": charset}
        future = self.pool.schedule(extract, args=[body], kwargs=said, timeout=self.seconds)
        try:
            found: Extracted = future.result()
        except (TimeoutError, ProcessExpired, CancelledError, MemoryError) as error:
            # Never the address: it may be a protected report's, and logs leave the desk.
            log.warning("Extraction broke on %d bytes: %s", len(body), type(error).__name__)
            return Extracted(looks_like="unreadable", media_type=binary_type(body) or NOTHING)
        return found

    def close(self) -> None:
        """End the child."""
        self.pool.stop()  # type: ignore[no-untyped-call]  # pebble left its types out here
        self.pool.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


NOTHING: Final = "application/octet-stream"


def _settle(memory: int) -> None:
    """Bound what the child may take beyond what its libraries took, and keep it quiet."""
    logging.disable(logging.CRITICAL)  # trafilatura would tell of every odd page
    os.nice(10)  # readers and editors come first
    with suppress(ValueError, OSError):  # macOS has no such limit
        most = _mapped() + memory
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _mapped() -> int:
    """Return how much address space is taken: numpy alone reserves some for each core."""
    statm = Path("/proc/self/statm")
    if not statm.exists():
        return 0
    return int(statm.read_text().split()[0]) * resource.getpagesize()
