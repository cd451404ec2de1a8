"""Characters that cannot be stored, sent or shown honestly."""

import re
from typing import Final

# What XML forbids too: a feed that holds one of these is refused whole by its readers.
UNSTORABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# An override shows letters in another order than they are written: "gpj.exe" as "exe.jpg".
OVERRIDES: Final = re.compile("[\u202d\u202e]")
NEWLINE: Final = re.compile(r"\r\n?|\n")


def scrub(text: str) -> str:
    """Replace what cannot be stored by U+FFFD and take bidi overrides out; isolates stay."""
    return OVERRIDES.sub("", UNSTORABLE.sub("\ufffd", text))


def unstorable_lines(text: str) -> list[tuple[int, str]]:
    """List (1-based line, code point) of the first character per line that cannot be stored."""
    lines = enumerate(NEWLINE.split(text), start=1)
    found = ((number, UNSTORABLE.search(line)) for number, line in lines)
    return [(number, f"U+{ord(hit.group()):04X}") for number, hit in found if hit]
