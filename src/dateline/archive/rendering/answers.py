"""What a page asks for while it is rendered: fetched for it by our own fetcher, and recorded."""

import threading
from collections.abc import Mapping
from concurrent.futures import Future
from ipaddress import ip_address
from types import MappingProxyType

from dateline.archive.fetch.exchange import Exchange, Fetched
from dateline.archive.fetch.failure import FetchError, TooLarge
from dateline.archive.fetch.fetcher import Fetcher
from dateline.archive.fetch.guard import barred
from dateline.archive.rendering.values import Bounds

ANYTHING: Mapping[str, str] = MappingProxyType({"Accept": "*/*"})


class Answers:
    """Answers a page's requests, within its bounds. Thread-safe; each address is fetched once."""

    def __init__(self, fetcher: Fetcher, document: Fetched, bounds: Bounds) -> None:
        self._fetcher = fetcher
        self._bounds = bounds
        self._inside = is_inside(document)
        self._lock = threading.Lock()
        self._asked: dict[str, Future[Fetched | None]] = {}
        self._kept: list[Exchange] = []
        self._left = bounds.size
        self._missing: set[str] = set()

    def answer(self, url: str) -> Fetched | None:
        """Return what an address holds; None where the page does not get it."""
        with self._lock:
            known = self._asked.get(url)
            if known is None and (len(self._asked) >= self._bounds.requests or self._left <= 0):
                self._missing.add("what it loads besides")
                return None
            found = known or self._asked.setdefault(url, Future())
        if known is None:
            found.set_result(self._fetch(url))
        return found.result()

    def exchanges(self) -> tuple[Exchange, ...]:
        """Return what was fetched so far, in the order in which it was asked for."""
        with self._lock:
            return tuple(sorted(self._kept, key=lambda exchange: exchange.began_at))

    def missing(self) -> set[str]:
        """Return what the bounds left out, in words."""
        with self._lock:
            return set(self._missing)

    def _fetch(self, url: str) -> Fetched | None:
        try:
            fetched = self._fetcher.get(url, headers=ANYTHING, most_bytes=self._left)
        except TooLarge:  # for what is left of the bounds, or for any page
            with self._lock:
                self._missing.add("what it loads besides")
            return None
        except FetchError:
            return None
        # A page out of the public internet whose script reads what the newsroom opened for itself
        # (DATELINE_ALLOW), by its address or after DNS rebinding, could carry it off.
        if is_inside(fetched) and not self._inside:
            return None
        size = max(len(fetched.body), sum(len(one.body) for one in fetched.exchanges))
        with self._lock:
            if size > self._left:
                self._missing.add("what it loads besides")
                self._left = 0
                return None
            self._left -= size
            self._kept += fetched.exchanges
        return fetched


def is_inside(fetched: Fetched) -> bool:
    """Tell whether any of it came from where no public site lives."""
    servers = (one.server.rpartition(":")[0].strip("[]") for one in fetched.exchanges)
    return any(barred(ip_address(server)) for server in servers if server)
