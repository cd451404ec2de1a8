"""Foreign words, made fit to be stored and shown."""

import re
from typing import Final

from dateline.archive.extract.values import MOST_TEXT

# A NUL ends a string in many programs, a lone surrogate cannot be written as UTF-8.
UNSTORABLE: Final = re.compile("[\x00\ud800-\udfff]")
CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
# Directions reach beyond their own field and turn what stands beside it: "gpj.exe" reads "exe.jpg".
DIRECTIONS: Final = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\u200b]")
BLANKS: Final = re.compile(r"[^\S\n]+\n")
GAPS: Final = re.compile(r"\n{3,}")


def one_line(value: object, most: int) -> str:
    """Return a title, a name or a summary as one line of at most so many characters."""
    if not isinstance(value, str):
        return ""  # JSON-LD has numbers and lists where names are expected
    # Cut before cleaning too: what is thrown away needs no work.
    kept = UNSTORABLE.sub("", value[: most * 20])
    kept = DIRECTIONS.sub("", CONTROLS.sub(" ", kept))
    return " ".join(kept.split())[:most].rstrip()


def whole_text(value: str) -> str:
    """Return a main text of at most MOST_TEXT characters; its own lines and directions stay."""
    kept = UNSTORABLE.sub("", value[: MOST_TEXT * 2].replace("\r\n", "\n").replace("\r", "\n"))
    kept = GAPS.sub("\n\n", BLANKS.sub("\n", CONTROLS.sub("", kept)))
    return kept.strip()[:MOST_TEXT]
