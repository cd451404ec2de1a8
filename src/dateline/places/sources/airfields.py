"""Airfields of the world, as the package airportsdata has them, with the names that reports use."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final

from dateline.places.entry import Entry
from dateline.places.levels import KIND_RADIUS

SOURCE: Final = "airportsdata (MIT)"


def airfields(rows: Iterable[Mapping[str, Any]]) -> Iterator[Entry]:
    """Give the airfields; those known by other names than the register's carry them too."""
    for row in rows:
        if not row["name"].strip():
            continue
        names = (*aliases().get(row["icao"], ()), row["icao"])
        yield Entry(
            id=f"icao:{row['icao']}",
            name=row["name"],
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            level="feature",
            radius_m=KIND_RADIUS["airfield"],
            names=(*filter(None, names), *_short(row)),
            kind="airfield",
            country=row["country"],
            parent=row["country"],
            admin=tuple(filter(None, (row["subd"].replace("-", " "),))),
            source=SOURCE,
        )


def _short(row: Mapping[str, Any]) -> Iterator[str]:
    """Give the name without the word for what it is: reports say "Shayrat" and "Shayrat airbase".

    Private strips without a code in use keep the word: there are thousands, named as towns are.
    """
    base, _, word = row["name"].removesuffix("port").removesuffix(" Base").rpartition(" Air")
    if base and not word and (row["iata"] or row["name"].endswith("Base")):
        yield base
        yield base + (" airbase" if row["name"].endswith("Base") else " airport")


@lru_cache(maxsize=1)
def aliases() -> dict[str, tuple[str, ...]]:
    """Return other names of known airfields, from data/airfields.csv."""
    text = (files("dateline.places") / "data" / "airfields.csv").read_text(encoding="utf-8")
    return {
        row["icao"]: tuple(row["aliases"].split("|")) for row in csv.DictReader(text.split("\n"))
    }
