"""The archive's work, done by itself: reports and watches that are due, a few side by side."""

import fcntl
import logging
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connections
from django.utils import timezone

from dateline.ledger.models import Capture, Report, Watch
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.capturing import give_back, let_go, let_go_of_all, take_due
from dateline.ledger.verbs.watching import let_go_of_watches, take_due_watches

from . import outward
from .capture import Capturer
from .extract.apart import Apart
from .keep import Keeper
from .watch.robots import Robots
from .watching import Watcher

log = logging.getLogger(__name__)

THREADS = 4
INTERVAL = 0.5
"""Seconds between rounds."""
SEALS_EVERY = timedelta(minutes=1)
SEALS_AT_ONCE = 20
SHORT_WAIT = 2.0
"""Seconds that a thread waits for a site's Crawl-delay; for a longer one the report goes back."""
ASKED_NOT_TO = (
    "The site's robots.txt asks programs not to read this page. "
    "If it matters, capture it by hand: press “Capture again”."
)


class Rounds:
    """Takes what is due and hands it to a few threads."""

    def __init__(self, stop: threading.Event) -> None:
        self.stop = stop
        self.fetcher = outward.fetcher()
        self.apart = Apart()
        self.robots = Robots(self.fetcher)
        self.keeper = Keeper(self.fetcher, self.apart, authority=outward.authority())
        self.capturer = Capturer(self.fetcher, self.keeper)
        self.watcher = Watcher(self.fetcher, self.robots)
        self.running: list[Future[None]] = []
        self.sealed_at = timezone.now()

    def run(self) -> None:
        """Work until told to stop; what is in hand then is taken up again at the next start."""
        with ThreadPoolExecutor(THREADS, "archive") as pool, _single_worker():
            while not self.stop.wait(INTERVAL):
                self._round(pool)
            self.fetcher.close()
            self.apart.close()

    def _round(self, pool: ThreadPoolExecutor) -> None:
        try:
            for watch in take_due_watches(self._room()):
                self._start(pool, self._watch, watch)
            for report in take_due(self._room()):
                self._start(pool, self._report, report)
            if self.keeper.authority and timezone.now() - self.sealed_at > SEALS_EVERY:
                self.sealed_at = timezone.now()
                self._start(pool, self._seal_some)
        except (OSError, DatabaseError) as error:
            log.error("The archive could not take what is due: %s", type(error).__name__)
            connections.close_all()

    def _room(self) -> int:
        self.running = [one for one in self.running if not one.done()]
        return THREADS - len(self.running)

    def _start(self, pool: ThreadPoolExecutor, work: Callable[..., None], *given: Any) -> None:
        self.running.append(pool.submit(self._guarded, work, *given))

    def _guarded(self, work: Callable[..., None], *given: Any) -> None:
        """Do one piece; whatever goes wrong in it, the others go on and it comes again."""
        try:
            work(*given)
        except (OSError, DatabaseError) as error:
            # Never the error's own words: they may hold a protected report's address.
            log.error("%s waits: %s", given or "Sealing", type(error).__name__)
            connections.close_all()
        except Refused:
            pass  # redacted meanwhile
        except Exception:
            log.exception("%s could not be worked on.", given or "Sealing")

    def _report(self, report: Report) -> None:
        if self._may_read(report) and not self.stop.is_set():
            self.capturer.look(report)

    def _may_read(self, report: Report) -> bool:
        """Honour robots.txt for what a watch found; a person's own request is no crawling."""
        if report.watch_id is None or report.wanted or not report.address:
            return True
        verdict = self.robots.verdict(report.address)
        if verdict == "refused":
            give_back(report, trouble=ASKED_NOT_TO, due_at=None)
            return False
        wait = 600.0 if verdict == "not now" else self.robots.wait_for(report.address)
        if wait > SHORT_WAIT:
            let_go(report, due_at=timezone.now() + timedelta(seconds=wait))
            return False
        self.stop.wait(wait)
        return True

    def _watch(self, watch: Watch) -> None:
        self.watcher.look(watch)

    def _seal_some(self) -> None:
        waiting = Capture.objects.filter(seal=None, report__redacted=False)
        for capture in waiting.order_by("-captured_at")[:SEALS_AT_ONCE]:
            if not self.stop.is_set():
                self.keeper.seal(capture)


@contextmanager
def _single_worker() -> Iterator[None]:
    """Where no other worker runs, take up what a killed one had in hand."""
    with (Path(settings.DATELINE_DATA) / "worker.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield
            return
        let_go_of_all()
        let_go_of_watches()
        yield
