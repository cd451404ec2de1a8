"""Makes a page ready for extraction: keeps what is often lost, drops what is often kept.

Measured by `python -m benchmarks.extraction`; each step gains on both random halves of the pages.
"""

import re
from typing import Final

from lxml.html import HtmlElement

from dateline.archive.extract.address import absolute
from dateline.archive.extract.tree import text_of

EMBEDS: Final = re.compile(
    r"twitter-(?:tweet|video)|instagram-media|tiktok-embed|telegram-post|fb-(?:post|video)"
    r"|(?:bluesky|mastodon|reddit)-embed"
)
HIDES: Final = ("class", "id", "style", "hidden", "aria-hidden")
# "Read more: ...", "Also on rt.com | ...", in any language: a short label, then links alone.
LABEL: Final = re.compile(r"^[^.!?\"“]{2,30}[:：|»>]")
BLOCKS: Final = ("p", "div", "li", "blockquote", "table", "h1")
ENOUGH: Final = 20
MOSTLY: Final = 0.8


def prepare(tree: HtmlElement, *, base: str) -> None:
    """Change the tree in place."""
    make_links_absolute(tree, base=base)
    keep_quoted_posts(tree)
    drop_menus(tree)
    drop_links_elsewhere(tree)


def _fits(element: HtmlElement, room: float) -> bool:
    """Say whether all words in an element take no more room; stops counting at once if not."""
    for text in element.itertext():
        room -= len(" ".join(text.split()))
        if room < 0:
            return False
    return True


def make_links_absolute(tree: HtmlElement, *, base: str) -> None:
    """Write whole addresses: trafilatura would start every relative one from the host's root."""
    for link in tree.iter("a"):
        link.set("href", absolute(base, link.get("href", "")))


def keep_quoted_posts(tree: HtmlElement) -> None:
    """Take the names off embedded posts, by which extraction throws them out: they are evidence."""
    for quote in tree.iter("blockquote"):
        nested = next(quote.iterancestors("blockquote"), None) is not None
        if EMBEDS.search(quote.get("class", "")) and not nested:
            _unname(quote)


def _unname(quote: HtmlElement) -> None:
    room = len(text_of(quote)) * 1.1 + ENOUGH
    wrapper = quote
    while wrapper is not None and wrapper.tag != "body" and _fits(wrapper, room):
        for name in HIDES:
            wrapper.attrib.pop(name, None)
        wrapper = wrapper.getparent()


def drop_menus(tree: HtmlElement) -> None:
    """Drop lists whose items are links: menus, and headlines of other articles."""
    for menu in list(tree.iter("ul", "ol")):
        if menu.getparent() is not None and _is_menu(menu.findall("li")):
            menu.drop_tree()


def _is_menu(items: list[HtmlElement]) -> bool:
    if len(items) < 2:
        return False
    return sum(_linked_share(item) >= MOSTLY for item in items) >= MOSTLY * len(items)


def _linked_share(element: HtmlElement) -> float:
    linked = sum(len(text_of(link)) for link in element.findall(".//a"))
    return linked / max(1, len(text_of(element)))


def drop_links_elsewhere(tree: HtmlElement) -> None:
    """Drop paragraphs and list items that are nothing but links to other articles."""
    for block in list(tree.iter("p", "li", "div")):
        if block.getparent() is not None and _leads_elsewhere(block):
            block.drop_tree()


def _leads_elsewhere(block: HtmlElement) -> bool:
    if next(block.iterdescendants(*BLOCKS), None) is not None:
        return False
    links = block.findall(".//a")
    if not links:
        return False
    if next(block.iterancestors("blockquote"), None) is not None:
        return False  # a quoted post may be a link and nothing else
    text, linked = text_of(block), sum(len(text_of(link)) for link in links)
    rest = len(text) - linked
    if len(links) > 1 and linked >= 2 * ENOUGH and linked >= 0.75 * len(text):
        return True
    return linked >= ENOUGH and (rest <= 2 or (rest <= 30 and LABEL.match(text) is not None))
