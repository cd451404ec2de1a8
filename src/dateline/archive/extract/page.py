"""A web page: its main text and what it says of itself."""

from typing import Final

from lxml.html import HtmlElement

from dateline.archive.extract.article import Article, article
from dateline.archive.extract.clean import whole_text
from dateline.archive.extract.jsonld import articles, nodes, types
from dateline.archive.extract.language import language
from dateline.archive.extract.looks import looks_like
from dateline.archive.extract.metadata import (
    Page,
    author,
    canonical,
    excerpt,
    image_url,
    posted_at,
    site_name,
    title,
)
from dateline.archive.extract.telegram import telegram
from dateline.archive.extract.tree import parse
from dateline.archive.extract.values import Extracted

FILMS: Final = (
    '//*[@itemtype="http://schema.org/VideoObject" or @itemtype="https://schema.org/VideoObject"]'
)


def page(markup: str, *, url: str, media_type: str) -> Extracted:
    """Read a page; raises UnreadableError where no tree can be built of it."""
    tree = parse(markup)
    message = telegram(tree, url=url)
    return message or _article(tree, url, media_type)


def _article(tree: HtmlElement, url: str, media_type: str) -> Extracted:
    told = articles(nodes(tree))
    of = Page(tree, url, told)
    found = _film(of) if _is_film(of) else article(tree, base=of.base, told=told)
    return Extracted(
        text=found.text,
        title=title(of),
        author=author(of),
        site_name=site_name(of),
        excerpt=excerpt(of),
        language=language(tree, found.text),
        canonical=canonical(of),
        posted_at=posted_at(of),
        image_url=image_url(of),
        links=found.links,
        looks_like=looks_like(tree, text=found.text, told=told),
        media_type=media_type,
    )


def _is_film(of: Page) -> bool:
    """Say whether a page is about a film alone: its text is what is written below the film."""
    kinds = {kind for node in of.told for kind in types(node)}
    marked = kinds == {"VideoObject"} or (not kinds and of.tree.xpath(FILMS))
    return bool(marked) and any(kind.startswith("video") for kind in of.meta("og:type"))


def _film(of: Page) -> Article:
    said = [*of.tells("description"), *of.meta("og:description", "description")]
    return Article(whole_text(max(said, key=len, default="")), ())
