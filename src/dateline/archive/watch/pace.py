"""When to look again: after a failure, after a success, and at what is already kept.

| what happened                        | the next look                                             |
|--------------------------------------|-----------------------------------------------------------|
| failure n in a row (the first is 0)  | 5 min · 2ⁿ, at most 1 day, spread by ± 10 % by id         |
| one new item                         | half of the last interval                                 |
| several new items                    | a quarter of it                                           |
| nothing new                          | one and a half times it                                   |
| a kept address                       | 1 h, 6 h, 1 d, 3 d, 7 d, 30 d after it was kept, then     |
|                                      | every 30 d                                                |

An interval lies between 5 minutes and 6 hours. A source that posts every T is so looked at about
every T/3. Whatever the address itself asks for (`asked`) is waited for, up to 6 hours.
"""

import hashlib
from datetime import datetime, timedelta
from typing import Final

SHORTEST: Final = timedelta(minutes=5)
LONGEST: Final = timedelta(hours=6)
FAILED_LONGEST: Final = timedelta(days=1)
START: Final = timedelta(minutes=15)
"""The interval after the first look."""

SPREAD: Final = 0.1
AGAIN: Final = tuple(timedelta(hours=hours) for hours in (1, 6, 24, 72, 168, 720))
MONTH: Final = AGAIN[-1]


def after_failure(earlier: int, *, name: str, asked: timedelta | None = None) -> timedelta:
    """Return the wait after a failure, `earlier` of which came right before it.

    The spread keeps watches that failed together, as in an outage, from coming back together.
    """
    doubled = min(SHORTEST * (1 << min(max(earlier, 0), 10)), FAILED_LONGEST)
    draw = hashlib.sha256(f"{name} {earlier}".encode("utf-8", "surrogatepass")).digest()
    share = int.from_bytes(draw[:4], "big") / 0xFFFFFFFF
    spread = doubled * (1 - SPREAD + 2 * SPREAD * share)
    return min(max(spread, asked or SHORTEST, SHORTEST), FAILED_LONGEST)


def after_success(interval: timedelta, new: int, *, asked: timedelta | None = None) -> timedelta:
    """Return the next interval: shorter where news came, longer where none did."""
    factor = 1.5 if new == 0 else 0.5 if new == 1 else 0.25
    wanted = min(max(interval, SHORTEST), LONGEST) * factor
    return min(max(wanted, asked or SHORTEST, SHORTEST), LONGEST)


def look_again_at(kept_at: datetime, now: datetime) -> datetime:
    """Return the next moment, after now, at which a kept address is looked at again."""
    age = now - kept_at
    for wait in AGAIN:
        if age < wait:
            return kept_at + wait
    return kept_at + MONTH * (age // MONTH + 1)
