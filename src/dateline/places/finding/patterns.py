"""Names that no gazetteer has, where the words around leave no doubt: "village of Kafr Foo"."""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from dateline.places.finding import heads
from dateline.places.finding.extend import Stretch, head_after
from dateline.places.finding.lexicon import words
from dateline.places.finding.runs import Run, is_capital
from dateline.places.finding.tokens import Token

LONGEST: Final = 4
"""Tokens of an unknown name; longer runs are titles and institutions."""
WHERE: Final = words("where")
LISTING: Final = frozenset((",", "and", "or"))


def unknown_names(
    tokens: Sequence[Token],
    runs: Collection[Run],
    loud: Sequence[bool],
    areas: Collection[int],
    taken: Collection[int],
) -> Iterator[Stretch]:
    """Give the stretches of unknown names.

    `areas` are tokens where a country or an area begins, `taken` those that names cover.
    """
    listed = -1
    for run in sorted(set(runs), key=lambda run: run.first):
        stretch = _inner(tokens, run)
        if loud[run.first] or not _may_be(tokens, stretch, taken):
            continue
        first, last = stretch
        if _is_settled(tokens, first) or (listed >= 0 and _follows(tokens, listed, first)):
            listed = last
            yield first, last + head_after(tokens, last, heads.SMALL_AFTER)
        elif head := head_after(tokens, last, heads.UNKNOWN_AFTER) or _has_head(tokens, stretch):
            yield first, last + (0 if _has_head(tokens, stretch) else head)
        elif _is_where(tokens, stretch, areas):
            yield stretch


def _inner(tokens: Sequence[Token], run: Run) -> Stretch:
    first = run.first
    while first < run.last and tokens[first].low in words("function"):
        first += 1
    return first, run.last


def _may_be(tokens: Sequence[Token], stretch: Stretch, taken: Collection[int]) -> bool:
    first, last = stretch
    if not 0 < last - first <= LONGEST or any(n in taken for n in range(first, last)):
        return False
    low = [token.low for token in tokens[first:last] if is_capital(token)]
    if len(low) == 1 and tokens[first].shape == "upper":
        return False
    if low[0] in words("calendar") or low[0] in words("title") or low[0] in words("first"):
        return False
    strange = (words("organisation"), words("office"), words("ailment"))
    if any(word in kind for word in low for kind in strange):
        return False
    return not all(word in words("common") for word in low) or _has_head(tokens, stretch) == 1


def _is_settled(tokens: Sequence[Token], first: int) -> bool:
    """Tell of "the village of", "a suburb called"."""
    k = first - 1
    if k < 1 or tokens[k].low not in ("of", "called", "named"):
        return False
    return tokens[k - 1].shape == "small" and tokens[k - 1].low in heads.SETTLED


def _follows(tokens: Sequence[Token], listed: int, first: int) -> bool:
    """Tell whether only list signs stand between a listed name and this one."""
    between = tokens[listed:first]
    return 0 < len(between) <= 2 and all(token.text in LISTING for token in between)


def _has_head(tokens: Sequence[Token], stretch: Stretch) -> int:
    """Return 1 where the name bears its head within: "Eastern Creek", "Fort Foo"."""
    first, last = stretch
    if last - first < 2:
        return 0
    return int(tokens[last - 1].low in heads.AFTER or tokens[first].low in heads.BEFORE)


def _is_where(tokens: Sequence[Token], stretch: Stretch, areas: Collection[int]) -> bool:
    first, last = stretch
    if not first or tokens[first - 1].low not in WHERE or last + 1 >= len(tokens):
        return False
    return tokens[last].text == "," and last + 1 in areas
