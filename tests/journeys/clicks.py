"""A reader's clicks through a site: from a number to the words that it rests on and their hash."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin

from lxml import html

HASH = re.compile(r"\b[0-9a-f]{64}\b|sha256 [0-9a-f]{4}…[0-9a-f]{4}\b")
WORDS = ".//mark | .//blockquote"
NOT_COUNTED = frozenset(("time", "blockquote", "q", "code", "svg", "sup", "button", "h1", "mark"))
"""Elements whose digits nobody computed: a clock, somebody's words, a hash, a footnote."""
ENDS = frozenset(("section", "details", "figure", "header", "article", "main"))
"""What a reader takes for one thing: its links are a number's links."""


@dataclass(frozen=True)
class Number:
    """Words with a number in them, and the element that shows them."""

    page: str
    words: str
    element: html.HtmlElement


class Reader:
    """Opens pages, each once, and follows what stands there."""

    def __init__(self, fetch: Callable[[str], str]) -> None:
        self._fetch = fetch
        self._pages: dict[str, html.HtmlElement] = {}

    def open(self, address: str) -> html.HtmlElement | None:
        """Return the part of a page that an address leads to; None where it leads nowhere."""
        address, part = urldefrag(address)
        if address not in self._pages:
            self._pages[address] = html.fromstring(self._fetch(address))
        page = self._pages[address]
        if part:
            return next(iter(page.xpath("//*[@id=$id]", id=part)), None)
        return next(iter(page.xpath("//main")), page)

    def numbers(self, address: str, path: str) -> Iterator[Number]:
        """Yield what is computed in the parts of a page that an XPath names."""
        page = self.open(address).getroottree().getroot()
        for region in page.xpath(path):
            for text in region.xpath(".//text()[normalize-space()]"):
                holder = text.getparent()
                element = holder.getparent() if text.is_tail else holder
                inside = [element, *element.iterancestors()]
                if re.search(r"\d", text) and not any(one.tag in NOT_COUNTED for one in inside):
                    yield Number(address, " ".join(text.split()), element)

    def reaches(self, number: Number, clicks: int) -> bool:
        """Tell whether so many clicks lead from a number to quoted words with their SHA-256."""
        return any(self._leads(number.page, one, left) for one, left in _starts(number, clicks))

    def _leads(self, page: str, part: html.HtmlElement, clicks: int) -> bool:
        if part.xpath(WORDS) and HASH.search(part.text_content()):
            return True
        if not clicks:
            return False
        return any(
            self._follows(page, link, clicks) for link in part.xpath("descendant-or-self::a/@href")
        )

    def _follows(self, page: str, link: str, clicks: int) -> bool:
        address = urljoin(page, link)
        if urljoin(address, "/") != urljoin(page, "/"):
            return False
        part = self.open(address)
        return part is not None and self._leads(urldefrag(address)[0], part, clicks - 1)


def _starts(number: Number, clicks: int) -> Iterator[tuple[html.HtmlElement, int]]:
    """Yield the element from which to click on, and how many clicks are left there.

    A number that is a link is followed itself; one in a summary opens its details first; any
    other is read with the nearest thing around it that has links.
    """
    around = [number.element, *number.element.iterancestors()]
    tags = [one.tag for one in around]
    if "a" in tags:
        yield around[tags.index("a")], clicks
    elif "summary" in tags:
        yield around[tags.index("summary") + 1], clicks - 1
    else:
        ends = next((n for n, tag in enumerate(tags) if tag in ENDS), len(tags) - 1)
        linked = (one for one in around[: ends + 1] if one.xpath(".//a/@href"))
        yield from ((one, clicks) for one in [*linked][:1])
