"""Reading, done by itself: each kept text is read once and what it claims is proposed.

Due work stands in the records alone, so that a kill at any moment loses nothing.
"""

import fcntl
import logging
import threading
from concurrent.futures import wait
from pathlib import Path
from typing import Final, TextIO, TypeVar
from uuid import UUID

from django.conf import settings
from django.db import DatabaseError, connections
from pebble import ProcessFuture

from dateline.ledger.grounds import kept_words
from dateline.ledger.models import Entry, ReportText
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.proposing import propose_claims
from dateline.places import BadSource
from dateline.reading import Reading
from dateline.reading.pipeline import Missing
from dateline.server.reading.children import BROKEN, Children
from dateline.server.reading.due import READER, desk_zone, next_due
from dateline.server.reading.given import Given
from dateline.server.reading.opened import built, read_text, seconds_for

log = logging.getLogger(__name__)

INTERVAL: Final = 1.0
"""Seconds between looks for a new text."""
AFTER_TROUBLE: Final = 60.0
"""Seconds: a full disk, or a model that somebody has yet to install."""
BUILDING: Final = 900.0
"""Seconds for the gazetteer, which is built at the first text."""
TRIES: Final = 2
"""A child may end by the machine's fault too; the second time it is the text's."""
NOTE: Final = 500
BROKE: Final = "Reading broke on this text, or took too long. Make its claims by hand."
Found = TypeVar("Found")


class StoppedError(Exception):
    """The worker is to stop; what was in hand is due again."""


class ReadingRounds:
    """Reads one text after another in a child process, which is started at the first of them."""

    def __init__(self, stop: threading.Event) -> None:
        self.stop = stop
        self.children = Children()
        self.gazetteer: Path | None = None
        self.passed_over: set[UUID] = set()
        """Texts whose bytes are missing, until the next start."""
        self.looked_at = -1
        """The ledger's newest entry when nothing was due."""

    def run(self) -> None:
        """Work until told to stop. Of several workers, one reads."""
        pause = 0.0
        try:
            with (Path(settings.DATELINE_DATA) / "reading.lock").open("w") as lock:
                while not self.stop.wait(pause):
                    pause = self.one_round() if _ours(lock) else INTERVAL
        finally:
            self.children.close()
            connections.close_all()

    def one_round(self) -> float:
        """Read one text, where one is due; return how many seconds to wait for the next."""
        try:
            text = self._next()
            if text is None:
                return INTERVAL
            self._read(text)
        except StoppedError:
            pass
        except (Missing, BadSource) as error:
            log.error("Nothing can be read yet. %s", error)
            return AFTER_TROUBLE
        except (OSError, DatabaseError) as error:
            log.error("Reading waits: %s", type(error).__name__)
            connections.close_all()
            return AFTER_TROUBLE
        return 0.0

    def _next(self) -> ReportText | None:
        newest = Entry.objects.order_by("-sequence").values_list("sequence", flat=True).first()
        if newest == self.looked_at:
            return None
        text = next_due(self.passed_over)
        if text is None:
            self.looked_at = newest or 0
        return text

    def _read(self, text: ReportText) -> None:
        try:
            words = kept_words(text)
            reading = self._tried(text, words)
            note = " ".join(reading.unread)[:NOTE]
            propose_claims(
                text, reading.claims, reader=READER, language=reading.language, note=note
            )
        except Refused as refused:  # redacted meanwhile, or its bytes are missing
            log.error("%s is not read: %s", text, refused)
            self.passed_over.add(text.pk)

    def _tried(self, text: ReportText, words: str) -> Reading:
        """Return what was read, or that reading broke on the text: it must not stop the others."""
        given = Given(text.capture.posted_at, desk_zone())
        for _ in range(TRIES):
            try:
                asked = self.children.ask(
                    seconds_for(len(words)), read_text, words, given, self._opened()
                )
                return self._awaited(asked)
            except BROKEN as error:
                log.error("Reading broke on %s: %s", text, type(error).__name__)
            except (StoppedError, Missing, BadSource, OSError):
                raise
            except Exception as error:  # in the child; never its own words: they may hold the text
                log.error("Reading broke on %s: %s", text, type(error).__name__)
        return Reading((), text.capture.language, (BROKE,))

    def _opened(self) -> Path:
        if self.gazetteer is None:
            data = Path(settings.DATELINE_DATA)
            self.gazetteer = self._awaited(self.children.ask(BUILDING, built, data))
        return self.gazetteer

    def _awaited(self, future: "ProcessFuture[Found]") -> Found:
        while not wait([future], timeout=INTERVAL / 2).done:
            if self.stop.is_set():
                raise StoppedError
        found: Found = future.result()
        return found


def _ours(lock: TextIO) -> bool:
    """Tell whether we are the one that reads; the kernel lets go for whoever dies."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
