"""Markdown to plain text, for feeds, search and descriptions: quotes keep who speaks, in words."""

import re
from collections.abc import Mapping
from typing import Final

from markdown_it.token import Token

from dateline.text.attribution import attribution, translator
from dateline.text.boards import board_words
from dateline.text.cards import card_words
from dateline.text.directive import Directive
from dateline.text.quotes import held_among, without_held
from dateline.text.reader import parse
from dateline.text.scrub import scrub
from dateline.text.words import (
    NO_BOARDS,
    NO_CARDS,
    NO_SOURCES,
    NO_STANDINGS,
    Board,
    Card,
    Quote,
    Words,
)

WORDS: Final = Words()
# Typed text such as <script> must not turn into a tag where a caller forgets to escape it.
TAG_OPENS: Final = re.compile(r"<(?=[A-Za-z/!?])")
BREAKS: Final = {"softbreak": " ", "hardbreak": "\n"}


def plain(
    markdown: str,
    *,
    cards: Mapping[str, Card] = NO_CARDS,
    sources: Mapping[str, str] = NO_SOURCES,
    standings: Mapping[Quote, str] = NO_STANDINGS,
    boards: Mapping[str, Board] = NO_BOARDS,
    words: Words = WORDS,
) -> str:
    """Return the text alone, a blank line between paragraphs."""
    tokens = list(without_held(parse(markdown), held_among(cards)))
    text = _Writer(cards, sources, standings, boards, words).write(tokens)
    return TAG_OPENS.sub("‹", scrub(text))


class _Writer:
    """Gathers paragraphs; a quotation's are gathered apart and joined when it ends."""

    def __init__(
        self,
        cards: Mapping[str, Card],
        sources: Mapping[str, str],
        standings: Mapping[Quote, str],
        boards: Mapping[str, Board],
        words: Words,
    ) -> None:
        self.cards = cards
        self.sources = sources
        self.standings = standings
        self.boards = boards
        self.words = words
        self.gathered: list[list[str]] = [[]]
        self.lists: list[int | None] = []
        self.bullet = ""
        self.held: list[str] = []

    def write(self, tokens: list[Token]) -> str:
        for token in tokens:
            self._take(token)
        return "\n\n".join(self.gathered[0])

    def _take(self, token: Token) -> None:
        match token.type:
            case "inline":
                self._add(_inline(token.children or []))
            case "literal" | "fence" | "code_block":
                self._add(token.content.rstrip("\n"))
            case "media":
                self._add(self._picture(token.meta["directive"]))
            case "card":
                card = self.cards.get(token.meta["directive"].get("report"))
                self._add(card_words(card, self.words))
            case "incident" | "toll" | "front":
                board = self.boards.get(token.meta["directive"].board)
                self._add(board_words(board, self.words))
            case "blockquote_open" | "quote_open":
                self._begin_quote()
            case "blockquote_close":
                self._quoted("")
            case "quote_close":
                self._end_quote(token.meta["directive"], token.meta["quote"])
            case "ordered_list_open":
                self.lists.append(int(token.attrGet("start") or 1))
            case "bullet_list_open":
                self.lists.append(None)
            case "ordered_list_close" | "bullet_list_close":
                self.lists.pop()
            case "list_item_open":
                self._item()
            case "list_item_close":
                self.bullet = ""

    def _add(self, text: str) -> None:
        if text:
            self.gathered[-1].append(self.bullet + text)
            self.bullet = ""

    def _item(self) -> None:
        number = self.lists[-1]
        self.bullet = "• " if number is None else f"{number}. "
        self.lists[-1] = None if number is None else number + 1

    def _picture(self, directive: Directive) -> str:
        said = [directive.get("alt"), self.words.photo(directive.get("credit"))]
        return " · ".join(filter(None, said))

    def _begin_quote(self) -> None:
        self.gathered.append([])
        self.held.append(self.bullet)  # an item's sign stands outside the quotation in it
        self.bullet = ""

    def _quoted(self, source: str, rests_on: str = "") -> None:
        text = "\n\n".join(self.gathered.pop())
        self.bullet = self.held.pop()
        speaker = f"{source}: " if source else ""
        said = f"{speaker}“{text}”" if text else source
        self._add(f"{said} ({rests_on})" if rests_on else said)

    def _end_quote(self, directive: Directive, quote: Quote) -> None:
        by = attribution(
            directive,
            quote,
            cards=self.cards,
            sources=self.sources,
            standings=self.standings,
            words=self.words,
        )
        self._quoted(by.source, " · ".join(filter(None, (by.note, by.original))))
        translated = "; ".join(translator(directive, self.words))
        translation = directive.get("translation")
        self._add(f"“{translation}” ({translated})" if translation else translated)


def _inline(children: list[Token]) -> str:
    return "".join(BREAKS.get(token.type, token.content) for token in children).strip()
