"""The worker's reader: a child process that is started at the first text, and ended when idle."""

import logging
import threading
from concurrent.futures import CancelledError, wait
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import Final, TypeVar
from zoneinfo import ZoneInfo

from pebble import ProcessExpired, ProcessFuture

from dateline.archive.children import BROKEN
from dateline.codebook import Place
from dateline.server.reading import answering
from dateline.server.reading.answering import Answer, BrokeError, HinderedError
from dateline.server.reading.children import readers, seconds_for

log = logging.getLogger(__name__)

LOOK: Final = 0.5
"""Seconds between looks whether to stop."""
LOST: Final = 60.0
"""Seconds beyond its time after which a question is lost: its pool no longer answers."""
BUILDING: Final = 900.0
OPENING: Final = 120.0
"""Seconds on a slow, busy machine."""
IDLE: Final = 120.0
"""Seconds without a text after which the child gives its memory back."""
TRIES: Final = 2
"""A child may be killed by the machine too; the second time it is the text's doing."""
KILLED: Final = (ProcessExpired, CancelledError, RuntimeError)
BROKE: Final = "Reading broke on this text, or took too long. Make its claims by hand."
Found = TypeVar("Found")


class StoppedError(Exception):
    """The worker is to stop; what was in hand is due again."""


class ApartReader:
    """Reads one text after another; whatever breaks, breaks the child and not the worker."""

    def __init__(self, data: Path, stop: threading.Event) -> None:
        self.data, self.stop = data, stop
        self.children = readers()
        self.gazetteer: Path | None = None
        self.used_at = monotonic()

    def has_gazetteer(self) -> bool:
        """Tell whether there is a gazetteer, so that reading can begin at once."""
        return (self.data / answering.GAZETTEER).exists()

    def read(
        self,
        name: str,
        text: str,
        published: datetime | None,
        zone: ZoneInfo | None,
        taught: tuple[Place, ...] = (),
    ) -> Answer:
        """Return what a text claims, or that reading broke on it; `name` is for the log.

        Raises HinderedError where no text can be read now, StoppedError.
        """
        for _ in range(TRIES):
            gazetteer = self._opened()
            seconds = seconds_for(len(text))
            known = (text, published, zone, taught)
            asked = self.children.ask(seconds, answering.read, *known, gazetteer)
            try:
                return self._awaited(asked, seconds)
            except BrokeError as error:
                log.error("Reading broke on %s: %s", name, error)
                break
            except TimeoutError:
                log.error("Reading %s took longer than %d seconds.", name, seconds)
                break
            except KILLED as error:
                log.error("Reading broke on %s: %s", name, type(error).__name__)
                self.children.rest()
        return Answer(note=BROKE)

    def rest(self) -> None:
        """Give the child's memory back where no text has come for a while."""
        if monotonic() - self.used_at > IDLE:
            self.children.rest()

    def close(self) -> None:
        """End the child, whatever it is at."""
        self.children.close()

    def _opened(self) -> Path:
        """Return the gazetteer, once the child has opened it, and all else that it needs."""
        try:
            if self.gazetteer is None:
                self.gazetteer = self._built()
            asked = self.children.ask(OPENING, answering.open_all, self.gazetteer)
            self._awaited(asked, OPENING)
            return self.gazetteer
        except (*BROKEN, OSError) as error:
            self._start_anew()
            raise HinderedError(f"What reads cannot be started ({type(error).__name__}).") from None
        except HinderedError:
            self._start_anew()
            raise

    def _built(self) -> Path:
        with readers() as builder:  # of its own: it goes behind all else, then gives all back
            return self._awaited(builder.ask(BUILDING, answering.build, self.data), BUILDING)

    def _start_anew(self) -> None:
        """Have the next text open everything anew: somebody may have mended it meanwhile."""
        self.gazetteer = None
        self.children.rest()

    def _awaited(self, future: "ProcessFuture[Found]", seconds: float) -> Found:
        end = monotonic() + seconds + LOST
        while not wait([future], timeout=LOOK).done:
            if self.stop.is_set():
                raise StoppedError
            if monotonic() > end:
                raise RuntimeError
        self.used_at = monotonic()
        found: Found = future.result()
        return found
