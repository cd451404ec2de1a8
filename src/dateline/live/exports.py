"""Each column's claims and incidents for researchers, written apart from its pages.

They grow with the column, where a page does not: so in a thread of their own, at most once a
minute, and seldom enough that writing them takes no more than a tenth of the time.
"""

import logging
import time
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import reduce
from operator import or_
from threading import Lock
from typing import Final

from django.db import DatabaseError
from django.db.models import Q
from django.utils import timezone

from dateline.ledger.database import one_moment
from dateline.ledger.exports import Audience, text_of, written
from dateline.ledger.models import Claim, Column, Entry

from .files import TEMPORARY, SiteFolder

log = logging.getLogger(__name__)

FILES: Final = (("claims", "jsonl"), ("incidents", "csv"))
EVERY: Final = 60.0
"""Seconds between the end of one writing and the beginning of the next, at least."""
SHARE: Final = 9
"""Times as long as the last writing took, that pass before the next."""
NOTE: Final = ".exported"
TOLD: Final = (
    *("claim", "grouping", "incident", "report", "capture", "source", "party"),
    *("derivation", "relationruling", "column"),
)
"""Kinds of record that rows are made of."""


@dataclass(frozen=True)
class _Last:
    """The last writing: what it showed, when it began, and the seconds that it took."""

    sequence: int
    at: float
    took: float

    @property
    def next(self) -> float:
        return self.at + self.took + max(EVERY, SHARE * self.took)


class Exports:
    """`<column>/claims.jsonl` and `<column>/incidents.csv` of a site folder."""

    def __init__(self, folder: SiteFolder) -> None:
        self._folder = folder
        self._placing = Lock()
        self._withdrawn = 0
        """Counts withdrawals: what was begun before one is never put in place after it."""

    def withdraw(self) -> None:
        """Take every file away at once: something that stood in them must not. They come again.

        Call it in the follower's thread within `purge.journal`, which then lists them.
        """
        with self._placing:
            self._withdrawn += 1
            (self._folder.root / NOTE).unlink(missing_ok=True)
            for column in self._folder.folders(""):
                for kind, form in FILES:
                    self._folder.remove(f"{column}/{kind}.{form}")

    def write_due(self) -> bool:
        """Write them where it is time and anything changed; return whether it did.

        In any thread, one at a time. Raises OSError and DatabaseError.
        """
        last, now, withdrawn = self._last(), time.time(), self._withdrawn
        if last and now < last.next:
            return False
        moment = timezone.now()
        newest = Entry.objects.order_by("-sequence").values_list("sequence", flat=True).first() or 0
        if not newest or (last and not _changed(last, newest, moment)):
            if last and newest > last.sequence:  # not to be looked through again soon
                self._note(_Last(newest, last.at, last.took), withdrawn)
            return False
        for column in Column.objects.order_by("slug"):
            for kind, form in FILES:
                self._write(column, kind, form, Audience(now=moment), withdrawn)
        self._note(_Last(newest, now, time.time() - now), withdrawn)
        return True

    def _write(
        self, column: Column, kind: str, form: str, audience: Audience, withdrawn: int
    ) -> None:
        root = self._folder.root
        fresh, target = root / TEMPORARY / f"{kind}.{form}", root / column.slug / f"{kind}.{form}"
        try:
            with one_moment(), closing(text_of(kind, form, column, audience)) as pieces:
                written(fresh, pieces)
        except (OSError, DatabaseError):
            raise
        except Exception:  # one column's fault must not keep back the others'
            log.exception("%s of column %s could not be made.", kind, column.pk)
            return
        with self._placing:
            if self._withdrawn == withdrawn:
                target.parent.mkdir(parents=True, exist_ok=True)
                fresh.replace(target)
        fresh.unlink(missing_ok=True)

    def _note(self, last: _Last, withdrawn: int) -> None:
        with self._placing:
            if self._withdrawn == withdrawn:
                said = f"{last.sequence} {last.at:.3f} {last.took:.3f}"
                (self._folder.root / NOTE).write_text(said)

    def _last(self) -> _Last | None:
        """Return the last writing; None where none is known, or the folder is begun anew."""
        path = self._folder.root / NOTE
        if not self._folder.sequence or not path.is_file():
            return None
        said = path.read_text().split()
        try:
            return _Last(int(said[0]), float(said[1]), float(said[2]))
        except (IndexError, ValueError):  # half written when the machine went down
            return None


def _changed(last: _Last, newest: int, now: datetime) -> bool:
    """Tell whether rows may be others by now: by an entry, or by a claim's time that came."""
    about = reduce(or_, (Q(object__startswith=f"{kind}:") for kind in TOLD))
    newer = Entry.objects.filter(about, sequence__gt=last.sequence)
    if newest > last.sequence and newer.exists():
        return True
    since = datetime.fromtimestamp(last.at, UTC)
    return Claim.objects.filter(hold_until__gt=since, hold_until__lte=now).exists()
