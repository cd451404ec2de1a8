"""What a page says of itself: who wrote it, when, where, and a picture."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, time
from functools import cached_property
from typing import Final

from htmldate import find_date
from lxml.html import HtmlElement
from trafilatura.metadata import extract_author

from dateline.archive.extract.address import absolute, same_site
from dateline.archive.extract.article import titles_of
from dateline.archive.extract.clean import one_line
from dateline.archive.extract.jsonld import Node, names, strings
from dateline.archive.extract.moments import moment
from dateline.archive.extract.values import (
    MOST_AUTHOR,
    MOST_EXCERPT,
    MOST_SITE_NAME,
    MOST_TITLE,
)

MIDNIGHT: Final = time()
MOST_META: Final = 500
MOST_AUTHORS: Final = 20
POSTED: Final = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "uploaddate", "datecreated", "parsely-pub-date", "sailthru.date", "publishdate",
    "publication_date", "pubdate", "dc.date.issued", "dcterms.created", "dc.date",
    "citation_publication_date", "date",
)  # fmt: skip
AUTHORS: Final = ("author", "article:author", "parsely-author", "sailthru.author", "byl",
                  "dc.creator", "dcterms.creator", "citation_author")  # fmt: skip
BY: Final = re.compile(r"^(?:by|von|par|por)\s+(?=\S)", re.IGNORECASE)
SEPARATORS: Final = "|-–—·•:«»/"


@dataclass(frozen=True)
class Page:
    """A page's tree, its address, and the articles it describes in JSON-LD."""

    tree: HtmlElement
    url: str
    told: list[Node]

    @cached_property
    def metas(self) -> dict[str, list[str]]:
        """All meta tags by property, name or itemprop, in small letters."""
        found: dict[str, list[str]] = {}
        metas = self.tree.iterfind(".//meta[@content]")
        for _, meta in zip(range(MOST_META), metas, strict=False):
            name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
            found.setdefault(name.strip().lower(), []).append(meta.get("content", ""))
        return found

    @cached_property
    def base(self) -> str:
        """The address that relative links start from."""
        named = self.tree.xpath("string((//base/@href)[1])")
        return absolute(self.url, str(named)) or self.url

    def meta(self, *wanted: str) -> list[str]:
        """List what stands in the meta tags of these names, in the order of the names."""
        return [value for name in wanted for value in self.metas.get(name, [])]

    def tells(self, key: str) -> list[str]:
        """List the strings under this key in the page's JSON-LD."""
        return [value for node in self.told for value in strings(node.get(key))]


def title(page: Page) -> str:
    """Return the headline, without the site's name behind it."""
    said = [*page.meta("og:title"), *page.tells("headline"), *page.meta("twitter:title")]
    found = _first(said, MOST_TITLE) or _first(page.tells("name"), MOST_TITLE)
    return _without_site(found or _first(titles_of(page.tree), MOST_TITLE), site_name(page))


def author(page: Page) -> str:
    """Return who wrote it, several parted by commas."""
    told = [name for node in page.told for name in names(node.get("author") or node.get("creator"))]
    item = page.tree.xpath('//*[@itemprop="author"]//*[@itemprop="name"]/@content')
    # Facebook's tag has the address of a profile where a name is expected.
    said = [name for name in [*page.meta(*AUTHORS), *item] if "://" not in name]
    lines = (_name(str(name)) for name in (told or said)[:MOST_AUTHORS])
    found = ", ".join(dict.fromkeys(filter(None, lines)))
    return one_line(found or extract_author(page.tree), MOST_AUTHOR)


def _name(said: str) -> str:
    return BY.sub("", one_line(said, MOST_AUTHOR))


def site_name(page: Page) -> str:
    """Return what the site calls itself."""
    publishers = [name for node in page.told for name in names(node.get("publisher"))]
    named = [*page.meta("og:site_name"), *publishers, *page.meta("application-name")]
    return _first(named, MOST_SITE_NAME)


def excerpt(page: Page) -> str:
    """Return the page's own summary."""
    said = page.meta("og:description", "description", "twitter:description")
    return _first([*said, *page.tells("description")], MOST_EXCERPT)


def posted_at(page: Page) -> datetime | None:
    """Return when it was posted, as the page says; guessed from its text only as a date."""
    found = [said for said in map(moment, _said_times(page)) if said]
    if found:
        # Of a day and an hour on that day the hour says more.
        return next((said for said in found if _within(said, found[0])), found[0])
    return moment(find_date(page.tree, original_date=True, extensive_search=False) or "")


def _within(said: datetime, day: datetime) -> bool:
    return said.date() == day.date() and said.time() != MIDNIGHT


def _said_times(page: Page) -> Iterator[str]:
    yield from page.tells("datePublished")
    yield from page.tells("uploadDate")
    yield from page.meta(*POSTED)
    yield from map(str, page.tree.xpath('//*[@itemprop="datePublished"]/@datetime')[:1])
    times = page.tree.xpath("//article//time[@datetime]/@datetime | //time[@pubdate]/@datetime")
    yield from map(str, times[:1])


def canonical(page: Page) -> str:
    """Return the address that the page calls its own, where it is of the same site."""
    linked = page.tree.xpath('//link[translate(@rel, "CANOIL", "canoil")="canonical"]/@href')
    for named in [*map(str, linked[:1]), *page.meta("og:url")]:
        address = absolute(page.base, named)
        # A hostile page may call itself a ministry's: its word counts within its own site.
        if address and same_site(address, page.url):
            return address
    return ""


def image_url(page: Page) -> str:
    """Return the lead picture's address."""
    said = page.meta("og:image:secure_url", "og:image", "og:image:url", "twitter:image")
    said += page.meta("twitter:image:src", "thumbnailurl", "image")
    linked = map(str, page.tree.xpath('//link[@rel="image_src" or @itemprop="thumbnailUrl"]/@href'))
    addresses = (absolute(page.base, one) for one in [*said, *_told_images(page), *linked])
    return next(filter(None, addresses), "")


def _told_images(page: Page) -> Iterator[str]:
    for node in page.told:
        for value in (node.get("image"), node.get("thumbnailUrl")):
            for one in value if isinstance(value, list) else [value]:
                yield from strings(one.get("url") if isinstance(one, dict) else one)


def _first(said: Iterable[str], most: int) -> str:
    return next(filter(None, (one_line(one, most) for one in said)), "")


def _without_site(said: str, site: str) -> str:
    head = said[: -len(site)].rstrip() if site and said.endswith(site) else ""
    bare = head.rstrip(SEPARATORS).rstrip()
    # "In the Guardian" ends with the site's name too, but no sign parts it.
    return bare if bare and bare != head else said
