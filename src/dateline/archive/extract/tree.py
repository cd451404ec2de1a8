"""Markup to a tree, within bounds."""

import re
from typing import Final

from lxml.etree import ParserError
from lxml.html import HtmlElement, HTMLParser, document_fromstring

MOST_MARKUP: Final = 12_000_000
"""Characters; news pages have some 300,000."""

# lxml reads these, and refuses to write what it read: trafilatura would end there.
UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class UnreadableError(Exception):
    """What came is broken, or built to break its reader."""


def parse(markup: str) -> HtmlElement:
    """Return the tree of a page; raises UnreadableError where none can be built."""
    if len(markup) > MOST_MARKUP:
        raise UnreadableError("too long")
    markup = UNWRITABLE.sub("", markup)
    # The parser's own limits (256 levels, 10 MB in one text) stay on.
    parser = HTMLParser(encoding="utf-8", collect_ids=False, remove_comments=True, remove_pis=True)
    try:
        tree = document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except ParserError as error:
        raise UnreadableError(str(error)) from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        # What stood below the limit is lost: better no text than a part that looks whole.
        raise UnreadableError("nested too deeply")
    _make_writable(tree)
    return tree


def _make_writable(tree: HtmlElement) -> None:
    """Take out what came in as &#1; and the like."""
    for element in tree.iter():
        if element.text and UNWRITABLE.search(element.text):
            element.text = UNWRITABLE.sub("", element.text)
        if element.tail and UNWRITABLE.search(element.tail):
            element.tail = UNWRITABLE.sub("", element.tail)


def text_of(element: HtmlElement) -> str:
    """Return all words in an element as one line."""
    return " ".join("".join(element.itertext()).split())
