"""The newsroom's own places: a CSV or a GeoJSON that somebody keeps by hand.

Columns, or properties: `name`, `lat` and `lon` are needed (GeoJSON has its geometry instead);
`aliases` (with | between), `level`, `radius_m`, `kind`, `country`, `admin` (with | between, from
the nearest outwards), `population` and `id` may be there. A row that cannot be read is skipped and
named by its line.
"""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from dateline.codebook import LEVELS, Level
from dateline.places.entry import BadSource, Entry, Ring, on_earth
from dateline.places.levels import box_radius_m, radius_m
from dateline.places.names import key
from dateline.places.outline import middle, simplified

MOST_BYTES: Final = 200_000_000
NEEDED: Final = ("name", "lat", "lon")
ROW_ERRORS: Final = (*(ValueError, KeyError, TypeError, IndexError, OverflowError, RecursionError),)
WIDEST: Final = 5_000_000
"""Metres; no place is wider than a quarter of the earth."""
Row = Mapping[str, Any]


def table(path: Path, layer: str = "", bad: list[str] | None = None) -> Iterator[Entry]:
    """Give the places of a CSV, in UTF-8, with commas, semicolons or tabs."""
    text = _text(path)
    head = text.partition("\n")[0]
    mark = max(",;\t", key=head.count)
    reader = csv.DictReader(text.splitlines(), delimiter=mark, strict=True)
    columns = [str(name).strip().lower() for name in reader.fieldnames or ()]
    reader.fieldnames = columns
    if missing := [name for name in NEEDED if name not in columns]:
        raise BadSource(f"{path.name} has no column {', '.join(missing)}.")
    try:
        yield from entries(
            ((reader.line_num, row) for row in reader), layer or path.stem, path, bad
        )
    except csv.Error as error:
        raise BadSource(f"{path.name}, line {reader.reader.line_num}: {error}") from error


def geojson(path: Path, layer: str = "", bad: list[str] | None = None) -> Iterator[Entry]:
    """Give the places of a GeoJSON's features: points, or areas with their outline."""
    try:
        features = json.loads(_text(path))["features"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise BadSource(f"{path.name} is no GeoJSON with features.") from error
    if not isinstance(features, list):
        raise BadSource(f"{path.name} is no GeoJSON with features.")
    rows = enumerate(map(_feature, features), 1)
    yield from entries(rows, layer or path.stem, path, bad, unit="feature")


def _feature(told: Any) -> Row:
    """Return a feature's properties with its geometry; without any where it is no feature."""
    feature = told if isinstance(told, dict) else {}
    properties = feature.get("properties")
    own = properties if isinstance(properties, dict) else {}
    return {**own, "geometry": feature.get("geometry")}


def entries(
    rows: Iterable[tuple[int, Row]],
    layer: str,
    path: Path,
    bad: list[str] | None = None,
    *,
    unit: str = "line",
) -> Iterator[Entry]:
    """Read each row, or say why it cannot be read."""
    for n, row in rows:
        try:
            yield entry(row, layer)
        except ROW_ERRORS as error:
            if bad is not None and len(bad) < 100:
                bad.append(f"{path.name}, {unit} {n}: {error}")


def entry(row: Row, layer: str) -> Entry:
    """Read one row."""
    name = _told(row, "name")
    if not key(name):
        raise ValueError("it has no name")
    rings = _rings(row.get("geometry"))
    lat, lon = middle(rings) if rings else _point(row)
    population = int(float(_told(row, "population") or 0))
    kind = _told(row, "kind")
    level = _level(_told(row, "level"), kind)
    bounds = _bounds(rings) if rings else None
    own = box_radius_m(bounds) if bounds else radius_m(level, population=population, kind=kind)
    metres = int(float(_told(row, "radius_m") or own))
    if not 1 <= metres <= WIDEST:
        raise ValueError(f"no such radius: {metres} m")
    return Entry(
        id=f"{layer}:{_told(row, 'id') or f'{key(name)}@{lat:.3f},{lon:.3f}'}",
        name=name,
        lat=lat,
        lon=lon,
        level=level,
        radius_m=metres,
        names=_several(row, "aliases"),
        kind=kind,
        country=_told(row, "country").upper()[:2],
        parent=_told(row, "country").upper()[:2],
        admin=_several(row, "admin"),
        population=population,
        source=layer,
        box=bounds,
        outline=tuple(simplified(ring) for ring in rings),
    )


def _text(path: Path) -> str:
    if path.stat().st_size > MOST_BYTES:
        raise BadSource(f"{path.name} is larger than {MOST_BYTES:,} bytes.")
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadSource(f"{path.name} is not UTF-8 (byte {error.start}).") from error


def _told(row: Row, column: str) -> str:
    value = row.get(column)
    text = "" if value is None else str(value).replace("\0", "")
    return text.encode("utf-8", "ignore").decode().strip()


def _several(row: Row, column: str) -> tuple[str, ...]:
    value = row.get(column)
    parts = value if isinstance(value, list) else str(value or "").split("|")
    return tuple(text for part in parts if (text := str(part).strip()))


def _level(told: str, kind: str) -> Level:
    if not told:
        return "feature" if kind else "village"
    if told not in LEVELS:
        raise ValueError(f"no such level: {told[:40]!r}; one of {', '.join(LEVELS)}")
    return told


def _point(row: Row) -> tuple[float, float]:
    geometry = row.get("geometry")
    if geometry is not None:
        if geometry["type"] != "Point":
            raise ValueError(f"a {geometry['type']} has no middle; take points and areas")
        lon, lat = map(float, geometry["coordinates"][:2])
    else:
        lat, lon = float(_told(row, "lat")), float(_told(row, "lon"))
    return lat, lon


def _rings(geometry: Any) -> list[Ring]:
    if not geometry or geometry["type"] not in ("Polygon", "MultiPolygon"):
        return []
    parts = geometry["coordinates"]
    rings = parts if geometry["type"] == "Polygon" else [ring for part in parts for ring in part]
    return [tuple(map(_corner, ring)) for ring in rings if len(ring) > 3]


def _corner(told: Any) -> tuple[float, float]:
    lon, lat = float(told[0]), float(told[1])
    on_earth(lat, lon)
    return lon, lat


def _bounds(rings: list[Ring]) -> tuple[float, float, float, float]:
    x = [point[0] for ring in rings for point in ring]
    y = [point[1] for ring in rings for point in ring]
    return min(x), min(y), max(x), max(y)
