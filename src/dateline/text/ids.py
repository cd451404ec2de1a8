"""The ids that a text names, for its caller to look up. In order, each once."""

from collections.abc import Iterable

from dateline.text.directive import BOARDS, ID
from dateline.text.reader import parse


def image_ids(markdown: str) -> list[str]:
    """List the ids that ::media names."""
    return _each_once(_values(markdown, "id", ("media",)))


def report_ids(markdown: str) -> list[str]:
    """List the ids of reports that cards and quotes name."""
    return _each_once(_values(markdown, "report", ("card", "quote_open")))


def source_ids(markdown: str) -> list[str]:
    """List what may be ids of sources in quotes; a source given as one word looks the same."""
    sources = _values(markdown, "source", ("quote_open",))
    return _each_once(source for source in sources if ID.fullmatch(source))


def claim_ids(markdown: str) -> list[str]:
    """List the ids of claims that marked words rest on."""
    inline = (child for token in parse(markdown) for child in token.children or [])
    return _each_once(child.meta["claim"] for child in inline if child.type == "claim_open")


def board_names(markdown: str) -> list[str]:
    """List what a text embeds live: `incident:ID`, `toll:ID:killed`, `front:ID`."""
    found = (token.meta["directive"] for token in parse(markdown) if token.type in BOARDS)
    return _each_once(directive.board for directive in found)


def _values(markdown: str, key: str, kinds: tuple[str, ...]) -> Iterable[str]:
    named = (token.meta["directive"] for token in parse(markdown) if token.type in kinds)
    return (directive.get(key) for directive in named)


def _each_once(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(value for value in values if value))
