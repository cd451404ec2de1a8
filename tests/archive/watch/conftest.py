"""Samples, a moment, and the hosts that no test may reach, served by the hostile server."""

from datetime import UTC, datetime
from ipaddress import ip_network
from pathlib import Path

import pytest

from dateline.archive.fetch.fetcher import Fetcher
from dateline.archive.fetch.guard import Guard
from dateline.archive.watch.look import look
from dateline.archive.watch.robots import Robots
from dateline.archive.watch.told import Watched

LOOPBACK = ip_network("127.0.0.1/32")
SAMPLES = Path(__file__).parent / "samples"
NOW = datetime(2015, 10, 22, 12, tzinfo=UTC)
ELSEWHERE = ("https://t.me", "https://www.youtube.com")


def sample(name):
    return (SAMPLES / name).read_bytes()


@pytest.fixture
def fetcher():
    """Fetch with the usual patience: no test here is about time, and machines are busy."""
    return Fetcher(Guard([LOOPBACK]))


class Mapped:
    """A fetcher for which t.me and YouTube stand on the hostile server, under their names."""

    def __init__(self, fetcher, server):
        self.fetcher = fetcher
        self.server = server

    def get(self, url, **options):
        for host in ELSEWHERE:
            if url.startswith(f"{host}/"):
                url = self.server.url("/" + url.removeprefix("https://"))
        return self.fetcher.get(url, **options)


@pytest.fixture
def mapped(fetcher, hostile):
    return Mapped(fetcher, hostile)


@pytest.fixture
def look_at(mapped):
    """Look at an address, with one memory of robots.txt."""
    robots = Robots(mapped)

    def look_once(address, *, now=NOW, **left):
        return look(mapped, Watched(address, **left), now=now, robots=robots)

    return look_once
