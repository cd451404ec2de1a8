"""Reading, done by itself: each kept text is read once and what it claims is proposed.

Due work stands in the records alone, so that a kill at any moment loses nothing.
"""

import fcntl
import logging
import threading
from pathlib import Path
from typing import Final, TextIO
from uuid import UUID

from django.conf import settings
from django.db import InterfaceError, OperationalError, connections

from dateline.desk.claims import hindrance
from dateline.ledger.grounds import kept_words
from dateline.ledger.models import Entry, Report, ReportText
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.proposing import propose_claims
from dateline.server.reading.answering import HinderedError
from dateline.server.reading.apart import ApartReader, StoppedError
from dateline.server.reading.due import READER, desk_zone, next_due
from dateline.server.reading.lessons import lessons
from dateline.server.reading.quiet import Quiet

log = logging.getLogger(__name__)

INTERVAL: Final = 1.0
"""Seconds between looks for a new text."""
AFTER_TROUBLE: Final = 60.0
"""Seconds: a full disk, or a model that somebody has yet to install."""
AFTER_A_BUILD: Final = 900.0
"""Seconds: a gazetteer that could not be built costs a core's whole minute at each try."""
NOTE: Final = 500
"""Characters."""
REFUSING: Final = (OperationalError, InterfaceError)
"""A database that cannot just now, whatever the text."""


class ReadingRounds:
    """Reads one text after another, each in the child process of an `ApartReader`."""

    def __init__(self, stop: threading.Event) -> None:
        self.stop = stop
        self.data = Path(settings.DATELINE_DATA)
        self.reader = ApartReader(self.data, stop)
        self.lock: TextIO | None = None
        self.quiet: Quiet | None = None
        """What a text waits for whose gazetteer is yet to be built."""
        self.passed_over: set[UUID] = set()
        """Texts that cannot be had or proposed, until the next start."""
        self.looked_at = -1
        """The ledger's newest entry when nothing was due."""
        self.said = ""
        """What hinders all reading, as it was said last."""

    def run(self) -> None:
        """Work until told to stop. Of several workers, one reads."""
        pause = 0.0
        try:
            while not self.stop.wait(pause):
                pause = self.one_round()
        finally:
            self.reader.close()
            connections.close_all()
            if self.lock:
                self.lock.close()

    def one_round(self) -> float:
        """Read one text, where one is due; return how many seconds to wait for the next."""
        try:
            return self._round()
        except StoppedError:
            return 0.0
        except HinderedError as error:
            return self._hindered(str(error))
        except Exception as error:  # whatever breaks here, publishing and captures go on
            log.error("Reading waits: %s", type(error).__name__)
            connections.close_all()
            return AFTER_TROUBLE

    def _round(self) -> float:
        if not self._is_ours():
            return INTERVAL
        text = self._next()
        if text is None:
            self.reader.rest()
            return INTERVAL
        if not self._may_begin():
            return INTERVAL
        self._read(text)
        return 0.0

    def _is_ours(self) -> bool:
        """Tell whether we are the one that reads; the kernel lets go for whoever dies."""
        self.lock = self.lock or (self.data / "reading.lock").open("w")
        try:
            fcntl.flock(self.lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _next(self) -> ReportText | None:
        newest = Entry.objects.order_by("-sequence").values_list("sequence", flat=True).first()
        if newest == self.looked_at:
            return None
        text = next_due(self.passed_over)
        if text is None:
            self.looked_at = newest or 0
        return text

    def _may_begin(self) -> bool:
        """Tell whether to read now: a gazetteer is only built while there is nothing else to do."""
        if self.reader.has_gazetteer():
            self.quiet = None
            return True
        self.quiet = self.quiet or Quiet()
        return self.quiet.is_long()

    def _read(self, text: ReportText) -> None:
        try:
            self._propose(text)
        except (StoppedError, HinderedError, *REFUSING):
            raise
        except Refused as refused:
            if not _is_redacted(text):  # nothing is amiss then, and it is due no more
                self._pass_over(text, str(refused))
        except Exception as error:  # it must not stop the others
            self._pass_over(text, type(error).__name__)

    def _propose(self, text: ReportText) -> None:
        published = text.capture.posted_at
        known = (published, desk_zone(), lessons())
        found = self.reader.read(str(text), kept_words(text), *known)
        self._unhindered()
        note = found.note[:NOTE]
        propose_claims(text, found.claims, reader=READER, language=found.language, note=note)

    def _pass_over(self, text: ReportText, why: str) -> None:
        log.error("%s is not read: %s", text, why)
        self.passed_over.add(text.pk)

    def _hindered(self, why: str) -> float:
        """Say once what hinders all reading, here and on the desk."""
        if why != self.said:
            log.error("Nothing can be read yet. %s", why)
        self.said, self.quiet = why, None
        hindrance.tell(why)
        return AFTER_TROUBLE if self.reader.has_gazetteer() else AFTER_A_BUILD

    def _unhindered(self) -> None:
        self.said = ""
        hindrance.tell("")


def _is_redacted(text: ReportText) -> bool:
    return Report.objects.filter(pk=text.capture.report_id, redacted=True).exists()
