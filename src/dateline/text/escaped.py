"""Plain words as Markdown that shows exactly them: nothing in them is an instruction."""

import re
from typing import Final

# `&` would begin an entity, `<` a tag.
ANYWHERE: Final = re.compile(r"[\\`*_\[\]{}<>&~]")
AT_START: Final = re.compile(r"^(?:(\d{1,9})([.)])(?=\s|$)|([#>+=:|-]))", re.MULTILINE)
"""What makes a list, a heading, a quotation or a directive of a line."""
INDENTED: Final = re.compile(r"^[ \t]+", re.MULTILINE)
NAMED: Final = re.compile(r"\b(report|source|claim|incident|id)(?==)", re.IGNORECASE)
"""The ledger keeps an index of what texts name so: another's words may put nothing into it."""


def escaped(words: str) -> str:
    """Return words, of one line or several, as Markdown in which nothing of them is markup.

    Lines lose their indent, which would make code of them.
    """
    bare = ANYWHERE.sub(r"\\\g<0>", INDENTED.sub("", words))
    return AT_START.sub(_at_start, NAMED.sub(r"\1\\", bare))


def _at_start(found: re.Match[str]) -> str:
    number, dot, mark = found.groups()
    return f"{number}\\{dot}" if number else f"\\{mark}"
