"""Reading in processes of their own: a text that breaks one ends that one, not us."""

import logging
import multiprocessing
import os
import resource
import signal
from collections.abc import Callable
from concurrent.futures import CancelledError
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, ParamSpec, Self, TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool

MEMORY: Final = 6 * 1024**3
"""Bytes that a child may take: enough for some two megabytes of English."""
TEXTS: Final = 2_000
"""Then a child is renewed: what its libraries do not give back ends with it."""
ENDING: Final = 10.0
"""Seconds."""
BROKEN: Final = (TimeoutError, ProcessExpired, CancelledError, MemoryError, RuntimeError)
"""What a future raises whose child a text, or the machine, has broken."""
P = ParamSpec("P")
Found = TypeVar("Found")


class Children:
    """Child processes, started at the first question and after each that a text broke."""

    def __init__(self, jobs: int = 1) -> None:
        self.jobs = jobs
        self.pool = self._fresh()

    def ask(
        self, seconds: float, work: Callable[P, Found], *given: P.args, **named: P.kwargs
    ) -> "ProcessFuture[Found]":
        """Have a child do a piece of work; beyond its seconds it is ended, and one of `BROKEN`."""
        try:
            return self._asked(seconds, work, given, named)
        except RuntimeError:  # a child that was killed while idle takes pebble's pool with it
            self.close()
            self.pool = self._fresh()
            return self._asked(seconds, work, given, named)

    def _asked(
        self, seconds: float, work: Callable[..., Found], given: Any, named: Any
    ) -> "ProcessFuture[Found]":
        return self.pool.schedule(work, args=given, kwargs=named, timeout=seconds)

    def _fresh(self) -> ProcessPool:
        # Spawned, not forked: a fork inherits our open database and locks that threads hold.
        return ProcessPool(
            max_workers=self.jobs,
            max_tasks=TEXTS,
            initializer=_settle,
            context=multiprocessing.get_context("spawn"),
        )

    def close(self) -> None:
        """End the children, whatever they are at."""
        self.pool.stop()  # type: ignore[no-untyped-call]  # pebble left its types out here
        with suppress(TimeoutError):  # they are killed; what else it waits for is not ours
            self.pool.join(ENDING)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _settle() -> None:
    """Keep a child quiet, modest, and deaf to the terminal's Ctrl-C: we end it ourselves."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logging.disable(logging.CRITICAL)
    os.nice(10)  # readers and editors come first
    with suppress(ValueError, OSError):  # macOS has no such limit
        most = _mapped() + MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _mapped() -> int:
    """Return how much address space is taken: numpy alone reserves some for each core."""
    statm = Path("/proc/self/statm")
    return int(statm.read_text().split()[0]) * resource.getpagesize() if statm.exists() else 0
