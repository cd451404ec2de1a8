"""How alike two spellings are, where neither folding nor transliteration makes them one."""

from typing import Final

COST: Final = 0.25
"""What a wrong letter costs in a name of one letter."""
LONG: Final = 10
"""Letters; in a name as long two may be wrong."""
SHORTEST: Final = 5
"""Letters; one wrong letter in four is another name."""


def likeness(ours: str, theirs: str) -> float:
    """Return 0 to 1: one, less what each letter that differs costs; zero where too many do.

    Counted as by Damerau (1964): a letter changed, dropped, added or swapped with the next.
    """
    longest = max(len(ours), len(theirs))
    if min(len(ours), len(theirs)) < SHORTEST or ours[0] != theirs[0]:
        return 0.0
    allowed = 1 if longest < LONG else 2
    off = _apart(ours, theirs, allowed)
    return 1 - COST * off / longest if off <= allowed else 0.0


def _apart(ours: str, theirs: str, most: int) -> int:
    """Return how many letters to change, drop, add or swap; more than `most` is not told."""
    if abs(len(ours) - len(theirs)) > most:
        return most + 1
    before, last = list(range(len(theirs) + 1)), [0] * (len(theirs) + 1)
    for n, a in enumerate(ours, 1):
        row = [n]
        for m, b in enumerate(theirs, 1):
            cost = min(before[m] + 1, row[m - 1] + 1, before[m - 1] + (a != b))
            if n > 1 and m > 1 and a == theirs[m - 2] and ours[n - 2] == b:
                cost = min(cost, last[m - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        last, before = before, row
    return before[-1]
