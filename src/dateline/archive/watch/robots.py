"""robots.txt by RFC 9309, for pages and what is found in them; a feed is made to be read."""

import re
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal
from urllib.parse import urlsplit

from protego import Protego

from dateline.archive.charset import decode
from dateline.archive.fetch.failure import FetchError
from dateline.archive.watch.told import Getter

AGENT: Final = "Dateline"
DAY: Final = 86_400.0
SOON: Final = 600.0
"""How long a site in trouble is left alone before its robots.txt is asked for again."""

MOST_HOSTS: Final = 1_000
MOST_BYTES: Final = 5_000_000
READ_BYTES: Final = 512_000  # RFC 9309 asks readers to take 500 KiB at least
MOST_DELAY: Final = 300.0
"""A Crawl-delay of a day would be a ban; robots.txt has other words for that."""

AGENT_LINE: Final = re.compile(
    r"^[ \t]*user[ -]?agent[ \t:]+([^\s#]+).*$", re.IGNORECASE | re.MULTILINE
)
Verdict = Literal["allowed", "refused", "not now"]


@dataclass
class _Site:
    rules: Protego | None  # None: not now
    until: float
    next_visit: float = 0.0


class Robots:
    """What sites allow, a day kept per site, of the newest 1,000 sites. Safe between threads."""

    def __init__(self, fetcher: Getter, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._fetcher = fetcher
        self._clock = clock
        self._sites: OrderedDict[str, _Site] = OrderedDict()
        self._lock = threading.Lock()

    def verdict(self, url: str) -> Verdict:
        """Tell a site that refuses from one that cannot say now (5xx, or not reached)."""
        site = self._site(url)
        if site is None:
            return "refused"
        if site.rules is None:
            return "not now"
        return "allowed" if site.rules.can_fetch(url, AGENT) else "refused"

    def wait_for(self, url: str) -> float:
        """Book the next visit to the site; return how many seconds to wait until it."""
        site = self._site(url)
        if site is None or site.rules is None:
            return 0.0
        delay = min(max(site.rules.crawl_delay(AGENT) or 0.0, 0.0), MOST_DELAY)
        with self._lock:
            now = self._clock()
            visit = max(now, site.next_visit)
            site.next_visit = visit + delay
        return visit - now

    def _site(self, url: str) -> _Site | None:
        root = _root(url)
        if not root:
            return None
        with self._lock:
            site = self._sites.get(root)
        if site is None or site.until <= self._clock():
            site = self._keep(root, self._ask(root), site)
        return site

    def _keep(self, root: str, rules: Protego | None, old: _Site | None) -> _Site:
        life = SOON if rules is None else DAY
        with self._lock:
            site = _Site(rules, self._clock() + life, old.next_visit if old else 0.0)
            self._sites[root] = site
            self._sites.move_to_end(root)
            while len(self._sites) > MOST_HOSTS:
                self._sites.popitem(last=False)
        return site

    def _ask(self, root: str) -> Protego | None:
        try:
            answer = self._fetcher.get(f"{root}/robots.txt", most_bytes=MOST_BYTES)
        except FetchError:
            return None
        if answer.status == 429 or answer.status >= 500:
            return None
        body = answer.body[:READ_BYTES] if 200 <= answer.status < 300 else b""
        return _rules(decode(body, declared=answer.charset))


def _rules(text: str) -> Protego:
    """Parse the rules for us and for all; other names become one.

    A group of 20,000 names with 20,000 rules would be 400 million rules in memory.
    """
    return Protego.parse(AGENT_LINE.sub(_agent, text))


def _agent(line: re.Match[str]) -> str:
    name = line[1].lower()
    return f"User-agent: {name if name in ('*', AGENT.lower()) else 'other'}"


def _root(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    web = parts.scheme in ("http", "https") and parts.hostname
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2].lower()}" if web else ""
