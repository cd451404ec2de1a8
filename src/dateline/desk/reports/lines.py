"""A line of an update that is only an address becomes the card of its report."""

import re
from collections.abc import Iterator

from markdown_it.token import Token

from dateline.archive.bring import bring_address
from dateline.ledger.models import Person
from dateline.ledger.refusal import Refused
from dateline.text import heavy
from dateline.text.reader import parse

from .cards import directive

ALONE = re.compile(r"https?://\S+", re.IGNORECASE)
MOST = 100
"""Addresses brought in by one save, each a write of its own; the next save brings the rest."""


def with_cards(*, by: Person, body: str) -> str:
    """Bring in what stands alone on its line; an address that is refused stays as it is."""
    if heavy(body):
        return body
    lines = re.split("\r\n?|\n", body)  # as Markdown counts them
    for number in list(_addresses(lines))[:MOST]:
        lines[number] = _card_or_address(by, lines[number])
    return "\n".join(lines)


def _card_or_address(by: Person, line: str) -> str:
    try:
        return directive(bring_address(by=by, address=line).pk)
    except Refused:
        return line


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
