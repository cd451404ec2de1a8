"""Blocks: strings that claims about one happening share, so that a new claim meets only its own.

A claim is kept under `keys`, and asks for the claims under its `asked`. A firm claim (a point good
to 8 km) lies in cells of 28 km, a vague one (a governorate) in cells of a degree; each looks a
little beyond its own circle and days. What has no date, no point or no place at all asks by the
rest: only such a claim reads the keys of all days, so that others stay cheap.

| key | who is under it | who asks for it |
|---|---|---|
| `c CELL` | firm | firm |
| `w CELL` | firm, by wide cells | vague |
| `W CELL` | vague | firm, vague |
| `n NAME` | who has a name | who has a name and no point |
| `N NAME` | who has a name and no point | who has a name |
| `t TOLL` | who has a telling toll | who has one and no place |
| `T TOLL` | who has one and no place | who has a telling toll |

Each key is bound to a day (`c CELL DAY`), and stands a second time without one for those who have
no date; they themselves are under `c- CELL`, which everybody asks for. Cells of the keys that are
bound to no day are smaller.
"""

from collections.abc import Iterable, Iterator, Sequence
from math import cos, floor, radians
from typing import Final

from dateline.weighing.grouping.naming import name_key
from dateline.weighing.grouping.signature import Signature

FIRM_M: Final = 8_000
"""The widest radius of a claim that says where."""
VAGUE_M: Final = 100_000
"""Beyond this a point says no more than a country: the claim has no place."""
BEYOND_M: Final = 1_000
"""How far beyond its own circle a claim looks."""
BEYOND_DAYS: Final = 2
LONGEST_DAYS: Final = 3
"""A longer interval says no day."""
DAILY: Final = 0.25
FINE: Final = 0.1
WIDE: Final = 1.0
"""Sides of the cells, in degrees of latitude."""
TELLING: Final = 5
"""A smaller toll is shared by too many claims to find one by it."""
MOST_NAMES: Final = 2
DEGREE_M: Final = 111_195


def is_firm(signature: Signature) -> bool:
    """Whether a claim says both where, to some kilometres, and when, to some days."""
    return _reach(signature) == "firm" and bool(days(signature))


def keys(signature: Signature) -> frozenset[str]:
    """Return the keys that a claim is kept under, as index rows: at most 64."""
    return frozenset(_kept(signature))


def asked(signature: Signature) -> frozenset[str]:
    """Return the keys under which a claim finds whatever may be about the same happening.

    At most 100; those that find nobody cost one look into an index.
    """
    return frozenset(_asked(signature))


def days(signature: Signature, beyond: int = 0) -> range:
    """Return the days of a claim, as ordinals; empty where it names none, or a long period."""
    first, last = signature.first, signature.last
    if first is None or last is None or last - first >= LONGEST_DAYS:
        return range(0)
    return range(first - beyond, last + 1 + beyond)


def _kept(it: Signature) -> Iterator[str]:
    on, reach, names, told = days(it), _reach(it), _names(it), _telling(it)
    if reach == "firm":
        yield from _under("c", _cells(it, DAILY if on else FINE), on)
        yield from _dateless("c", _cells(it, FINE) if on else ())
        yield from _bound("w", _centre(it), on)
    elif reach == "vague":
        yield from _bound("W", _cells(it, WIDE), on)
    yield from _bound("n", names, on)
    yield from _bound("N", names if not reach else (), on)
    yield from _bound("t", told, on)
    yield from _bound("T", told if not reach and not names else (), on)


def _asked(it: Signature) -> Iterator[str]:
    on, reach, names, told = days(it, BEYOND_DAYS), _reach(it), _names(it), _telling(it)
    if reach == "firm":
        yield from _under("c", _cells(it, DAILY), on) if on else _dateless("c", _cells(it, FINE))
        yield from _under("c", _cells(it, FINE), range(0))
        yield from _sought("W", _centre(it), on)
    elif reach == "vague":
        yield from _sought("w", _cells(it, WIDE), on)
        yield from _sought("W", _cells(it, WIDE), on)
    elif names:
        yield from _sought("n", names, on)
    else:
        yield from _sought("t", told, on)
    yield from _sought("N", names, on)
    yield from _sought("T", told, on)


def _bound(sort: str, what: Sequence[str], on: range) -> Iterator[str]:
    """Give the keys of a claim: bound to its days, and once more to none."""
    yield from _under(sort, what, on)
    yield from _dateless(sort, what if on else ())


def _sought(sort: str, what: Sequence[str], on: range) -> Iterator[str]:
    """Give the keys to ask for: of its days, or of any where it has none; and of those without."""
    yield from _under(sort, what, on) if on else _dateless(sort, what)
    yield from _under(sort, what, range(0))


def _under(sort: str, what: Iterable[str], on: range) -> Iterator[str]:
    if on:
        return (f"{sort} {each} {day}" for each in what for day in on)
    return (f"{sort}- {each}" for each in what)


def _dateless(sort: str, what: Iterable[str]) -> Iterator[str]:
    return (f"{sort} {each}" for each in what)


def _reach(it: Signature) -> str:
    if it.lat is None or it.radius_m > VAGUE_M:
        return ""
    return "firm" if it.radius_m <= FIRM_M else "vague"


def _names(it: Signature) -> list[str]:
    found = filter(None, map(name_key, it.names))
    return list(dict.fromkeys(key[:40] for key in found))[:MOST_NAMES]


def _telling(it: Signature) -> list[str]:
    found = (f"{category}={low}" for category, low, _ in it.tolls if (low or 0) >= TELLING)
    return sorted(set(found))[:MOST_NAMES]


def _centre(it: Signature) -> list[str]:
    return [_cell(it.lat or 0.0, it.lon or 0.0, WIDE)]


def _cells(it: Signature, side: float) -> list[str]:
    """Return the cells that a circle touches."""
    lat, lon, high = it.lat or 0.0, it.lon or 0.0, (it.radius_m + BEYOND_M) / DEGREE_M
    wide, count = high / max(0.01, cos(radians(lat))), int(2 * high / side) + 1
    steps = [2 * n / count - 1 for n in range(count + 1)]
    return sorted({_cell(lat + a * high, lon + b * wide, side) for a in steps for b in steps})


def _cell(lat: float, lon: float, side: float) -> str:
    """Return the name of a cell; towards the poles, where degrees shrink, it has more of them."""
    row = floor(max(-90.0, min(90.0, lat)) / side)
    east = (lon + 180) % 360 * max(0.01, cos(radians(row * side)))
    return f"{row}/{floor(east / side)}"
