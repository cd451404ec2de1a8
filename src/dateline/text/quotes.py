"""The words that a text quotes from kept reports."""

from dataclasses import dataclass

from dateline.text.directive import Directive
from dateline.text.reader import parse


@dataclass(frozen=True)
class Quote:
    """A quotation with the id of the report that it rests on; its words are the original's."""

    report: str
    words: str


def quotes(markdown: str) -> list[Quote]:
    """List the quotations that name a report, in order."""
    found: list[Quote] = []
    directive: Directive | None = None
    words: list[str] = []
    for token in parse(markdown):
        if token.type == "quote_open":
            directive, words = token.meta["directive"], []
        elif token.type == "quote_close" and directive:
            if directive.get("report"):
                found.append(Quote(directive.get("report"), "\n".join(words)))
            directive = None
        elif token.type == "inline" and directive:
            children = token.children or []
            breaks = ("softbreak", "hardbreak")
            words.append("".join(" " if c.type in breaks else c.content for c in children))
    return found
