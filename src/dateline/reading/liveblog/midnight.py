"""Pages whose bare clocks run over midnight: the hours of one side are of another day."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Final

from dateline.reading.liveblog.times import day_of
from dateline.reading.structure.stamps import iso as iso_of

DAY: Final = 24 * 60
LONGEST_GAP: Final = 12 * 60
"""Minutes between the entries on both sides of midnight."""
NEAR: Final = 3 * 60
"""The same where one stands alone on its side: an entry that is kept on top is of any hour."""
FEWEST: Final = 3
CLOCK: Final = "T"


def over_midnight(
    told: Mapping[int, str | None], words: Mapping[int, str], day: date
) -> dict[int, str | None]:
    """Return what stamps tell, those beyond midnight on their own day.

    `told` is what each tells in ISO 8601 and `words` what it says, by where it begins. Nothing
    changes where one names its day, or the clocks do not run one way but for one step. The page's
    day is that of the side with more entries, and of the earlier one where both have as many.
    """
    said = {at: told[at] or iso_of(words[at], day.isoformat()) or "" for at in sorted(told)}
    known = {at: one for at, one in said.items() if CLOCK in one and day_of(one)}
    clocks = {at: datetime.fromisoformat(one) for at, one in known.items()}
    names_its_day = any(iso_of(words[at], None) for at in clocks)
    if names_its_day or len({one.date() for one in clocks.values()}) != 1:
        return dict(told)
    places = list(clocks)
    after = _later([one.hour * 60 + one.minute for one in clocks.values()])
    later = [places[n] for n in after]
    earlier = places[: after.start] + places[after.stop :] if later else []
    moved, days = (later, 1) if len(later) <= len(earlier) else (earlier, -1)
    return dict(told) | {at: (clocks[at] + timedelta(days)).isoformat() for at in moved}


def _later(minutes: Sequence[int]) -> range:
    """Return which entries are of the day after the others'; none where all are of one day."""
    steps = [after - before for before, after in pairwise(minutes)]
    for way in (1, -1):  # a page that falls, a page that rises
        against = [at for at, step in enumerate(steps, 1) if step * way > 0]
        in_a_day = len(minutes) >= FEWEST and (minutes[-1] - minutes[0]) * way > 0
        if in_a_day and len(against) == 1:
            at = against[0]
            alone = min(at, len(minutes) - at) == 1
            gap = DAY - abs(steps[at - 1])
            later = range(at) if way == 1 else range(at, len(minutes))
            return later if gap < (NEAR if alone else LONGEST_GAP) else range(0)
    return range(0)
