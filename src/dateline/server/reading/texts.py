"""Texts to read, out of files and the input; what is none is refused in plain words."""

import sys
from pathlib import Path
from typing import Final

from dateline.archive.extract.sniff import binary_type, text_type

LONGEST: Final = 5_000_000
"""Bytes."""
BY_CAPTURE: Final = (
    "Keep it with `dateline capture`, which takes the text out; then read its report."
)


class NoText(Exception):  # noqa: N818  it is not our error
    """What was given cannot be read; its words say why."""


def text_of(name: str) -> str:
    """Return the text of a file, or of the input where the name is "-", line ends as they are.

    Raises NoText for what is no file, too long, not UTF-8, binary, or a web page.
    """
    try:
        return decoded(_bytes(name))
    except OSError as error:
        raise NoText(f"It cannot be opened: {error.strerror}.") from None


def _bytes(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read(LONGEST + 1)
    path = Path(name)
    if not path.is_file():  # a pipe or a device would be waited for without end
        raise NoText("There is no such file." if not path.exists() else "It is no plain file.")
    with path.open("rb") as file:
        return file.read(LONGEST + 1)


def decoded(content: bytes) -> str:
    """Return the text of bytes; offsets count its code points. Raises NoText as `text_of` does."""
    if len(content) > LONGEST:
        raise NoText(f"It is longer than {LONGEST // 1_000_000} MB. Cut it first.")
    if media_type := binary_type(content):
        raise NoText(f"It is no text ({media_type}). {BY_CAPTURE}")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        raise NoText("It is not UTF-8 text.") from None
    kind = text_type(text) if text.strip() else ""
    if kind == "text/html":
        raise NoText(f"It is a web page (HTML), not its text. {BY_CAPTURE}")
    if "\0" in text or kind == "application/octet-stream":
        raise NoText("It is binary, not text.")
    return text
