"""Three ways to write rows: JSON lines, CSV and GeoJSON, piece by piece."""

import csv
import io
import json
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from .flat import Cells
from .people import Json

MEDIA_TYPES: Final[Mapping[str, str]] = MappingProxyType(
    {"jsonl": "application/x-ndjson", "csv": "text/csv", "geojson": "application/geo+json"}
)
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""First letters that make a spreadsheet take a text for a formula (OWASP, CSV injection)."""
Flatten = Callable[[Json], Cells]
Text = Generator[str, None, None]
"""Pieces of a file; closed, it lets go of the database."""


def jsonl(rows: Iterable[Json], _: Sequence[str], __: Flatten) -> Text:
    """Yield one JSON object a line."""
    return (_dumped(row) + "\n" for row in rows)


def as_csv(rows: Iterable[Json], columns: Sequence[str], flatten: Flatten) -> Text:
    """Yield RFC 4180: a header, then a record a row; texts that a sheet would run are quoted."""
    line = io.StringIO()
    writer = csv.DictWriter(line, columns, restval="")
    writer.writeheader()
    yield line.getvalue()
    for row in rows:
        line.seek(0)
        line.truncate()
        writer.writerow({name: _cell(value) for name, value in flatten(row).items()})
        yield line.getvalue()


def geojson(rows: Iterable[Json], _: Sequence[str], flatten: Flatten) -> Text:
    """Yield RFC 7946: points with `radius_m`, longitude first; without a place no geometry."""
    yield '{"type":"FeatureCollection","features":['
    before = "\n"
    for row in rows:
        yield before + _dumped(_feature(flatten(row)))
        before = ",\n"
    yield "\n]}\n"


FORMATS: Final = MappingProxyType({"jsonl": jsonl, "csv": as_csv, "geojson": geojson})


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return value


def _feature(cells: Cells) -> Json:
    spot = [cells.get("lon"), cells.get("lat")]
    rest = {name: cell for name, cell in cells.items() if name not in ("lat", "lon")}
    point = None if None in spot else {"type": "Point", "coordinates": spot}
    return {"type": "Feature", "id": cells["id"], "geometry": point, "properties": rest}


def _dumped(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
