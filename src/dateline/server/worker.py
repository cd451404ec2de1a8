"""The worker: what happens by itself at its time, in a process beside the serving one."""

import itertools
import logging
import sys
import threading
from collections.abc import Callable
from functools import partial

from django.db import DatabaseError, connections

from dateline.archive.rounds import Rounds
from dateline.ledger.database import forget_freed_pages
from dateline.ledger.verbs.dropping import forget_dropped
from dateline.ledger.verbs.publishing import publish_due
from dateline.ledger.verbs.redacting import drop_redacted_bytes
from dateline.ledger.verbs.releasing import release_due

log = logging.getLogger(__name__)

INTERVAL = 1.0
"""Seconds between rounds: a scheduled update is at most this late."""
TIDY_EVERY = 30
"""Rounds."""


def run(stop: threading.Event) -> None:
    """Publish what is due until told to stop. What a kill interrupts is due again next round.

    Captures and reading run beside it: neither a slow site nor a long text ever holds up a
    scheduled update.
    """
    runs = {"archive": Rounds(stop).run, "reading": partial(_read, stop)}
    beside = [threading.Thread(target=_beside, args=[run, stop], name=n) for n, run in runs.items()]
    for thread in beside:
        thread.start()
    try:
        for n in itertools.count():
            if stop.wait(INTERVAL):
                break
            one_round()
            if n % TIDY_EVERY == 0:
                tidy()
    finally:  # a worker that does only half of its work is ended, and started again whole
        stop.set()
        for thread in beside:
            thread.join()


def _read(stop: threading.Event) -> None:
    from dateline.server.reading.rounds import ReadingRounds  # noqa: PLC0415  captures begin first

    ReadingRounds(stop).run()


def _beside(run: Callable[[], None], stop: threading.Event) -> None:
    try:
        run()
    finally:
        stop.set()


def tidy() -> None:
    """Forget texts that were dropped, and finish what a reader kept a redaction from doing."""
    try:
        forget_dropped()
        drop_redacted_bytes()
        forget_freed_pages()
    except DatabaseError as error:
        log.info("The log of pages is held at the moment: %s", error)


def one_round() -> None:
    """Do what is due now; a database that refuses for the moment is tried again next round."""
    try:
        publish_due()
        release_due()
    except (OSError, DatabaseError) as error:
        log.error("The worker could not do what is due: %s", error)
        connections.close_all()


def stop_with_parent(stop: threading.Event) -> None:
    """Set `stop` when the serving process goes away, however it goes: it holds our input open."""

    def wait_for_end() -> None:
        sys.stdin.read()
        stop.set()

    threading.Thread(target=wait_for_end, daemon=True).start()
