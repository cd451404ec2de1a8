"""A web page: the feed that it declares, or the headlines that it links to."""

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from itertools import islice
from typing import Final
from urllib.parse import urldefrag, urlsplit

from lxml import etree, html

from dateline.archive.watch.told import Item, Listing, key
from dateline.archive.watch.words import address, line, text_of

FEED_TYPES: Final = frozenset(
    ["application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json"]
)
MOST_DECLARED: Final = 500
MOST_ANCHORS: Final = 10_000
MOST_LINKS: Final = 2_000
MANY_WORDS: Final = 4
MANY_LETTERS: Final = 20
AROUND: Final = ("nav", "footer", "form", "script", "style")
"""What stands on every page of a site, or changes at every visit."""

WORD: Final = re.compile(r"[^\W\d_]+")


def parsed(text: str) -> html.HtmlElement:
    """Return the page's tree; an empty page is an empty tree."""
    return html.document_fromstring(f"<!doctype html><html>{text.replace(chr(0), '')}")


def declared_feed(root: html.HtmlElement, url: str) -> str:
    """Return the address of the first feed that a page declares, comments' feeds left out."""
    base = _base(root, url)
    for link in islice(root.iter("link"), MOST_DECLARED):
        rels = (link.get("rel") or "").lower().split()
        kind = (link.get("type") or "").partition(";")[0].strip().lower()
        about = f"{link.get('title')} {link.get('href')}".lower()
        if "alternate" in rels and kind in FEED_TYPES and "comment" not in about:
            found = address(link.get("href") or "", base)
            if found:
                return found
    return ""


def read_page(root: html.HtmlElement, url: str) -> Listing:
    """Return a page's headlines in their order, and a digest of its words. Uses the tree up."""
    title = root.findtext(".//title") or ""
    etree.strip_elements(root, *AROUND, with_tail=False)
    longest: dict[str, str] = {}
    for found, words in _links(root, url):
        if found in longest or len(longest) < MOST_LINKS:
            longest[found] = max(longest.get(found, ""), words, key=len)
    headlines = ((found, words) for found, words in longest.items() if is_headline(words))
    items = (Item(key("link", found), found, title=line(words)) for found, words in headlines)
    return Listing(tuple(items), title=line(title), text_digest=_digest(root))


def is_headline(words: str) -> bool:
    """Tell a headline from a button: four words or twenty letters; Chinese has no blanks."""
    letters = sum(_width(letter) for letter in words if letter.isalpha())
    return len(WORD.findall(words)) >= MANY_WORDS or letters >= MANY_LETTERS


def _width(letter: str) -> int:
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def _links(root: html.HtmlElement, url: str) -> Iterator[tuple[str, str]]:
    """Yield the links of the same site, without fragments, and never the page itself."""
    base = _base(root, url)
    here, own = _site(url), urldefrag(url).url
    for anchor in islice(root.iter("a"), MOST_ANCHORS):
        found = urldefrag(address(anchor.get("href") or "", base)).url
        if found and found != own and _same_site(_site(found), here):
            yield found, line(" ".join(anchor.itertext()))


def _digest(root: html.HtmlElement) -> str:
    """Digest the words; figures, as in "5 minutes ago", change without the page changing."""
    bodies = root.xpath("//main") or root.xpath("//body") or [root]
    words = " ".join(WORD.findall(text_of(bodies[0]).lower()))
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def _base(root: html.HtmlElement, url: str) -> str:
    given = next((one.get("href") for one in root.iter("base") if one.get("href")), "")
    return address(given, url) or url


def _site(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _same_site(found: str, here: str) -> bool:
    return found == here or found.endswith(f".{here}") or here.endswith(f".{found}")
