"""What a process that reads opens once: the language pipeline and the gazetteer."""

from functools import cache
from pathlib import Path

from dateline.places import Gazetteer
from dateline.reading import Reader, Reading
from dateline.reading.pipeline import load
from dateline.server.reading.given import Given
from dateline.server.reading.lines import lines
from dateline.server.reading.texts import text_of


@cache
def reader(gazetteer: Path) -> Reader:
    """Return this process's reader, opened at the first text. Raises Missing, BadSource."""
    return Reader(load(), Gazetteer(gazetteer))


def read_text(text: str, given: Given, gazetteer: Path) -> Reading:
    """Read a text in this process."""
    return given.read(text, reader(gazetteer))


def read_file(path: Path, given: Given, gazetteer: Path) -> tuple[list[str], tuple[str, ...]]:
    """Return a file's claims as lines of JSON, and what was not read. Raises NoText."""
    found = read_text(text_of(str(path)), given, gazetteer)
    return list(lines(found)), found.unread
