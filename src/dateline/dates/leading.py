"""The words before a date that change it: "since", "until", "early", "late"."""

import re
from dataclasses import replace
from typing import Final

from dateline.dates import spans
from dateline.dates.found import Found
from dateline.dates.hit import pattern
from dateline.dates.kinds import KINDS
from dateline.dates.period import Period
from dateline.dates.scene import Scene
from dateline.dates.tokens import Tokens

LEADING: Final = re.compile(
    pattern("(?:(since|until) (the|on)?)?(?:(the? (mod|earlier|later)) (dash|of|in|on|the){0,2})?$")
)
MODS: Final = ("START", "MID", "END")
REACH: Final = 6
SINCE, UNTIL, MOD = (KINDS[kind] for kind in ("since", "until", "mod"))


def led(one: Found, free_from: int, tokens: Tokens, scene: Scene) -> Found:
    """Return the reading with the words before it taken in."""
    whole = one.sense.period
    if one.sense.kind not in ("DATE", "TIME") or whole is None:
        return one
    match = LEADING.search(tokens.kinds, max(free_from, one.start - REACH), one.start)
    if match is None or not match.group():
        return one
    mod = ""
    if MOD in match.group() and one.sense.kind == "DATE":
        which = _which(match.start(), one.start, tokens)
        whole, mod = spans.third(whole, which), MODS[which]
    found = one._replace(start=match.start(), sense=replace(one.sense, period=whole, mod=mod))
    return _open_ended(found, match.group()[0], whole, scene)


def _open_ended(found: Found, led_by: str, whole: Period, scene: Scene) -> Found:
    """Read "since" up to the day of the report; neither it nor "until" keeps an hour."""
    if led_by == SINCE and whole.unit != "span":
        whole = spans.since(whole, scene.today) or whole
        return found._replace(sense=replace(found.sense, period=whole, basis="report", clocks=()))
    if led_by == UNTIL and whole.last:
        return found._replace(sense=replace(found.sense, period=spans.until(whole), clocks=()))
    return found


def _which(start: int, end: int, tokens: Tokens) -> int:
    """Return which third the word means: early, middle or late."""
    found = (tokens.values.get(at) for at in range(start, end) if tokens.kinds[at] == MOD)
    value = next(found, 0)
    return value if isinstance(value, int) else 0
