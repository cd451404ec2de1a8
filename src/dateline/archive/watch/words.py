"""Strangers' words and addresses, made fit to be stored and shown."""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import urljoin, urlsplit, urlunsplit

from lxml import etree, html

TITLE: Final = 500
TEXT: Final = 2_000
ADDRESS: Final = 2_000

CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
# An override shows letters in another order than they are written: "gpj.exe" as "exe.jpg".
UNSEEN: Final = re.compile("[\u202d\u202e\ufeff\ud800-\udfff\ufffe\uffff]")
MARKUP: Final = re.compile(r"<[A-Za-z/!?]|&#?\w+;")
NOT_READ: Final = ("script", "style", "template", "noscript", "svg", "math", "iframe", "object")
# fmt: off
BLOCKS: Final = frozenset((
    "address", "article", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure",
    "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "section", "table", "td",
    "th", "tr", "ul",
))
# fmt: on


def clean(text: str) -> str:
    """Take out what cannot be stored or shown honestly."""
    return UNSEEN.sub("", CONTROLS.sub(" ", text))


def line(text: str, most: int = TITLE) -> str:
    """Return the text as one line, cut at `most` characters."""
    return cut(" ".join(clean(text).split()), most)


def lines(text: str, most: int = TEXT) -> str:
    """Return the text with its line breaks, blank ones and what is too long taken out."""
    kept = (" ".join(one.split()) for one in clean(text).splitlines())
    return cut("\n".join(filter(None, kept)), most)


def cut(text: str, most: int) -> str:
    """Return at most so many characters; an ellipsis says that there were more."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def plain(markup: str) -> str:
    """Return the words of a piece of HTML, a line for each block."""
    if not MARKUP.search(markup):
        return markup
    return text_of(html.document_fromstring(f"<div>{clean(markup)}</div>"))


def text_of(element: html.HtmlElement) -> str:
    """Return an element's words, a line for each block."""
    walk = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    return "".join(_pieces(walk, element))


def _pieces(walk: etree.iterwalk, whole: html.HtmlElement) -> Iterator[str]:
    for event, node in walk:
        if event == "start" and node.tag in NOT_READ:
            walk.skip_subtree()
        elif event == "start":
            yield "\n" if node.tag in BLOCKS else ""
            yield node.text or ""
        elif node is not whole:
            yield "\n" if node.tag in BLOCKS else ""
            yield node.tail or ""


def address(raw: str, base: str = "") -> str:
    """Return an absolute http or https address, or "" for anything else.

    A name and password in it are left out: they would be kept and shown.
    """
    given = " ".join(clean(raw[: 2 * ADDRESS]).split())
    if not given:
        return ""
    try:
        parts = urlsplit(urljoin(base, given.replace(" ", "%20")))
        host = parts.netloc.rpartition("@")[2]
        named = parts.hostname
    except ValueError:  # "http://[" and the like
        return ""
    if parts.scheme not in ("http", "https") or not named:
        return ""
    whole = urlunsplit(parts._replace(netloc=host))
    return whole if len(whole) <= ADDRESS else ""
