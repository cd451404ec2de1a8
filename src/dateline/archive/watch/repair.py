"""A feed's XML made well-formed, flat and small before feedparser sees it.

feedparser's own parser for broken XML, and its lists of categories and people, take quadratic time
over what a stranger wrote. libxml2 mends what is broken in linear time; what is left of each item
is a bounded number of flat elements.
"""

import html.entities
import re
from collections import Counter
from collections.abc import Iterator, Set
from typing import Final
from xml.parsers import expat

from lxml import etree

from dateline.archive.watch.told import AbsentError
from dateline.archive.watch.words import UNSEEN, cut

BROKEN: Final = "This feed cannot be read: its XML is broken beyond mending."
ROOTS: Final = frozenset(["rss", "rdf", "feed", "channel"])
MOST_ITEMS: Final = 10_000
XML: Final = "{http://www.w3.org/XML/1998/namespace}"
MEDIA: Final = "{http://search.yahoo.com/mrss/}"
RDF: Final = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
ATTRIBUTES: Final = frozenset(
    ["type", "mode", "href", "rel", "isPermaLink", "version", "url", f"{XML}base", f"{RDF}about"]
)
ITEMS: Final = frozenset(["item", "entry"])
OF_LIST: Final = frozenset(["title", "link", "ttl", "updatePeriod", "updateFrequency"])
DATES: Final = frozenset(
    ["pubDate", "published", "updated", "date", "issued", "modified", "created"]
)
TEXTS: Final = frozenset(["description", "summary", "encoded", "content"])
OF_ITEM: Final = (
    DATES | TEXTS | {"title", "link", "guid", "id", "enclosure", "creator", "author", "name"}
)
MOST_OF_A_KIND: Final = 8
LENGTHS: Final = dict.fromkeys(DATES, 100) | dict.fromkeys(TEXTS, 20_000)
LENGTH: Final = 3_000

AMPERSAND: Final = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)"
    r"|&(?:#([0-9]{1,7});|#[xX]([0-9A-Fa-f]{1,6});|([A-Za-z][A-Za-z0-9]{1,31});)?",
    re.DOTALL,
)
OWN: Final = frozenset(["amp", "lt", "gt", "quot", "apos"])
NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def mended(text: str) -> tuple[bytes, int]:
    """Return well-formed XML of the text from its root on, and how many items it had."""
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    whole = AMPERSAND.sub(_reference, NOT_XML.sub("", text))
    try:
        root = etree.fromstring(whole.encode(), parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None or _name(root).lower() not in ROOTS:
        raise AbsentError(BROKEN)
    count = _slim(root)
    etree.cleanup_namespaces(root)
    data: bytes = etree.tostring(root, encoding="utf-8")
    _check(data)
    return data, count


def _check(data: bytes) -> None:
    """Refuse what libxml2 lets pass and expat does not, such as some letters in names."""
    try:
        expat.ParserCreate(namespace_separator=" ").Parse(data, True)
    except expat.ExpatError:
        raise AbsentError(BROKEN) from None


def _reference(found: re.Match[str]) -> str:
    """Resolve HTML's names and mend a lone ampersand; both stand in many feeds' links."""
    decimal, hexadecimal, name = found.groups()
    if found[0].startswith("<"):
        return found[0]
    if decimal or hexadecimal:
        code = int(decimal) if decimal else int(hexadecimal, 16)
        letter = chr(code) if 0x20 <= code < 0x110000 or code in (9, 10, 13) else ""
        return html.escape(NOT_XML.sub("", letter))
    if name in OWN:
        return found[0]
    meant = html.entities.html5.get(f"{name};") if name else None
    return html.escape(meant) if meant else "&amp;" + found[0][1:]


def _slim(root: etree._Element) -> int:
    channels = [one for one in root if _name(one) == "channel"][:MOST_OF_A_KIND]
    listed = [one for parent in (root, *channels) for one in parent if _name(one) in ITEMS]
    for item in listed[:MOST_ITEMS]:
        _strip(item, OF_ITEM)
    kept = {*channels, *listed[:MOST_ITEMS]}
    for parent in (root, *channels):
        _strip(parent, OF_LIST, kept)
    return len(listed)


def _strip(
    parent: etree._Element, wanted: frozenset[str], kept: Set[etree._Element] = frozenset()
) -> None:
    """Leave the wanted children, each flat, and those that are kept as they are."""
    _plain_attributes(parent)
    for group in list(parent.iterchildren(f"{MEDIA}group")):
        parent.extend(group.iterchildren(f"{MEDIA}description"))
    counts: Counter[str] = Counter()
    for child in list(parent):
        if child in kept:
            continue
        name = _name(child)
        counts[name] += 1
        if name in wanted and counts[name] <= MOST_OF_A_KIND:
            _flatten(child, name)
        else:
            _remove(child)


def _flatten(element: etree._Element, name: str) -> None:
    """Turn what stands in an element into text: markup as markup written out, XHTML as HTML."""
    if name == "author" and len(element):
        element.text = element.findtext("{*}name") or ""
        element[:] = []
    elif len(element):
        element.text = "".join(_inner(element))
        element[:] = []
        element.set("type", "html")
    _plain_attributes(element)
    element.text = cut(UNSEEN.sub("", element.text or ""), LENGTHS.get(name, LENGTH))
    element.tail = None


def _inner(element: etree._Element) -> Iterator[str]:
    yield html.escape(element.text or "", quote=False)
    for child in element:
        yield etree.tostring(child, encoding="unicode")


def _plain_attributes(element: etree._Element) -> None:
    for name, value in element.attrib.items():
        if name not in ATTRIBUTES or len(value) > LENGTH:
            del element.attrib[name]


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        element.tail = None
        parent.remove(element)


def _name(element: etree._Element) -> str:
    """Return the name without its namespace; "" for a prefix that nobody declared."""
    tag = element.tag
    if not isinstance(tag, str) or (":" in tag and not tag.startswith("{")):
        return ""
    return tag.rpartition("}")[2]
