"""Where a main text links to."""

from collections.abc import Iterable

from lxml.etree import _Element

from dateline.archive.extract.address import absolute
from dateline.archive.extract.values import MOST_LINKS


def links_in(body: _Element, *, base: str) -> tuple[str, ...]:
    """List the absolute addresses in an extracted body, each once, in its order."""
    return absolute_all((ref.get("target", "") for ref in body.iter("ref")), base=base)


def absolute_all(named: Iterable[str], *, base: str) -> tuple[str, ...]:
    """List what a page names as absolute addresses, each once, no more than are kept."""
    found: dict[str, None] = {}
    for one in named:
        address = absolute(base, one)
        if address:
            found[address] = None
        if len(found) == MOST_LINKS:
            break
    return tuple(found)
