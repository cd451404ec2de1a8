"""The one Markdown parser of the house, put together."""

from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from dateline.text import blocks, figures, inlines, said
from dateline.text.address import is_link
from dateline.text.scrub import scrub

READS_BOTH_WAYS: Final = frozenset(
    {"paragraph_open", "list_item_open", "blockquote_open", "heading_open"}
)
HEADINGS: Final = {"h1": "h3"}
"""The update's own headline is an h2: a first heading comes out as h3, every deeper one as h4."""


def _dress(state: StateCore) -> None:
    """Let each block find its own direction, and put headings below the update's headline."""
    for token in state.tokens:
        if token.type in READS_BOTH_WAYS:
            token.attrSet("dir", "auto")
        if token.type in ("heading_open", "heading_close"):
            token.tag = HEADINGS.get(token.tag, "h4")


class Reader(MarkdownIt):
    """CommonMark without HTML, with strikethrough and our directives. Holds no state of a parse."""

    def __init__(self) -> None:
        super().__init__("commonmark", {"html": False, "xhtmlOut": False, "maxNesting": 20})
        self.enable("strikethrough")
        blocks.install(self)
        inlines.install(self)
        figures.install(self)
        said.install(self)
        self.core.ruler.push("dress", _dress)
        # Rulers compile on first use, half filled meanwhile: do it before threads share them.
        self.parse("ready")

    def validateLink(self, url: str) -> bool:  # noqa: N802 (markdown-it's name)
        """Leave a link that may not be made as the text that was typed."""
        return is_link(url)


class Checker(Reader):
    """Reads every link, so that those that may not be made can be named."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 (markdown-it's name)
        """Accept every address: this parser's tokens are never rendered."""
        return True


READER: Final = Reader()
CHECKER: Final = Checker()


def parse(markdown: str, *, reader: Reader = READER) -> list[Token]:
    """Read a text into markdown-it's tokens."""
    env: dict[str, Any] = {}
    return reader.parse(scrub(markdown), env)
