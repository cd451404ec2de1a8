"""Places that are only pointed at: "the region", "the base"."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from dateline.places.resolving.relative import sort_of
from dateline.reading.spot import Spot

Where = tuple[float, float, str]


def within_entries(found: Iterable[Spot], starts: Sequence[int]) -> Iterator[Spot]:
    """Yield the spots without those that point at a place which only another entry names.

    `starts` are the offsets at which entries begin. Who writes the next entry of a page does not
    point at what somebody wrote in the one above it.
    """
    named: dict[Where, int] = {}
    for spot in found:
        where = spot.place.lat, spot.place.lon, spot.place.level
        entry = bisect_right(starts, spot.at[0])
        if sort_of(spot.place.words) is None:
            named[where] = entry
        elif named.get(where) != entry:
            continue
        yield spot
