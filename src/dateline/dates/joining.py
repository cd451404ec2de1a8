"""Puts together what stands side by side: a day and its hour, the two ends of a range."""

from collections.abc import Callable

from dateline.dates.found import Found
from dateline.dates.hours import borrowed, day_and_time
from dateline.dates.leading import led
from dateline.dates.scene import Scene
from dateline.dates.stretches import stretch
from dateline.dates.tokens import Tokens

Combine = Callable[[Found, Found, Tokens], Found | None]


def join(found: list[Found], tokens: Tokens, scene: Scene) -> list[Found]:
    """Return the readings with hours on their days, ranges made of their ends, and since when."""
    timed = _pairwise(found, tokens, day_and_time)
    joined = _pairwise(timed, tokens, stretch)
    ends = [0, *(one.end for one in joined)]
    return [led(one, end, tokens, scene) for one, end in zip(joined, ends, strict=False)]


def _pairwise(found: list[Found], tokens: Tokens, combine: Combine) -> list[Found]:
    joined: list[Found] = []
    for one in reversed(found):
        if not joined:
            joined.append(one)
        elif both := _combined(one, joined[-1], tokens, combine):
            joined[-1] = both
        else:
            joined.append(borrowed(one, joined[-1], tokens))
    return joined[::-1]


def _combined(one: Found, two: Found, tokens: Tokens, combine: Combine) -> Found | None:
    try:
        return combine(one, two, tokens)
    except (ValueError, OverflowError):  # outside the calendar: they stay apart
        return None
