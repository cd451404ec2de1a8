"""What the worker's child is asked: it reads, and answers in plain values.

The worker imports this only to ask. What reading needs is imported by the child alone: spaCy would
slow the worker's start, and an answer made of reading's own classes would bring it along.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from dateline.codebook import Claim, Place

GAZETTEER: Final = Path("places/gazetteer.sqlite")
"""In the data folder. `dateline.places.store` says so too, and is slow to import."""
LAST: Final = 9
"""Added to a child's niceness: extraction and reading go before a build."""


@dataclass(frozen=True)
class Answer:
    """What was read of a text."""

    claims: tuple[Claim, ...] = ()
    language: str = ""
    note: str = ""
    """What was not read, and why."""


class HinderedError(Exception):
    """No text at all can be read at the moment; its words say why."""


class BrokeError(Exception):
    """Reading broke on a text; its words are the error's name alone, for the log."""


def build(data: Path) -> Path:
    """Return the gazetteer of a data folder, built first where that is due. Raises HinderedError.

    Where no language model is installed, nothing is built for it.
    """
    with _hindered():
        from dateline.places.store import Store  # noqa: PLC0415  see above

        store = Store(data)
        if not store.is_current():
            _require_model()
            os.nice(LAST)
            store.rebuild()
        return store.file


def _require_model() -> None:
    from dateline.reading.pipeline import load  # noqa: PLC0415  see above

    load()


def open_all(gazetteer: Path) -> None:
    """Open the pipeline and the gazetteer, where they are not yet. Raises HinderedError."""
    with _hindered():
        from dateline.server.reading.opened import reader  # noqa: PLC0415  see above

        reader(gazetteer)


def read(
    text: str,
    published: datetime | None,
    zone: ZoneInfo | None,
    taught: tuple[Place, ...],
    gazetteer: Path,
) -> Answer:
    """Read a text by what is known of it. Raises BrokeError, whatever the text has broken."""
    from dateline.server.reading.given import Given  # noqa: PLC0415  see above
    from dateline.server.reading.opened import read_text  # noqa: PLC0415

    try:
        found = read_text(text, Given(published, zone, taught=taught), gazetteer)
    except Exception as error:  # as it is it would bring its library along, and words of the text
        raise BrokeError(type(error).__name__) from None
    return Answer(found.claims, found.language, " ".join(found.unread))


@contextmanager
def _hindered() -> Iterator[None]:
    """Say what keeps everything from being read, whatever it is, in one line."""
    try:
        yield
    except Exception as error:  # no text is open yet: these words can hold none
        words = " ".join(str(error).split()) or type(error).__name__
        raise HinderedError(words) from None
