"""Markdown to the HTML of a reader's page."""

from collections.abc import Mapping

from dateline.text.figures import SETTING, Setting
from dateline.text.reader import READER, parse
from dateline.text.safe import sanitise
from dateline.text.words import NO_CARDS, NO_SOURCES, Card, Image, Words

WORDS = Words()


def render(
    markdown: str,
    *,
    images: Mapping[str, Image],
    cards: Mapping[str, Card] = NO_CARDS,
    sources: Mapping[str, str] = NO_SOURCES,
    words: Words = WORDS,
    language: str = "en",
) -> str:
    """Return safe HTML; what cannot be a directive stands in it as the text that was typed.

    `sources` gives the public name of each source by its id: what it holds is shown.
    """
    env = {SETTING: Setting(images, cards, sources, words, language)}
    return sanitise(READER.renderer.render(parse(markdown), READER.options, env))
