"""Extraction in a process of its own: a page built as a bomb ends that process, not ours."""

import logging
import multiprocessing
import os
import resource
import threading
from concurrent.futures import CancelledError, wait
from contextlib import suppress
from pathlib import Path
from typing import Final, Self

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from dateline.archive.extract.reading import extract
from dateline.archive.extract.sniff import binary_type
from dateline.archive.extract.values import Extracted

log = logging.getLogger(__name__)

SECONDS: Final = 20
MEMORY: Final = 2 * 1024**3
WAITING: Final = 8
"""How many may stand before us, each with its whole time."""
LOST: Final = 60.0
ENDING: Final = 10.0
"""Seconds."""
TASKS: Final = 500
"""Then the child is renewed: what its libraries do not give back ends with it."""


class Apart:
    """One child process, started at the first use and after each that a page broke."""

    def __init__(self, *, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self.seconds = seconds
        self.memory = memory
        self.lock = threading.Lock()
        self.closed = False
        self.pool = self._fresh()

    def extract(self, body: bytes, *, url: str, declared_type: str, charset: str) -> Extracted:
        """Do what `extract` does; what breaks or outlasts the child is unreadable."""
        said = {"url": url, "declared_type": declared_type, "charset": charset}
        pool = self.pool
        try:
            return self._asked(pool, body, said)
        except RuntimeError:
            # A child that was killed while it had nothing to do, by a machine short of memory say,
            # takes pebble's whole pool with it.
            self._replace(pool)
            return self._asked(self.pool, body, said)

    def _asked(self, pool: ProcessPool, body: bytes, said: dict[str, str]) -> Extracted:
        try:
            future = pool.schedule(extract, args=[body], kwargs=said, timeout=self.seconds)
            found: Extracted = _awaited(future, self.seconds)
        except (TimeoutError, ProcessExpired, CancelledError, MemoryError) as error:
            if self.closed:
                raise  # it is we who ended it: what came may well be readable, and comes again
            # Never the address: it may be a protected report's, and logs leave the desk.
            log.warning("Extraction broke on %d bytes: %s", len(body), type(error).__name__)
            return Extracted(looks_like="unreadable", media_type=binary_type(body) or NOTHING)
        return found

    def close(self) -> None:
        """End the child."""
        with self.lock:
            self.closed = True
            _end(self.pool)

    def _replace(self, broken: ProcessPool) -> None:
        with self.lock:
            if self.pool is broken and not self.closed:
                _end(broken)
                self.pool = self._fresh()

    def _fresh(self) -> ProcessPool:
        # Spawned, not forked: a fork inherits our open database and locks that threads hold.
        return ProcessPool(
            max_workers=1,
            max_tasks=TASKS,
            initializer=_settle,
            initargs=(self.memory,),
            context=multiprocessing.get_context("spawn"),
        )

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


def _end(pool: ProcessPool) -> None:
    pool.stop()  # type: ignore[no-untyped-call]  # pebble left its types out here
    with suppress(TimeoutError):  # its child is killed; what else it waits for is not ours
        pool.join(ENDING)


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
