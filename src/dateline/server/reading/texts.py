"""Texts that can be read for claims: no binary, no web page."""

from typing import Final

from dateline.archive.extract.sniff import binary_type, text_type
from dateline.server import text_files
from dateline.server.text_files import LONGEST, NoText

__all__ = ["LONGEST", "NoText", "decoded", "text_of"]
BY_CAPTURE: Final = (
    "Keep it with `dateline capture`, which takes the text out; then read its report."
)


def text_of(name: str) -> str:
    """Return the text of a file, or of the input where the name is "-", line ends as they are.

    Raises NoText for what is no file, too long, not UTF-8, binary, or a web page.
    """
    with text_files.opened(name) as file:
        return decoded(file.read(LONGEST + 1))


def decoded(content: bytes) -> str:
    """Return the text of bytes; offsets count its code points. Raises NoText as `text_of` does."""
    if len(content) <= LONGEST and (media_type := binary_type(content)):
        raise NoText(f"It is no text ({media_type}). {BY_CAPTURE}")
    text = text_files.decoded(content)
    kind = text_type(text) if text.strip() else ""
    if kind == "text/html":
        raise NoText(f"It is a web page (HTML), not its text. {BY_CAPTURE}")
    if "\0" in text or kind == "application/octet-stream":
        raise NoText("It is binary, not text.")
    return text
