"""Addresses in an update: one alone on its line becomes a card, one that a quote names its report.

A composer writes them where it has no time to wait for the report's id.
"""

import re
from collections.abc import Iterator
from typing import Final
from uuid import UUID

from markdown_it.token import Token

from dateline.archive.bring import bring_address, require_address
from dateline.ledger.models import Person
from dateline.ledger.refusal import NotAllowed, Refused
from dateline.text import heavy
from dateline.text.reader import parse

from .cards import directive

ALONE: Final = re.compile(r"[ \t]*(https?://\S+)[ \t]*", re.IGNORECASE)
QUOTED: Final = re.compile(
    r':::quote\{(?:.*\s)?report="(https?://[^\s"\\]+)"[\s}].*', re.IGNORECASE
)
MOST: Final = 100
"""Addresses brought in by one save, each a write of its own; the next save brings the rest."""


def with_reports(*, by: Person, body: str) -> str:
    """Bring in what stands alone on its line or is quoted; what is no address stays as it is.

    Raises Refused for a report that was redacted: as a link it would be public again.
    """
    if heavy(body):
        return body
    lines = re.split("\r\n?|\n", body)  # as Markdown counts them
    for number, found in list(_addresses(lines))[:MOST]:
        if report := _brought(by, found[1]):
            lines[number] = _named(found, report)
    return "\n".join(lines)


def _named(found: re.Match[str], report: UUID) -> str:
    """Return the line with its report instead of the address."""
    if found.re is ALONE:
        return directive(report)
    start, end = found.span(1)
    return f"{found.string[: start - 1]}{report}{found.string[end + 1 :]}"


def _brought(by: Person, address: str) -> UUID | None:
    try:
        require_address(address)
    except Refused:
        return None
    try:
        return bring_address(by=by, address=address).pk
    except NotAllowed:
        return None
    except Refused as refused:
        raise Refused(f"{address}: {refused} Take the line out.") from None


def _addresses(lines: list[str]) -> Iterator[tuple[int, re.Match[str]]]:
    """Find the lines that are only an address and stand in no quote, list, code or link; and the
    first lines of quotes that name one."""
    for token, pattern in _readable(parse("\n".join(lines))):
        first, end = token.map or (0, 0)
        for number in range(first, end):
            if found := pattern.fullmatch(lines[number]):
                yield number, found


def _readable(tokens: list[Token]) -> Iterator[tuple[Token, re.Pattern[str]]]:
    quotes = 0
    for token in tokens:
        # A quote that is not closed yet, or not well formed, is a quote all the same.
        literal = token.content if token.type == "literal" else ""
        if literal.startswith(":::quote") and not quotes:
            yield token, QUOTED
        if token.type == "quote_open" or literal.startswith(":::quote"):
            quotes += 1
        elif token.type == "quote_close" or (literal.startswith(":::") and not literal.strip(":")):
            quotes -= 1
        elif token.type == "paragraph_open" and token.level == 0 and quotes <= 0:
            yield token, ALONE
