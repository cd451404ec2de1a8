"""How names stand side by side in a sentence: one inside the other, or in a list of their like."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from dateline.codebook import LEVELS, Level
from dateline.places.abbreviations import following
from dateline.places.mention import Mention
from dateline.places.names import key

INSIDE: Final = re.compile(r"\s*(?:,|\(|،|,? in (?:the )?|,? part of )\s*(?:the )?")
"""What stands between a place and the area that it is in."""
LISTED: Final = re.compile(r"\s*(?:,|،|/|;)?\s*(?:(?:and|or|&|и|или|та|و)\s+)?(?:the )?")
"""What stands between two of a list."""
SHORT_LIST: Final = 3


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands beside a mention."""

    within: str = ""
    """The key of the area that is named with it."""
    lists: frozenset[int] = frozenset()


def standings(mentions: Sequence[Mention], tops: Mapping[str, Level]) -> Iterator[Standing]:
    """Give for each mention what stands beside it; `tops` has each key's likeliest level."""
    keys = [key(mention.name) for mention in mentions]
    gaps = [_gap(one, other) for one, other in pairwise(mentions)]
    lists = _lists(keys, gaps, tops)
    for n, mention in enumerate(mentions):
        if n < len(gaps) and INSIDE.fullmatch(gaps[n]):
            outer = _named_in(mentions, n + 1, keys, tops)
            apart = lists[n].isdisjoint(lists[n + 1])
            inside = apart and _may_hold(tops.get(keys[n]), tops.get(keys[outer]))
            yield Standing(keys[outer] if inside else "", lists[n])
        else:
            area = following(mention.after)
            yield Standing(key(area.name) if area else "", lists[n])


def _named_in(
    mentions: Sequence[Mention], n: int, keys: Sequence[str], tops: Mapping[str, Level]
) -> int:
    """Return the number of the name inside a phrase that nothing is called: "eastern Congo"."""
    inside = n + 1 < len(mentions) and mentions[n + 1].end <= mentions[n].end
    return n + 1 if inside and keys[n] not in tops else n


def _gap(one: Mention, other: Mention) -> str:
    """Return what stands between two mentions; a full stop where they are far apart."""
    between = other.start - one.end
    return one.after[:between] if 0 <= between <= len(one.after) else "."


def _may_hold(inner: Level | None, outer: Level | None) -> bool:
    """Tell whether a place may lie in what is named after it: a country lies in none."""
    return outer is not None and not (inner == outer == "country")


def _lists(
    keys: Sequence[str], gaps: Sequence[str], tops: Mapping[str, Level]
) -> list[frozenset[int]]:
    """Number the runs of three or more neighbours of one level: "Iowa, Kansas and Ohio"."""
    found: list[frozenset[int]] = [frozenset()] * len(keys)
    start = 0
    for n in range(1, len(keys) + 1):
        if n < len(keys) and _alike(tops, keys[n - 1], keys[n]) and LISTED.fullmatch(gaps[n - 1]):
            continue
        if n - start >= SHORT_LIST:
            found[start:n] = [frozenset((start,))] * (n - start)
        start = n
    return found


def _alike(tops: Mapping[str, Level], one: str, other: str) -> bool:
    """Tell whether two names are likely of one sort: areas with areas, towns with towns."""
    a, b = tops.get(one), tops.get(other)
    return a is not None and b is not None and _sort(a) == _sort(b)


def _sort(level: Level) -> str:
    return "settled" if LEVELS.index(level) <= LEVELS.index("city") else level
