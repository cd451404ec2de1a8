"""How alike two spellings are, where neither folding nor transliteration makes them one."""

from typing import Final

LEAST: Final = 0.55
"""Shared runs of three letters, of all: below this the two are two places."""
SHORTEST: Final = 5
"""Letters; one wrong letter in four is another name."""


def likeness(ours: str, theirs: str) -> float:
    """Return 0 to 1: shared runs of three letters (Dice), zero where too many letters differ."""
    if min(len(ours), len(theirs)) < SHORTEST or ours[0] != theirs[0]:
        return 0.0
    a, b = _grams(ours), _grams(theirs)
    shared = 2 * len(a & b) / (len(a) + len(b))
    if shared < LEAST:
        return 0.0
    allowed = 1 if max(len(ours), len(theirs)) < 9 else 2
    return shared if _apart(ours, theirs, allowed) <= allowed else 0.0


def _grams(word: str) -> set[str]:
    padded = f"  {word} "
    return {padded[n : n + 3] for n in range(len(padded) - 2)}


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
