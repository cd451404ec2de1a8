"""The two ends of a range: "from Monday to Wednesday", "30 September to 20 October"."""

import re
from dataclasses import replace
from typing import Final

from dateline.dates import period, spans
from dateline.dates.found import Found
from dateline.dates.hit import pattern
from dateline.dates.kinds import KINDS
from dateline.dates.period import Period
from dateline.dates.sense import Sense
from dateline.dates.tokens import Tokens

LINK: Final = re.compile(pattern("(to|until|dash)(on|the)?"))
BOTH: Final = re.compile(pattern("and(on|the)?"))
PAIRED: Final = ("day", "week", "month", "quarter", "year", "decade", "century")


def stretch(one: Found, two: Found, tokens: Tokens) -> Found | None:
    """Return both as one, where they are the ends of a range."""
    first, last = one.sense, two.sense
    if not _linked(one, two, tokens) or first.kind != "DATE" or last.kind != "DATE":
        return None
    if not first.period or not last.period or first.period.unit != last.period.unit:
        return None
    if first.period.unit not in PAIRED:
        return None
    both = _both(first, first.period, last, last.period)
    basis = first.basis if last.basis == "text" else last.basis
    sense = both and replace(first, period=both, value=both.timex, basis=basis)
    return Found(one.start, two.end, sense) if sense else None


def _linked(one: Found, two: Found, tokens: Tokens) -> bool:
    gap = one.gap(two, tokens)
    if gap == KINDS["dash"] and tokens.kinds[two.start] == KINDS["the"]:
        return False  # "April 29 — the last day": an aside
    between = tokens.kinds[max(0, one.start - 1) : one.start] == KINDS["between"]
    return bool(LINK.fullmatch(gap) or (between and BOTH.fullmatch(gap)))


def _both(first: Sense, begin: Period, last: Sense, end: Period) -> Period | None:
    """Return the range; a beginning without a year takes the year of the end, or the one before."""
    if begin.first is None or end.last is None or first.basis == "text":
        return spans.between(begin, end)
    if last.basis == "text":
        begin = _moved(begin, "year", end.ends.year - begin.begins.year)
    if begin.begins > end.ends:
        near = (begin.begins - end.ends).days < 7
        begin = _moved(begin, "week" if near else "year", -1)
    return spans.between(begin, end)


def _moved(whole: Period, unit: str, count: int) -> Period:
    return period.holding(whole.unit, period.moved(whole.begins, unit, count))
