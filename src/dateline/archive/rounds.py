"""The archive's work, done by itself: reports and watches that are due, a few side by side."""

import fcntl
import logging
import threading
import traceback
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any, TextIO
from uuid import UUID

from django.conf import settings
from django.db import DatabaseError, connections
from django.utils import timezone

from dateline.archive import outward
from dateline.archive.capture import Capturer, failed
from dateline.archive.extract.apart import Apart
from dateline.archive.keep import Keeper
from dateline.archive.watch.pace import after_failure
from dateline.archive.watch.robots import Robots
from dateline.archive.watching import Watcher
from dateline.ledger.models import Capture, Report, Watch
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.capturing import give_back
from dateline.ledger.verbs.in_hand import let_go, let_go_of_all, take_due
from dateline.ledger.verbs.watching import (
    let_go_of_watches,
    note_watch_trouble,
    take_due_watches,
)

log = logging.getLogger(__name__)

THREADS = 4
KEPT_FREE = 1
"""Threads that no watch takes up: what a person asks for must not wait behind a slow feed."""
INTERVAL = 0.5
"""Seconds between rounds; as soon as a piece of work is done, there is another at once."""
AFTER_A_FULL_DISK = timedelta(minutes=1)
SEALS_EVERY = timedelta(minutes=1)
SEALS_AT_ONCE = 20
GRACE = 3.0
"""Seconds that what is in hand has to come to its end, once the worker is to stop."""
SHORT_WAIT = 2.0
"""Seconds that a thread waits for a site's Crawl-delay; for a longer one the report goes back."""
ASKED_NOT_TO = (
    "The site's robots.txt asks programs not to read this page. "
    "If it matters, capture it by hand: press “Capture again”."
)
CANNOT_SAY = "The site cannot say now what programs may read (robots.txt). It is tried again."
OUR_FAULT = "Dateline itself broke on what came. It is tried again; tell whoever runs Dateline."


class Rounds:
    """Takes what is due and hands it to a few threads."""

    def __init__(self, stop: threading.Event) -> None:
        self.stop = stop
        self.fetcher = outward.fetcher()
        self.apart = Apart()
        self.robots = Robots(self.fetcher)
        renderer = outward.renderer(self.fetcher)
        self.keeper = Keeper(
            self.fetcher, self.apart, renderer=renderer, authority=outward.authority()
        )
        self.capturer = Capturer(self.fetcher, self.keeper)
        self.watcher = Watcher(self.fetcher, self.robots)
        self.running: list[Future[None]] = []
        self.booked: set[UUID] = set()
        """Reports that wait for the moment that their site's Crawl-delay gave them."""
        self.lock: TextIO
        self.ready = False
        self.sealed_at = timezone.now()

    def run(self) -> None:
        """Work until told to stop; what is in hand then is taken up again at the next start."""
        pool = ThreadPoolExecutor(THREADS, "archive")
        with worker_lock() as self.lock:
            try:
                while not self._rest():
                    self._round(pool)
            finally:
                self.fetcher.close()
                self.apart.close()
                wait(self.running, GRACE)
                pool.shutdown(wait=False, cancel_futures=True)

    def _rest(self) -> bool:
        """Wait for the next round; tell whether to stop instead."""
        if not self.running:
            return self.stop.wait(INTERVAL)
        wait(self.running, INTERVAL, FIRST_COMPLETED)
        return self.stop.is_set()

    def _round(self, pool: ThreadPoolExecutor) -> None:
        try:
            if not self._is_ready():
                return
            for report in take_due(self._room(), crawled=False):
                self._start(pool, self._report, report)
            for watch in take_due_watches(self._room() - KEPT_FREE):
                self._start(pool, self._watch, watch)
            for report in take_due(self._room() - KEPT_FREE):
                self._start(pool, self._report, report)
            if self.keeper.authority and timezone.now() - self.sealed_at > SEALS_EVERY:
                self.sealed_at = timezone.now()
                self._start(pool, self._seal_some)
        except (OSError, DatabaseError) as error:
            log.error("The archive could not take what is due: %s", type(error).__name__)
            connections.close_all()

    def _is_ready(self) -> bool:
        """Take up once what killed workers had in hand, where no worker lives; join those who do.

        The kernel drops the lock of whoever dies. A disk that is full is tried again next round.
        """
        if not self.ready:
            if _locked(self.lock, fcntl.LOCK_EX):
                let_go_of_all()
                let_go_of_watches()
            self.ready = _locked(self.lock, fcntl.LOCK_SH)
        return self.ready

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
            pass  # redacted, or taken by another process, meanwhile
        except Exception as error:
            if not self.stop.is_set():  # else it is we who took the ground from under it
                log.error("%s broke: %s", given or "Sealing", _place_of(error))

    def _report(self, report: Report) -> None:
        try:
            if self._may_read(report) and not self.stop.is_set():
                self.capturer.look(report)
        except Refused:
            raise
        except (OSError, DatabaseError):
            with suppress(OSError, DatabaseError):  # else its time in hand runs out by itself
                let_go(report, due_at=timezone.now() + AFTER_A_FULL_DISK)
            raise
        except Exception:
            if not self.stop.is_set():
                failed(report, OUR_FAULT, retry=True)
            raise

    def _may_read(self, report: Report) -> bool:
        """Honour robots.txt for what a watch found; a person's own request is no crawling."""
        if report.watch_id is None or report.wanted or not report.address:
            return True
        verdict = self.robots.verdict(report.address)
        if self.stop.is_set():
            return False
        if verdict == "refused":
            give_back(report, trouble=ASKED_NOT_TO, due_at=None)
            return False
        if verdict == "not now":
            failed(report, CANNOT_SAY, retry=True)
            return False
        seconds = self._seconds_until(report)
        if seconds > SHORT_WAIT:
            self.booked.add(report.pk)
            let_go(report, due_at=timezone.now() + timedelta(seconds=seconds))
            return False
        self.stop.wait(seconds)
        return True

    def _seconds_until(self, report: Report) -> float:
        """Return the seconds to a report's turn at its site; each has its turn booked once."""
        if report.pk in self.booked:
            self.booked.discard(report.pk)
            return 0.0
        return self.robots.wait_for(report.address)

    def _watch(self, watch: Watch) -> None:
        try:
            self.watcher.look(watch)
        except (OSError, DatabaseError):
            raise
        except Exception:
            if not self.stop.is_set():
                again = timezone.now() + after_failure(watch.tries, name=str(watch.pk))
                note_watch_trouble(watch, words=OUR_FAULT, due_at=again)
            raise

    def _seal_some(self) -> None:
        waiting = Capture.objects.filter(seal=None, report__redacted=False)
        for capture in waiting.order_by("-captured_at")[:SEALS_AT_ONCE]:
            if not self.stop.is_set():
                self.keeper.seal(capture)


def _place_of(error: Exception) -> str:
    """Say where something broke, never in its own words: they may hold a protected address."""
    frames = traceback.extract_tb(error.__traceback__)[-3:]
    places = " < ".join(f"{Path(one.filename).name}:{one.lineno}" for one in reversed(frames))
    return f"{type(error).__name__} in {places}"


def worker_lock() -> TextIO:
    """Open the file that every living worker holds."""
    return (Path(settings.DATELINE_DATA) / "worker.lock").open("w")


def _locked(file: TextIO, how: int) -> bool:
    try:
        fcntl.flock(file, how | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
