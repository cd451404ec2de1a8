"""A hostile server and fetchers that may reach it."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import replace
from datetime import timedelta
from ipaddress import ip_network
from threading import Event

import pytest
from django.utils import timezone

from dateline.archive import rounds
from dateline.archive.bring import bring_address
from dateline.archive.capture import Capturer
from dateline.archive.extract import Extracted
from dateline.archive.extract.apart import Apart
from dateline.archive.fetch.fetcher import Fetcher
from dateline.archive.fetch.guard import Guard
from dateline.archive.fetch.limits import Limits
from dateline.archive.keep import Keeper
from dateline.ledger.models import Report
from dateline.ledger.verbs.in_hand import take
from tests.archive.hostile import Hostile

LOOPBACK = ip_network("127.0.0.1/32")
SMALL = Limits(read=5, whole=20, most_bytes=1_000_000, header_bytes=50_000)
QUICK = replace(SMALL, read=0.3, whole=0.8)
"""For what is slow on purpose; whatever else takes SMALL, so that no busy machine fails a test."""


@pytest.fixture
def hostile() -> Iterator[Hostile]:
    """Serve what no server should."""
    with Hostile() as server:
        yield server


@pytest.fixture
def fetcher() -> Fetcher:
    """Fetch from 127.0.0.1 and the public internet."""
    return Fetcher(Guard([LOOPBACK]), limits=SMALL)


@pytest.fixture
def impatient() -> Fetcher:
    """Fetch from 127.0.0.1, and wait for nothing."""
    return Fetcher(Guard([LOOPBACK]), limits=QUICK)


@pytest.fixture(scope="session")
def apart() -> Iterator[Apart]:
    """Read pages in the real child process: one for all tests, as it takes a second to start."""
    with Apart() as child:
        yield child


@pytest.fixture
def keeper(fetcher: Fetcher, apart: Apart) -> Keeper:
    """Keep what was brought."""
    return Keeper(fetcher, apart)


@pytest.fixture
def look(fetcher: Fetcher, keeper: Keeper) -> Callable[[Report], Report]:
    """Look at a report as the worker does, whenever it is due; return it as it stands then."""

    def _look(report: Report) -> Report:
        taken = take(report)
        assert taken, "somebody has it in hand"
        Capturer(fetcher, keeper).look(taken)
        report.refresh_from_db()
        return report

    return _look


@pytest.fixture
def capture(look: Callable[[Report], Report]) -> Callable[..., Report]:
    """Bring an address in and look at it: `capture(address, caution=Caution(protected=True))`."""

    def _capture(address: str, **how: object) -> Report:
        return look(bring_address(by=None, address=address, **how))

    return _capture


class Lent:
    """The child process of all tests, which no single one ends."""

    def __init__(self, child: Apart) -> None:
        self.child = child

    def extract(self, body: bytes, **said: str) -> Extracted:
        return self.child.extract(body, **said)

    def close(self) -> None:
        """Leave it to the next test."""


class AtOnce:
    """A pool that does a piece of work as soon as it is given one."""

    def submit(self, work: Callable[..., None], *given: object) -> Future[None]:
        done: Future[None] = Future()
        done.set_result(work(*given))
        return done


@pytest.fixture
def archive(apart: Apart, monkeypatch: pytest.MonkeyPatch, settings) -> Iterator[rounds.Rounds]:
    """The archive's rounds, allowed to reach 127.0.0.1; `archive.one()` does what is due now."""
    settings.DATELINE_ALLOW = ["127.0.0.1/32"]
    monkeypatch.setattr(rounds, "Apart", lambda: Lent(apart))
    made = rounds.Rounds(Event())
    made.one = lambda: made._round(AtOnce())
    with rounds.worker_lock() as made.lock:
        yield made


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Turn the clock on: `later(minutes=6)`."""
    real, passed = timezone.now, timedelta()

    def _later(**time: float) -> None:
        nonlocal passed
        passed += timedelta(**time)
        monkeypatch.setattr(timezone, "now", lambda: real() + passed)

    return _later
