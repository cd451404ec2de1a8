"""Places told by others: "southern countryside of Aleppo", "between A and B", "the town"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from dateline.places.feature_words import COUNTRYSIDES
from dateline.places.finding.extend import Stretch
from dateline.places.finding.heads import COMPASS
from dateline.places.finding.lexicon import words
from dateline.places.finding.tokens import Token

PARTS: Final = words("part") | frozenset(COUNTRYSIDES)
UNITS: Final = words("unit")
LEADING: Final = COMPASS | UNITS | {"the", "to", "far", "and", "rural", "immediate", "just"}
FARTHEST: Final = 10
"""Tokens before a name that may place something by it."""
BARE: Final = words("bare")
POINTING: Final = frozenset(("the", "this", "that"))
BETWEEN_THEM: Final = frozenset(
    ("same", "nearby", "neighbouring", "neighboring", "port", "capital")
)


def relatives(tokens: Sequence[Token], names: Sequence[Stretch]) -> list[Stretch]:
    """Return the relative stretches of a text: those that hold names, and those without."""
    found = [*_of_names(tokens, names), *_between(tokens, names)]
    inside = {n for first, last in names for n in range(first, last)}
    found += (bare for bare in _bare(tokens) if inside.isdisjoint(range(*bare)))
    return _apart(found)


def _apart(found: list[Stretch]) -> list[Stretch]:
    """Return the stretches without those that reach into a longer one."""
    kept: list[Stretch] = []
    for first, last in sorted(found, key=lambda s: (s[0], -s[1])):
        if not kept or first >= kept[-1][1]:
            kept.append((first, last))
    return kept


def _of_names(tokens: Sequence[Token], names: Sequence[Stretch]) -> Iterator[Stretch]:
    for first, last in names:
        start, end = _start(tokens, first), _end(tokens, last)
        if start < first or end > last:
            yield start, end


def _start(tokens: Sequence[Token], first: int) -> int:
    """Return where what places something by a name begins."""
    k = first - 1
    if k < 0:
        return first
    if tokens[k].low in COMPASS or tokens[k].low in COUNTRYSIDES:
        return k if k == 0 or tokens[k - 1].low not in COMPASS else k - 1
    if k and tokens[k].text == "the":
        k -= 1
    if k < 1 or tokens[k].text != "of" or tokens[k - 1].low not in PARTS:
        return first
    k -= 1
    least = max(0, first - FARTHEST)
    while k > least and (tokens[k - 1].low in LEADING or tokens[k - 1].text[0].isdigit()):
        k -= 1
    return k + 1 if tokens[k].low in ("to", "and") else k


def _end(tokens: Sequence[Token], last: int) -> int:
    """Return where "Aleppo's southern countryside" ends."""
    n = last
    while (
        n < len(tokens)
        and n - last < 3
        and (tokens[n].text in ("'s", "’s") or tokens[n].low in COMPASS)
    ):
        n += 1
    is_told = n < len(tokens) and tokens[n].low in COUNTRYSIDES and not tokens[n].opens
    return n + 1 if is_told else last


def _between(tokens: Sequence[Token], names: Sequence[Stretch]) -> Iterator[Stretch]:
    for (first, last), (after, end) in pairwise(names):
        opened = first > 0 and tokens[first - 1].low == "between"
        if opened and after == last + 1 and tokens[last].text == "and":
            yield first - 1, end


def _bare(tokens: Sequence[Token]) -> Iterator[Stretch]:
    """Give "the town", "this same village"; "the town of Foo" is none."""
    for n in range(len(tokens) - 1):
        if tokens[n].low not in POINTING:
            continue
        k = n + 2 if tokens[n + 1].low in BETWEEN_THEM else n + 1
        if k < len(tokens) and tokens[k].low in BARE and not _goes_on(tokens, k + 1):
            yield n, k + 1


def _goes_on(tokens: Sequence[Token], n: int) -> bool:
    return n < len(tokens) and tokens[n].low in ("of", "called", "named", "between")
