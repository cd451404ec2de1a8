"""Texts out of files and the input; what is none is refused in plain words."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

LONGEST: Final = 5_000_000
"""Bytes."""


class NoText(Exception):  # noqa: N818  it is not our error
    """What was given cannot be read; its words say why."""


def text_of(name: str) -> str:
    """Return the text of a file, or of the input where the name is "-", line ends as they are.

    Raises NoText for what is no file, too long, or not UTF-8.
    """
    with opened(name) as file:
        return decoded(file.read(LONGEST + 1))


@contextmanager
def opened(name: str) -> Iterator[BinaryIO]:
    """Open a file, or the input where the name is "-". Raises NoText where there is none."""
    if name == "-":
        yield sys.stdin.buffer
        return
    path = Path(name)
    if not path.is_file():  # a pipe or a device would be waited for without end
        raise NoText("There is no such file." if not path.exists() else "It is no plain file.")
    try:
        with path.open("rb") as file:
            yield file
    except OSError as error:
        raise NoText(f"It cannot be read: {error.strerror}.") from None


def decoded(content: bytes) -> str:
    """Return the text of bytes; offsets count its code points. Raises NoText as `text_of` does."""
    if len(content) > LONGEST:
        raise NoText(f"It is longer than {LONGEST // 1_000_000} MB. Cut it first.")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        raise NoText("It is not UTF-8 text.") from None
