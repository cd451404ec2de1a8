"""The main text of a page: trafilatura's, prepared before and trimmed after."""

from copy import deepcopy
from dataclasses import dataclass
from typing import Final

from lxml.etree import strip_tags
from lxml.html import HtmlElement
from trafilatura import bare_extraction, html2txt
from trafilatura.xml import xmltotxt

from dateline.archive.extract.clean import one_line, whole_text
from dateline.archive.extract.jsonld import Node, strings
from dateline.archive.extract.links import links_in
from dateline.archive.extract.prune import prepare
from dateline.archive.extract.trim import trim
from dateline.archive.extract.values import MOST_TITLE

SHORT: Final = 250
"""Fewer characters are no article: trafilatura's own limit."""
WHOLE: Final = 0.9
"""Above this share of a page's words it is no article that was found but all, as a last resort."""
RUN: Final = 4
TITLES: Final = (
    "//h1",
    "//title",
    '//meta[@property="og:title"]/@content',
    '//meta[@name="twitter:title"]/@content',
    '//meta[@itemprop="headline"]/@content',
)


@dataclass(frozen=True)
class Article:
    """A main text and the addresses it links to."""

    text: str
    links: tuple[str, ...]


def article(tree: HtmlElement, *, base: str, told: list[Node]) -> Article:
    """Return the main text; `told` are the articles that the page describes for search engines."""
    titles = titles_of(tree)
    prepared = deepcopy(tree)
    prepare(prepared, base=base)
    # Without the comparison with other extractors ("fast") the text is better and comes faster;
    # they are asked only where it found no article.
    found = _extracted(prepared, base, titles, fast=True)
    if len(found.text) < SHORT or len(found.text) > WHOLE * len(html2txt(prepared)):
        found = _extracted(prepared, base, titles, fast=False)
    return _or_told(found, told)


def titles_of(tree: HtmlElement) -> list[str]:
    """List what the page calls itself, in its several places."""
    found = [place for query in TITLES for place in tree.xpath(query)[:5]]
    said = (one if isinstance(one, str) else "".join(one.itertext()) for one in found)
    return [line for one in said if (line := one_line(str(one), MOST_TITLE))]


def _extracted(tree: HtmlElement, base: str, titles: list[str], *, fast: bool) -> Article:
    document = bare_extraction(
        deepcopy(tree), url=base, fast=fast, include_comments=False, include_links=True
    )
    body = getattr(document, "body", None)
    if body is None:
        return Article("", ())
    links = links_in(body, base=base)
    strip_tags(body, "ref")
    lines = [line for line in xmltotxt(body, False).split("\n") if line.strip()]
    return Article(whole_text("\n".join(trim(lines, titles))), links)


def _or_told(found: Article, told: list[Node]) -> Article:
    """Prefer what the page tells search engines where it shows less than half, and agrees.

    Pages that a script builds show nothing here and tell all.
    """
    bodies = [_plain(body) for node in told for body in strings(node.get("articleBody"))]
    body = whole_text(max(bodies, key=len, default=""))
    fuller = len(body) >= SHORT and len(body) > 2 * len(found.text)
    return Article(body, found.links) if fuller and _agree(found.text, body) else found


def _plain(body: str) -> str:
    if "<" not in body:
        return body
    return html2txt(f"<html><body>{body}</body></html>")


def _agree(shown: str, told: str) -> bool:
    """Say whether most runs of words that are shown stand in what is told too."""
    if len(shown) < SHORT:
        return True
    runs, known = _runs(shown), _runs(told)
    return len(runs & known) * 2 > len(runs)


def _runs(text: str) -> set[tuple[str, ...]]:
    words = text.casefold().split()
    return {tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}
