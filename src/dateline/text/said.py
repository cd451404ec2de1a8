"""What each quotation of a text says, noted as the text is read."""

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from dateline.text.words import Quote

BREAKS = ("softbreak", "hardbreak")


def install(md: MarkdownIt) -> None:
    """Add the rule; it needs the words inside of paragraphs read."""
    md.core.ruler.after("inline", "said", _said)


def _said(state: StateCore) -> None:
    words: list[str] = []
    for token in state.tokens:
        if token.type == "quote_open":
            words = []
        elif token.type == "inline":
            words.append(_words_of(token))
        elif token.type == "quote_close":
            report = token.meta["directive"].get("report")
            token.meta["quote"] = Quote(report, "\n".join(words))


def _words_of(token: Token) -> str:
    return "".join(" " if c.type in BREAKS else c.content for c in token.children or [])
