"""The words that a text quotes from kept reports."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from markdown_it.token import Token

from dateline.text.escaped import escaped
from dateline.text.reader import parse
from dateline.text.scrub import scrub
from dateline.text.words import Card, Quote


def quotes(markdown: str) -> list[Quote]:
    """List the quotations that name a report, in order."""
    ended = (token for token in parse(markdown) if token.type == "quote_close")
    return [quote for token in ended if (quote := token.meta["quote"]).report]


def quotation(report: str, words: str) -> str:
    """Return words as a quotation of a report: nothing in them is Markdown or a directive."""
    lines = "\n".join(line.strip() for line in scrub(words).splitlines())
    return f":::quote{{report={report}}}\n{escaped(lines)}\n:::"


def held_among(cards: Mapping[str, Card]) -> set[str]:
    """Return the names of those of these reports that the desk holds."""
    return {name for name, card in cards.items() if card.state == "held"}


def without_held(tokens: Sequence[Token], held: Collection[str]) -> Iterator[Token]:
    """Give the tokens; of a quotation whose report is held its card stands instead.

    The words themselves would tell whose they are: whoever has them finds the rest.
    """
    inside = False
    for token in tokens:
        if token.type == "quote_open" and token.meta["directive"].get("report") in held:
            inside, token.type = True, "card"
            yield token
        if not inside:
            yield token
        inside = inside and token.type != "quote_close"
