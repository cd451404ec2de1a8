"""Words of a page as a directive's value, where they can stand as one."""

import re
from typing import Final

BREAKS_A_VALUE: Final = re.compile(r'[="\\{}]')


def as_value(words: str) -> str:
    """Return words as they can stand in a directive; "" where something in them could break it."""
    return "" if BREAKS_A_VALUE.search(words) else words
