"""A line of an update that is only an address becomes the card of its report."""

import re
from collections.abc import Iterator

from markdown_it.token import Token

from dateline.archive.bring import bring_address, require_address
from dateline.ledger.models import Person
from dateline.ledger.refusal import NotAllowed, Refused
from dateline.text import heavy
from dateline.text.reader import parse

from .cards import directive

ALONE = re.compile(r"https?://\S+", re.IGNORECASE)
MOST = 100
"""Addresses brought in by one save, each a write of its own; the next save brings the rest."""


def with_cards(*, by: Person, body: str) -> str:
    """Bring in what stands alone on its line; what is no address stays as it is.

    Raises Refused for a report that was redacted: as a link it would be public again.
    """
    if heavy(body):
        return body
    lines = re.split("\r\n?|\n", body)  # as Markdown counts them
    for number in list(_addresses(lines))[:MOST]:
        lines[number] = _card_or_address(by, lines[number])
    return "\n".join(lines)


def _card_or_address(by: Person, line: str) -> str:
    try:
        require_address(line)
    except Refused:
        return line
    try:
        return directive(bring_address(by=by, address=line).pk)
    except NotAllowed:
        return line
    except Refused as refused:
        raise Refused(f"{line.strip()}: {refused} Take the line out.") from None


def _addresses(lines: list[str]) -> Iterator[int]:
    """Find the lines that are only an address and stand in no quote, list, code or link."""
    for token in _plain_paragraphs(parse("\n".join(lines))):
        first, end = token.map or (0, 0)
        for number in range(first, end):
            if ALONE.fullmatch(lines[number].strip(" \t")):
                yield number


def _plain_paragraphs(tokens: list[Token]) -> Iterator[Token]:
    quotes = 0
    for token in tokens:
        # A quote that is not closed yet, or not well formed, is a quote all the same.
        literal = token.content if token.type == "literal" else ""
        if token.type == "quote_open" or literal.startswith(":::quote"):
            quotes += 1
        elif token.type == "quote_close" or (literal.startswith(":::") and not literal.strip(":")):
            quotes -= 1
        elif token.type == "paragraph_open" and token.level == 0 and quotes <= 0:
            yield token
