"""A hostile server and fetchers that may reach it."""

from collections.abc import Iterator
from dataclasses import replace
from ipaddress import ip_network

import pytest

from dateline.archive.fetch import Fetcher
from dateline.archive.guard import Guard
from dateline.archive.limits import Limits
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
