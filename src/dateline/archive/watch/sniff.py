"""What a body is, by what stands in it: servers send feeds as text/html and pages as XML."""

import re
from typing import Final, Literal

from dateline.archive.watch.told import WatchError

Nature = Literal["feed", "json", "page", ""]

# What may stand before the root. A DOCTYPE that declares anything ("[") is not among it.
PROLOG: Final = re.compile(
    r"(?:\s++|<!--.*?-->|<\?.*?\?>|<!DOCTYPE(?:\"[^\"]*\"|'[^']*'|[^\"'\[>])*+>)*+",
    re.DOTALL | re.IGNORECASE,
)
DECLARES: Final = re.compile(
    r"<!DOCTYPE(?:\"[^\"]*\"|'[^']*'|[^\"'\[>])*+\[|<!ENTITY", re.IGNORECASE
)
FEED: Final = re.compile(r"<(?:[A-Za-z_][\w.-]*:)?(?:rss|rdf|feed|channel)[\s>/]", re.IGNORECASE)
PAGE: Final = re.compile(
    r"<(?:html|head|body|title|meta|div|p|a|table|h1|script)[\s>]", re.IGNORECASE
)
REACH: Final = 5_000
"""How far to look for a feed behind what a broken server printed before it."""

BOMB: Final = (
    "This feed declares entities of its own, which is how a small feed is made to fill all memory. "
    "Dateline does not read such feeds; ask its publisher for a plain one."
)


def sniff(text: str) -> tuple[Nature, str]:
    """Return what it is, and the text from its root on: no declaration can stand there.

    Raises WatchError where entities are declared (billion laughs, quadratic blow-up, external).
    """
    text = text.lstrip("\ufeff\0 \t\r\n")
    if text.startswith("{"):
        return "json", text
    rest = text[PROLOG.match(text).end() :]  # type: ignore[union-attr]
    if DECLARES.match(rest):
        raise WatchError(BOMB, retry=False)
    start = FEED.search(rest, 0, REACH)
    page = PAGE.search(rest, 0, REACH)
    if start and not (page and page.start() < start.start() and _is_whole_page(rest)):
        return "feed", rest[start.start() :]
    return ("page", rest) if page else ("", rest)


def _is_whole_page(rest: str) -> bool:
    """Tell a page that holds <feed> somewhere from a feed behind a printed warning."""
    return rest[:6].lower().startswith(("<html", "<head", "<body"))
