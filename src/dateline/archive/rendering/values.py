"""What rendering may cost, and what comes of it."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.archive.fetch.exchange import Exchange


class RenderError(Exception):
    """A page could not be rendered; `str()` says why in plain words."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one page may cost; times in seconds, sizes in bytes and CSS pixels."""

    seconds: float = 45.0
    """Everything, from starting the browser until it is gone."""
    requests: int = 200
    size: int = 50_000_000
    """Of all that the page loads, decoded; its own bytes come on top."""
    height: int = 20_000
    html: int = 20_000_000


WIDTH = 1280
TOO_BUSY = "The page kept the browser too busy to be looked at."


@dataclass(frozen=True)
class Rendered:
    """A page as it stood once its scripts had run and nothing more was loaded."""

    html: bytes
    """In UTF-8; a comment in it says what made it, and where it was cut short."""
    screenshot: bytes
    """A JPEG; empty where the browser made none in time."""
    exchanges: tuple[Exchange, ...]
    """What the page loaded, without the page itself."""
    words: str
    """What is missing, in plain words; "" for nothing."""
    astray: int
    """Connections that the browser tried to make itself; none of them led anywhere."""

    def resources(self) -> Iterator[tuple[str, str, bytes]]:
        """Yield what stands beside the exchanges in a WARC: its URI, media type and bytes."""
        if self.screenshot:
            yield named("screenshot", self.screenshot), "image/jpeg", self.screenshot
        yield named("rendered", self.html), "text/html; charset=utf-8", self.html


RENDERED = "urn:dateline:rendered:"
BY_BROWSER = " rendered"
"""What stands behind an extractor's name where it read the page that a browser showed."""


def named(kind: str, data: bytes) -> str:
    """Return the URI of something that Dateline made itself."""
    return f"urn:dateline:{kind}:{hashlib.sha256(data).hexdigest()}"
