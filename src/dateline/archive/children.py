"""Work in processes of their own: what breaks one ends that one, not us."""

import logging
import multiprocessing
import os
import resource
import signal
import threading
from collections.abc import Callable
from concurrent.futures import CancelledError
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any, Final, ParamSpec, Self, TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool

ENDING: Final = 10.0
"""Seconds."""
MODEST: Final = 10
"""Niceness: readers and editors come first."""
FIRST_TO_GO: Final = "800"
"""Of 1,000: where memory ends, the kernel ends a child rather than who publishes."""
BROKEN: Final = (TimeoutError, ProcessExpired, CancelledError, MemoryError, RuntimeError)
"""What a future raises whose child its work, or the machine, has broken."""
P = ParamSpec("P")
Found = TypeVar("Found")


class Children:
    """Child processes, started at the first question and after each that its work broke.

    Any thread may ask.
    """

    def __init__(self, jobs: int = 1, *, memory: int, tasks: int, libraries: str = "") -> None:
        """Take how many bytes a child may take up, and after how many tasks it is renewed.

        `libraries` is a module whose import does not count towards a child's memory.
        """
        self.jobs, self.memory, self.tasks, self.libraries = jobs, memory, tasks, libraries
        self.lock = threading.Lock()
        self.closed = False
        self.pool: ProcessPool | None = None

    def ask(
        self, seconds: float, work: Callable[P, Found], *given: P.args, **named: P.kwargs
    ) -> "ProcessFuture[Found]":
        """Have a child do a piece of work; beyond its seconds it is ended, and one of `BROKEN`.

        Raises RuntimeError once closed.
        """
        pool = self.opened()
        try:
            return _asked(pool, seconds, work, given, named)
        except RuntimeError:  # a child that was killed while idle takes pebble's pool with it
            self.renew(pool)
            return _asked(self.opened(), seconds, work, given, named)

    def renew(self, broken: ProcessPool) -> None:
        """End a pool that no longer answers, unless another thread has; the next one is fresh."""
        with self.lock:
            if self.pool is broken:
                self._end()

    def rest(self) -> None:
        """End the children for now, whatever they are at; the next question starts others."""
        with self.lock:
            self._end()

    def close(self) -> None:
        """End the children for good, whatever they are at."""
        with self.lock:
            self.closed = True
            self._end()

    def opened(self) -> ProcessPool:
        """Return the pool that answers now. Raises RuntimeError once closed."""
        with self.lock:
            if self.closed:
                raise RuntimeError("These children are closed.")
            if self.pool is None:
                self.pool = self._fresh()
            return self.pool

    def _fresh(self) -> ProcessPool:
        # Spawned, not forked: a fork inherits our open database and locks that threads hold.
        return ProcessPool(
            max_workers=self.jobs,
            max_tasks=self.tasks,
            initializer=_settle,
            initargs=(self.memory, self.libraries),
            context=multiprocessing.get_context("spawn"),
        )

    def _end(self) -> None:
        pool, self.pool = self.pool, None
        if pool:
            pool.stop()  # type: ignore[no-untyped-call]  # pebble left its types out here
            with suppress(TimeoutError):  # they are killed; what else it waits for is not ours
                pool.join(ENDING)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _asked(
    pool: ProcessPool, seconds: float, work: Callable[..., Found], given: Any, named: Any
) -> "ProcessFuture[Found]":
    return pool.schedule(work, args=given, kwargs=named, timeout=seconds)


def _settle(memory: int, libraries: str) -> None:
    """Keep a child quiet, modest, and deaf to the terminal's Ctrl-C: we end it ourselves."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logging.disable(logging.CRITICAL)  # trafilatura would tell of every odd page
    os.nice(MODEST)
    with suppress(OSError):  # only Linux has it
        Path("/proc/self/oom_score_adj").write_text(FIRST_TO_GO)
    if libraries:
        import_module(libraries)
    with suppress(ValueError, OSError):  # macOS has no such limit
        most = _mapped() + memory
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _end_with_parent() -> None:
    """End with whoever started us, killed or not: nobody waits for the answer any more."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def _mapped() -> int:
    """Return how much address space is taken: numpy alone reserves some for each core."""
    statm = Path("/proc/self/statm")
    return int(statm.read_text().split()[0]) * resource.getpagesize() if statm.exists() else 0
