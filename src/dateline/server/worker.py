"""The worker: what happens by itself at its time, in a process beside the serving one."""

import logging
import sys
import threading

from django.db import DatabaseError, connections

from dateline.ledger.verbs.publishing import publish_due

log = logging.getLogger(__name__)

INTERVAL = 1.0
"""Seconds between rounds: a scheduled update is at most this late."""


def run(stop: threading.Event) -> None:
    """Publish what is due until told to stop. What a kill interrupts is due again next round."""
    while not stop.wait(INTERVAL):
        one_round()


def one_round() -> None:
    """Do what is due now; a database that refuses for the moment is tried again next round."""
    try:
        publish_due()
    except (OSError, DatabaseError) as error:
        log.error("The worker could not do what is due: %s", error)
        connections.close_all()


def stop_with_parent(stop: threading.Event) -> None:
    """Set `stop` when the serving process goes away, however it goes: it holds our input open."""

    def wait_for_end() -> None:
        sys.stdin.read()
        stop.set()

    threading.Thread(target=wait_for_end, daemon=True).start()
