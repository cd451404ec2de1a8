"""Markdown to the HTML of a reader's page."""

from collections.abc import Mapping

from dateline.text.figures import SETTING, Setting
from dateline.text.quotes import held_among, without_held
from dateline.text.reader import READER, parse
from dateline.text.safe import sanitise
from dateline.text.words import (
    NO_BOARDS,
    NO_CARDS,
    NO_MARKS,
    NO_SOURCES,
    NO_STANDINGS,
    Board,
    Card,
    Image,
    Mark,
    Quote,
    Words,
)

WORDS = Words()


def render(
    markdown: str,
    *,
    images: Mapping[str, Image],
    cards: Mapping[str, Card] = NO_CARDS,
    sources: Mapping[str, str] = NO_SOURCES,
    standings: Mapping[Quote, str] = NO_STANDINGS,
    marks: Mapping[str, Mark] = NO_MARKS,
    boards: Mapping[str, Board] = NO_BOARDS,
    words: Words = WORDS,
    language: str = "en",
) -> str:
    """Return safe HTML; what cannot be a directive stands in it as the text that was typed.

    `sources` gives the public name of each source by its id: what it holds is shown. `standings`
    says how quoted words stand in their kept report, where they do. `marks` gives what readers may
    know of a claim by its id, `boards` what is embedded by `Directive.board`.
    """
    env = {SETTING: Setting(images, cards, sources, standings, marks, boards, words, language)}
    tokens = list(without_held(parse(markdown), held_among(cards)))
    return sanitise(READER.renderer.render(tokens, READER.options, env))
