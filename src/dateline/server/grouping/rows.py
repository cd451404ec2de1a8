"""Flat rows: one claim with plain fields, as event tables have them."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from dateline.codebook import CATEGORIES
from dateline.codebook.claim_json import degrees, text, whole
from dateline.codebook.events import EVENTS
from dateline.server.grouping.parties import parties_of
from dateline.weighing.grouping import Signature

FARTHEST_M: Final = 20_100_000
"""Half the way around the globe."""
CODES: Final[Mapping[str, str]] = MappingProxyType(
    {code.replace("_", ""): code for code in EVENTS if code != "other"}
)
Row = Mapping[str, Any]


def id_of(row: Row, number: int) -> str:
    """Return a claim's id under "claim" or "id"; its line's number where it has none."""
    told = row.get("claim", row.get("id"))
    if told is None:
        return str(number)
    if isinstance(told, bool) or not isinstance(told, str | int) or told == "":
        raise ValueError("its id is neither text nor a whole number")
    return text(str(told), "its id")


def row_signature(row: Row, own: str) -> Signature:
    """Return the claim of a row: place, lat, lon, radius_m, date, event, actor, tolls by category.

    Any may be null or absent; other fields are passed over. Raises ValueError for what cannot be
    meant.
    """
    lat, lon = _number(row, "lat", 90), _number(row, "lon", 180)
    if (lat is None) != (lon is None):
        raise ValueError("lat and lon belong together")
    days = _days(_text(row, "date"))
    name, actor = _text(row, "place"), _text(row, "actor")
    return Signature(
        id=own,
        report=_text(row, "report"),
        lat=lat,
        lon=lon,
        radius_m=_radius(row),
        names=(name[:200],) if name else (),
        first=days and days[0],
        last=days and days[1],
        event=_code(_text(row, "event")),
        parties=parties_of(actor) if actor else frozenset(),
        tolls=tuple(_tolls(row)),
    )


def _text(row: Row, field: str) -> str:
    value = row.get(field)
    return "" if value is None else text(value, field)


def _number(row: Row, field: str, limit: int) -> float | None:
    value = row.get(field)
    return None if value is None else float(degrees(limit)(value, field))


def _radius(row: Row) -> float:
    value = row.get("radius_m")
    if value is None:
        return 0.0
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError("radius_m is no number")
    if not 0 <= value <= FARTHEST_M:
        raise ValueError("radius_m is no distance on the globe")
    return float(value)


def _days(told: str) -> tuple[int, int] | None:
    """Return the days of "2015-10-20" or "2015-10-19/2015-10-20"."""
    if not told:
        return None
    first, _, last = told.partition("/")
    try:
        found = [date.fromisoformat(day).toordinal() for day in (first, last or first)]
    except ValueError:
        raise ValueError(f"date is no day: {told[:40]!r}") from None
    if found[0] > found[1]:
        raise ValueError(f"date ends before it begins: {told[:40]!r}")
    return found[0], found[1]


def _code(words: str) -> str | None:
    """Return the code that words are, however they are joined: "Air strikes" is air_strike."""
    bare = "".join(filter(str.isalpha, words.casefold()))
    return CODES.get(bare) or CODES.get(bare.removesuffix("s"))


def _tolls(row: Row) -> list[tuple[str, int, int]]:
    found = [(category, row[category]) for category in CATEGORIES if row.get(category) is not None]
    return [(category, whole(value, category), value) for category, value in found]
