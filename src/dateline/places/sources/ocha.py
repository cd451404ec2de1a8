"""Administrative areas as OCHA gives them (COD-AB): a folder or a zip of shapefiles.

Their columns differ by country and year; what is read are the names and codes of the layer itself
(`NAME_EN`, `NAME_AR`, `PCODE`, or `ADM2_EN`, `ADM2_AR`, `ADM2_PCODE`) and of the layers above.
"""

import io
import re
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import shapefile

from dateline.codebook import Level
from dateline.places.entry import BadSource, Box, Entry, Ring
from dateline.places.levels import box_radius_m
from dateline.places.outline import middle, simplified

SOURCE: Final = "OCHA COD-AB"
MOST_BYTES: Final = 2_000_000_000
MOST_RATIO: Final = 200
"""A zip that unpacks to more than this many times its size is a bomb: shapes pack 2 to 10 times."""
LEVELS: Final[dict[int, Level]] = {0: "country", 1: "governorate", 2: "district", 3: "district"}
NEIGHBOURHOOD: Final = 9
Parts = dict[str, io.BytesIO]
SHAPE_ERRORS: Final = (
    *(shapefile.ShapefileException, struct.error, ValueError, IndexError, KeyError, OSError),
    *(TypeError, AttributeError, MemoryError),
)
COLUMN: Final = re.compile(r"(?:ADM|admin)(\d)_?(EN|AR|NAME|PCODE|\w\w)?", re.IGNORECASE)


def areas(path: Path, bad: list[str] | None = None) -> Iterator[Entry]:
    """Give the areas of every layer; a layer that cannot be read is skipped and named in `bad`."""
    layers = _zipped(path) if path.is_file() else _in_folder(path)
    if not layers:
        raise BadSource(f"{path.name} holds no shapefile (.shp with .dbf).")
    for name, parts in sorted(layers.items()):
        try:
            yield from _layer(name, parts)
        except SHAPE_ERRORS as error:
            if bad is not None:
                bad.append(f"{path.name}, {name}: {error}")


def _in_folder(path: Path) -> dict[str, Parts]:
    return {
        shape.stem: {part.suffix: io.BytesIO(part.read_bytes()) for part in _beside(shape)}
        for shape in sorted(path.rglob("*.shp"))
        if shape.with_suffix(".dbf").is_file()
    }


def _beside(shape: Path) -> list[Path]:
    return [p for end in (".shp", ".dbf") if (p := shape.with_suffix(end)).is_file()]


def _zipped(path: Path) -> dict[str, Parts]:
    try:
        with zipfile.ZipFile(path) as packed:
            _refuse_bomb(packed, path)
            return _unpacked(packed)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, OSError) as error:
        raise BadSource(f"{path.name} is no zip that can be read: {error}") from error


def _unpacked(packed: zipfile.ZipFile) -> dict[str, Parts]:
    layers: dict[str, Parts] = {}
    for info in packed.infolist():
        name = Path(info.filename)
        if name.suffix.lower() in (".shp", ".dbf"):
            with packed.open(info) as part:
                read = part.read(info.file_size + 1)
            layers.setdefault(name.stem, {})[name.suffix.lower()] = io.BytesIO(read)
    return {name: parts for name, parts in layers.items() if {".shp", ".dbf"} <= set(parts)}


def _refuse_bomb(packed: zipfile.ZipFile, path: Path) -> None:
    """Refuse what unpacks to far more than it is: the sizes are those that reading is held to."""
    size = sum(info.file_size for info in packed.infolist())
    if size > MOST_BYTES or size > MOST_RATIO * max(1_000, path.stat().st_size):
        raise BadSource(f"{path.name} unpacks to {size:,} bytes: refused.")


def _layer(name: str, parts: Parts) -> Iterator[Entry]:
    """Read a layer in its order; the index (.shx) is left aside: a short one hides areas."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # an encoding told twice
        reader = shapefile.Reader(
            shp=parts[".shp"],
            dbf=parts[".dbf"],
            encoding="utf-8",
            encodingErrors="replace",
        )
        count = 0
        for item in reader.iterShapeRecords():
            count += 1
            record = {key.upper(): value for key, value in item.record.as_dict().items()}
            if entry := _entry(record, _depth(name, record), item.shape):
                yield entry
    if count < (reader.numRecords or 0):
        raise ValueError(f"cut off after {count} of {reader.numRecords} areas")


def _depth(name: str, record: dict[str, Any]) -> int:
    """Return which layer this is, by its file's name, else by the deepest column."""
    if "neighbo" in name.lower():
        return NEIGHBOURHOOD
    if told := re.search(r"adm(?:in|bnda_adm|_?)?(\d)", name.lower()):
        return int(told[1])
    return max((int(m[1]) for column in record if (m := COLUMN.match(column))), default=1)


def _entry(record: dict[str, Any], depth: int, shape: Any) -> Entry | None:
    names = _names(record, depth)
    code = _told(record, "PCODE", f"ADM{depth}_PCODE", f"ADMIN{depth}PCOD")
    rings = [ring for ring in _rings(shape) if len(ring) > 3]
    if not (names and code and rings):
        return None
    box: Box = tuple(shape.bbox)
    lat, lon = middle(rings)
    level = "neighbourhood" if depth == NEIGHBOURHOOD else LEVELS.get(depth, "district")
    return Entry(
        id=f"cod-ab:{code}",
        name=names[0],
        lat=lat,
        lon=lon,
        level=level,
        radius_m=box_radius_m(box),
        names=tuple(names[1:]),
        country=_told(record, "ADM0_PCODE")[:2] or code[:2],
        code=code,
        parent=_parent(record, depth),
        admin=tuple(_above(record, depth)),
        source=SOURCE,
        box=box,
        outline=tuple(simplified(ring) for ring in rings),
    )


def _names(record: dict[str, Any], depth: int) -> list[str]:
    columns = [c for c in record if c.startswith(("NAME_", "NAM_", f"ADM{depth}_"))]
    kept = [c for c in columns if not c.endswith(("PCODE", "_ID", "_TYPE"))]
    english_first = sorted(kept, key=lambda column: not column.endswith("EN"))
    return list(dict.fromkeys(text for c in english_first if (text := _text(record[c]))))


def _above(record: dict[str, Any], depth: int) -> Iterator[str]:
    """Give what it lies in, from the nearest outwards, but for the country: GeoNames names that."""
    above = 4 if depth == NEIGHBOURHOOD else depth - 1
    last = ""
    for n in range(above, 0, -1):
        told = _told(record, f"ADM{n}_EN", f"ADM{n}_NAME")
        if told and told != last and told.isascii():
            yield told
        last = told or last


def _parent(record: dict[str, Any], depth: int) -> str:
    above = 3 if depth == NEIGHBOURHOOD else depth - 1
    return _told(record, f"ADM{above}_PCODE") if above >= 0 else ""


def _told(record: dict[str, Any], *columns: str) -> str:
    return next((text for c in columns if (text := _text(record.get(c)))), "")


def _text(value: Any) -> str:
    return str(value).strip() if value is not None else ""


def _rings(shape: Any) -> Iterator[Ring]:
    """Give the outer and inner rings as they stand."""
    ends = [*shape.parts, len(shape.points)]
    for start, end in pairwise(ends):
        yield tuple((point[0], point[1]) for point in shape.points[start:end])
