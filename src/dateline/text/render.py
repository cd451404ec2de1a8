"""Markdown to the HTML of a reader's page."""

from collections.abc import Mapping

from dateline.text.figures import SETTING, Setting
from dateline.text.reader import READER, parse
from dateline.text.safe import sanitise
from dateline.text.words import Image, Words

WORDS = Words()


def render(
    markdown: str, *, images: Mapping[str, Image], words: Words = WORDS, language: str = "en"
) -> str:
    """Return safe HTML; what cannot be a directive stands in it as the text that was typed."""
    env = {SETTING: Setting(images, words, language)}
    return sanitise(READER.renderer.render(parse(markdown), READER.options, env))


def image_ids(markdown: str) -> list[str]:
    """List the ids that ::media names, in order, each once."""
    pictures = (token for token in parse(markdown) if token.type == "media")
    return list(dict.fromkeys(token.meta["directive"].get("id") for token in pictures))
