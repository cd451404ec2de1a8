"""A time expression as it was found, and what it means."""

from dataclasses import dataclass
from typing import Literal

from dateline.codebook import When

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True)
class Expression:
    """Where it stands, in code points, and how it was resolved."""

    start: int
    end: int
    words: str
    when: When
    timex_type: TimexType
    timex_value: str
    """In the field's notation: 2015-W43, 2015-10-20TNI, P2W, PAST_REF; a range's beginning."""
    timex_mod: str = ""
    """START, MID or END for "early", "mid", "late"; otherwise empty."""
