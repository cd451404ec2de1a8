"""A gazetteer file, opened to be read: names, places, and what each place lies in."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Final, NamedTuple, Self

from dateline.codebook import LEVELS, Level
from dateline.places.entry import BadSource, Box, Ring
from dateline.places.grams import marks
from dateline.places.names import number
from dateline.places.schema import FORMAT

Named = tuple[int, str]
"""A row of `place` and the name of it that was asked for."""
MOST_NAMED: Final = 400
"""Names read for one key: San José stands 300 times, and nobody reads more."""
CACHE_KIB: Final = 16_384
RARE_GRAMS: Final = 6
MOST_SIMILAR: Final = 300


SHARING: Final = """
SELECT place, name FROM gram JOIN name ON name.id = gram.rowid
WHERE gram MATCH ? ORDER BY gram.rowid LIMIT ?
"""


class Spot(NamedTuple):
    """A place as its row has it."""

    row: int
    id: str
    name: str
    lat: float
    lon: float
    level: Level
    radius_m: int
    kind: str
    country: str
    parent: int
    admin: tuple[str, ...]
    population: int
    source: str


class Gazetteer:
    """A built gazetteer. Reads only; one thread uses it at a time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._base = _opened(path)
        self.about: dict[str, str] = dict(self._base.execute("SELECT key, value FROM about"))
        if self.about.get("format") != str(FORMAT):
            raise BadSource(f"{path} was built by another version of Dateline: build it anew.")
        self._up = lru_cache(maxsize=20_000)(self._read_above)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._base.close()

    def named(self, folded: str, country: str = "") -> list[Named]:
        """Return the places that have a name with this key, the best known first."""
        return self._where("folded", folded, country)

    def sounding(self, bones: str, country: str = "") -> list[Named]:
        """Return the places that have a name with this skeleton, the best known first."""
        return self._where("skeleton", bones, country)

    def _where(self, column: str, told: str, country: str) -> list[Named]:
        here = "AND country = ?" if country else ""
        sql = f"SELECT place, name FROM name WHERE {column} = ? {here} ORDER BY place LIMIT ?"  # noqa: S608
        asked = (number(told), *filter(None, [country]), MOST_NAMED)
        return self._base.execute(sql, asked).fetchall()

    def sharing(self, folded: str, country: str = "") -> list[Named]:
        """Return places whose folded names share two of this one's rarest runs of three letters.

        Of a country all of them, of the world those that are known there; the best known first.
        """
        rare = self._rare(marks(folded, country, known=not country))
        pairs = [f"({a} AND ({' OR '.join(rare[n:])}))" for n, a in enumerate(rare[:-1], 1)]
        if not pairs:
            return []
        return self._base.execute(SHARING, (" OR ".join(pairs), MOST_SIMILAR)).fetchall()

    def _rare(self, runs: Sequence[str]) -> list[str]:
        sql = f"SELECT mark FROM common WHERE mark IN ({','.join('?' * len(runs))})"  # noqa: S608
        found = self._base.execute(f"{sql} ORDER BY names LIMIT ?", (*runs, RARE_GRAMS))
        return [f'"{mark}"' for (mark,) in found]

    def spots(self, rows: Sequence[int]) -> Iterator[Spot]:
        """Give these places."""
        marks = ",".join("?" * len(rows))
        sql = f"SELECT * FROM place WHERE id IN ({marks}) ORDER BY id"  # noqa: S608
        return map(_spot, self._base.execute(sql, rows))

    def spot(self, entry: str) -> Spot | None:
        """Return the place of an id such as "geonames:170017"."""
        row = self._base.execute("SELECT * FROM place WHERE entry = ?", (entry,)).fetchone()
        return _spot(row) if row else None

    def names(self, row: int) -> list[str]:
        """Return all names of a place."""
        found = self._base.execute("SELECT name FROM name WHERE place = ? ORDER BY id", (row,))
        return [name for (name,) in found]

    def above(self, row: int) -> tuple[Spot, ...]:
        """Return what an area lies in, itself first, the country last."""
        found: tuple[Spot, ...] = self._up(row)
        return found

    def _read_above(self, row: int) -> tuple[Spot, ...]:
        found: list[Spot] = []
        while row and len(found) < 8:
            spot = next(self.spots([row]))
            found.append(spot)
            row = spot.parent
        return tuple(found)

    def outline(self, row: int) -> tuple[Box | None, tuple[Ring, ...]]:
        """Return the box and the rings of an area, where the source had them."""
        sql = "SELECT box, rings FROM outline WHERE place = ?"
        box, rings = self._base.execute(sql, (row,)).fetchone() or (None, None)
        return json.loads(box) if box else None, json.loads(rings) if rings else ()


def _opened(path: Path) -> sqlite3.Connection:
    if not path.is_file():
        raise BadSource(f"There is no gazetteer at {path}.")
    # immutable: no lock, no journal, nothing written beside it; it may lie on a read-only disk.
    base = sqlite3.connect(
        f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
    )
    try:
        base.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        base.execute("SELECT 1 FROM about").fetchone()
    except sqlite3.DatabaseError as error:
        base.close()
        raise BadSource(f"{path} is no gazetteer.") from error
    return base


def _spot(row: tuple[object, ...]) -> Spot:
    told = list(row)
    told[5] = LEVELS[int(str(told[5]))]
    told[7], told[8], told[9] = told[7] or "", told[8] or "", told[9] or 0
    told[10] = tuple(str(told[10]).split("\n")) if told[10] else ()
    told[11], told[12] = told[11] or 0, told[12] or ""
    return Spot(*told)  # type: ignore[arg-type]  # the columns are those of Spot
