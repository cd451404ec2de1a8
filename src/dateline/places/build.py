"""Build a gazetteer: any number of sources in, one read-only SQLite file out.

The same sources and the same SQLite give the same bytes, whatever the order of the rows: all is
staged, sorted, and only then numbered, the best known places first: so a search that reads only so
many rows reads those that a text most likely means. Of two entries of one id the later source's
stands, with the names of both.
"""

import json
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from dateline.codebook import LEVELS
from dateline.places.entry import Entry
from dateline.places.grams import marks
from dateline.places.names import fold, number
from dateline.places.renown import is_known, renown
from dateline.places.schema import FORMAT, INDEXES, PRAGMAS, STAGE, TABLES
from dateline.places.skeleton import bones

Progress = Callable[[str, int], None]
"""Told the step ("reading", "writing", "indexing") and how many entries are done."""
Row = tuple[Any, ...]
BATCH: Final = 5_000
DRAFTS: Final = ".gazetteer-"  # a build that is killed leaves its folder behind


def silent(step: str, done: int) -> None:
    """Report no progress."""


def build(
    target: Path,
    sources: Sequence[Iterable[Entry]],
    progress: Progress = silent,
    *,
    about: dict[str, str] | None = None,
) -> int:
    """Write a gazetteer in one step and return how many places it holds."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=target.parent, prefix=DRAFTS) as folder:
        draft = Path(folder) / "draft.sqlite"
        count = _write(draft, sources, progress, about or {})
        with draft.open("rb+") as file:
            os.fsync(file.fileno())
        draft.replace(target)
    return count


def _write(
    draft: Path, sources: Sequence[Iterable[Entry]], progress: Progress, about: dict[str, str]
) -> int:
    with closing(sqlite3.connect(draft, isolation_level=None)) as base:
        base.executescript(PRAGMAS + STAGE + TABLES)
        base.execute("BEGIN")
        _stage(base, sources, progress)
        count = _number(base, progress)
        told = {**about, "format": str(FORMAT), "places": str(count)}
        rows = sorted((key, _clean(value)) for key, value in told.items())
        base.executemany("INSERT INTO about VALUES (?, ?)", rows)
        base.execute("COMMIT")
        progress("indexing", count)
        base.executescript(INDEXES)
        base.execute("VACUUM")
    return count


def _stage(base: sqlite3.Connection, sources: Sequence[Iterable[Entry]], told: Progress) -> None:
    done = 0
    for layer, source in enumerate(sources):
        for batch in _batches(_row(entry, layer) for entry in source):
            base.executemany(f"INSERT INTO stage VALUES ({','.join('?' * 19)})", batch)  # noqa: S608
            done += len(batch)
            told("reading", done)


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    batch: list[Row] = []
    for row in rows:
        batch.append(row)
        if len(batch) == BATCH:
            yield batch
            batch = []
    yield batch


def _row(entry: Entry, layer: int) -> Row:
    rings = json.dumps(entry.outline, separators=(",", ":")) if entry.outline else None
    box = json.dumps(entry.box) if entry.box else None
    return (
        *(_clean(entry.id), layer, _clean(entry.name), "\n".join(map(_clean, entry.names))),
        *(round(entry.lat, 6), round(entry.lon, 6), LEVELS.index(entry.level), entry.radius_m),
        *(entry.kind or None, entry.country or None, entry.code or None, entry.parent or None),
        *("\n".join(map(_clean, entry.admin)) or None, entry.population or None),
        *(_clean(entry.source), box, rings, is_known(entry.level, entry.population)),
        round(renown(entry.level, entry.population), 3),
    )


def _clean(name: str) -> str:
    """Return a name that may stand in a table: no NUL, no lone surrogate, one line."""
    return " ".join(name.replace("\0", " ").encode("utf-8", "ignore").decode().split())


COLUMNS: Final = "entry, name, names, lat, lon, level, radius, kind, country, code, parent, admin"
SORTED: Final = f"""
SELECT {COLUMNS}, population, source, box, outline,
    max(known) OVER same AS is_known, max(renown) OVER same AS most
FROM stage WINDOW same AS (PARTITION BY entry)
ORDER BY is_known DESC, most DESC, entry, layer, name, names, lat, lon
"""  # noqa: S608 (our own words)
PLACE: Final = f"INSERT INTO place VALUES ({','.join('?' * 13)})"  # noqa: S608
NAME: Final = "INSERT INTO name VALUES (?, ?, ?, ?, ?, ?)"
GRAM: Final = "INSERT INTO gram (rowid, marks) VALUES (?, ?)"
TIE: Final = """
UPDATE place SET parent = (SELECT area.place FROM temp.inside JOIN temp.area
    ON area.code = inside.parent WHERE inside.place = place.id AND area.place != place.id)
WHERE parent IS NULL AND id IN (SELECT place FROM temp.inside)
"""
WIDEN: Final = """
UPDATE temp.inside SET parent = rtrim(rtrim(parent, replace(parent, '.', '')), '.')
"""
"""An area that nobody told of is left out: what is in "SY.12.7" is then in "SY.12"."""
OUTLINE: Final = "INSERT INTO outline VALUES (?, ?, ?)"


def _number(base: sqlite3.Connection, progress: Progress) -> int:
    """Write every place and its names, the best known first; then tie each to what it is in."""
    base.execute("CREATE TEMP TABLE area (code TEXT PRIMARY KEY, place INTEGER) WITHOUT ROWID")
    base.execute("CREATE TEMP TABLE inside (place INTEGER PRIMARY KEY, parent TEXT)")
    writer = _Writer(base)
    for _, same in groupby(base.execute(SORTED), key=lambda row: row[0]):
        writer.put(list(same))
        if writer.places % BATCH == 0:
            writer.flush()
            progress("writing", writer.places)
    writer.flush()
    for _ in range(3):
        base.execute(TIE)
        base.execute(WIDEN)
    for scratch in ("area", "inside", "stage"):
        base.execute(f"DROP TABLE temp.{scratch}")
    return writer.places


class _Writer:
    """Numbers places and names as they come and writes them in batches."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self.base = base
        self.places = self.names = 0
        self.rows: dict[str, list[Row]] = {}
        self.flush()

    def put(self, same: list[Row]) -> None:
        """Write one place: the last row of it, with the names of all."""
        self.places += 1
        last = same[-1]
        entry, name, _, lat, lon, level, radius, kind, country, code, parent, admin = last[:12]
        population, source, box, outline, known, _ = last[12:]
        told = (entry, name, lat, lon, level, radius, kind, country)
        self.rows["place"].append((self.places, *told, None, admin, population, source))
        if code:
            self.rows["area"].append((code, self.places))
        if parent:
            self.rows["inside"].append((self.places, parent))
        if box:
            self.rows["outline"].append((self.places, box, outline))
        names = [name for row in reversed(same) for name in (row[1], *row[2].split("\n"))]
        self._put_names(names, country or "", known)

    def _put_names(self, names: list[str], country: str, known: bool) -> None:
        """Write one spelling of each folded name: the others would find nothing more."""
        once: dict[str, tuple[str, str]] = {}
        for name in dict.fromkeys(names):
            folded = fold(name)
            if joined := folded.replace(" ", ""):
                once.setdefault(joined, (name, folded))
        for joined, (name, folded) in once.items():
            self.names += 1
            bare = bones(folded)
            keys = number(joined), number(bare) if bare else None
            self.rows["name"].append((self.names, self.places, name, country, *keys))
            if len(joined) > 2:
                self.rows["gram"].append((self.names, " ".join(marks(joined, country, known))))

    def flush(self) -> None:
        """Hand the rows that have gathered to SQLite."""
        statements = {"place": PLACE, "name": NAME, "gram": GRAM, "outline": OUTLINE}
        statements["area"] = "INSERT OR REPLACE INTO area VALUES (?, ?)"
        statements["inside"] = "INSERT INTO inside VALUES (?, ?)"
        for table, rows in self.rows.items():
            self.base.executemany(statements[table], rows)
        self.rows = {table: [] for table in statements}
