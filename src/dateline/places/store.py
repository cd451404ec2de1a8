"""Where a desk's gazetteer lies: the built file, and the layers that were added to it.

`places/gazetteer.sqlite` is built; `places/layers/` holds copies of the files that were added, in
the order that they were added, so that it can be built anew after an update of the packages.
"""

import fcntl
import re
import shutil
import sqlite3
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from dateline.places.build import DRAFTS, Progress, build, silent
from dateline.places.entry import BadSource, Entry
from dateline.places.gazetteer import Gazetteer
from dateline.places.names import key
from dateline.places.sources import geonames, ocha, own
from dateline.places.sources.world import versions, world

GEOJSON: Final = frozenset({".geojson", ".json"})
TABLES: Final = frozenset({".csv", ".tsv"})
NUMBERED: Final = re.compile(r"\d{4}-")


@dataclass(frozen=True, slots=True)
class Done:
    """What a build made of its files."""

    path: Path
    places: int
    added: int
    bad: list[str] = field(default_factory=list)
    """Rows and layers that were skipped, each with why."""


class Store:
    """The gazetteer in a data folder."""

    def __init__(self, data: Path) -> None:
        self.folder = data / "places"
        self.file = self.folder / "gazetteer.sqlite"
        self.layers = self.folder / "layers"

    def is_current(self) -> bool:
        """Tell whether the file is there and made from what is installed now.

        Where the packages were removed after the build, the file stands as it is.
        """
        try:
            with Gazetteer(self.file) as gazetteer:
                about = gazetteer.about
        except BadSource:
            return False
        try:
            return versions().items() <= about.items()
        except BadSource:
            return True

    def add(self, files: Iterable[Path], progress: Progress = silent) -> Done:
        """Read every file once to see that it can be read, keep copies of all, and build anew.

        Raises BadSource where one cannot be read, with nothing kept of any.
        """
        bad: list[str] = []
        given = [file.absolute() for file in files]
        _refuse_namesakes(given)
        added = sum(_counted(file, bad) for file in given)
        with _writing(self.folder):
            for file in given:
                self._keep(file)
        done = self.rebuild(progress)
        return Done(done.path, done.places, added, bad)

    def rebuild(self, progress: Progress = silent) -> Done:
        """Build the file from the packages and every layer, in the order that they were added.

        One process builds at a time; another waits for it.
        """
        kept = self._kept()
        more = [layer(path, path.name[5:].partition(".")[0], []) for path in kept]
        told = {**versions(), **{f"layer {path.name[:4]}": path.name[5:] for path in kept}}
        with _writing(self.folder), self._alone():
            places = build(self.file, [*world(), *more], progress, about=told)
        return Done(self.file, places, 0)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Hold the folder; what a build that was killed has left in it is then nobody's."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "lock").open("a") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            for draft in self.folder.glob(f"{DRAFTS}*"):
                shutil.rmtree(draft, ignore_errors=True)
            yield

    def _kept(self) -> list[Path]:
        found = self.layers.iterdir() if self.layers.is_dir() else ()
        return sorted(path for path in found if NUMBERED.match(path.name))

    def _keep(self, file: Path) -> None:
        """Copy a file under its number; one of the same name takes the older one's place.

        It is copied beside and then moved: a copy cut short by a kill is no layer.
        """
        self.layers.mkdir(parents=True, exist_ok=True)
        kept = self._kept()
        older = next((path for path in kept if path.name[5:] == file.name), None)
        number = older.name[:4] if older else f"{int(kept[-1].name[:4]) + 1 if kept else 1:04}"
        target = self.layers / f"{number}-{file.name}"
        with TemporaryDirectory(dir=self.layers, prefix=".") as beside:
            copy = Path(beside) / file.name
            (shutil.copytree if file.is_dir() else shutil.copyfile)(file, copy)
            if older and older.is_dir():
                shutil.rmtree(older)
            copy.replace(target)


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    """Say in plain words that a folder cannot be written to, or that the disk is full."""
    try:
        yield
    except (OSError, sqlite3.OperationalError) as error:
        reason = getattr(error, "strerror", None) or error
        raise BadSource(f"The gazetteer cannot be written to {folder}: {reason}.") from error


def _refuse_namesakes(files: Sequence[Path]) -> None:
    names = Counter(file.name for file in files)
    if twice := [name for name, count in names.items() if count > 1]:
        raise BadSource(f"Two files are called {twice[0]}: one would take the other's place.")


def _counted(file: Path, bad: list[str]) -> int:
    try:
        count = sum(1 for _ in layer(file, file.stem, bad))
    except OSError as error:
        raise BadSource(f"{file.name} cannot be read: {error.strerror or error}.") from error
    if not count:
        raise BadSource(_nothing(file, bad))
    return count


def layer(path: Path, name: str, bad: list[str]) -> Iterator[Entry]:
    """Give the places of a file, whatever it is: told by its ending and what it holds."""
    ending = path.suffix.lower()
    if path.is_dir():
        return ocha.areas(path, bad)
    if ending == ".zip" or zipfile.is_zipfile(path):
        return _zipped(path, bad)
    if ending in GEOJSON:
        return own.geojson(path, name, bad)
    if ending in TABLES and not _is_dump(path):
        return own.table(path, name, bad)
    if ending in (".txt", ".tsv"):
        return geonames.dump(path, bad)
    raise BadSource(
        f"{path.name}: take a GeoNames dump (.txt, .zip), an OCHA COD-AB folder or .zip,"
        " a .csv or a .geojson."
    )


def _zipped(path: Path, bad: list[str]) -> Iterator[Entry]:
    try:
        with zipfile.ZipFile(path) as packed:
            names = [Path(name).suffix.lower() for name in packed.namelist()]
    except zipfile.BadZipFile as error:
        raise BadSource(f"{path.name} is no zip that can be read.") from error
    return ocha.areas(path, bad) if ".shp" in names else geonames.dump(path, bad)


def _is_dump(path: Path) -> bool:
    """Tell a GeoNames table with a ".tsv" ending from one with a head of names."""
    with path.open(encoding="utf-8", errors="replace") as file:
        columns = file.readline(geonames.LONGEST_LINE).split("\t")
    return len(columns) == geonames.COLUMNS and key(columns[0]).isdigit()


def _nothing(file: Path, bad: list[str]) -> str:
    first = f" ({bad[0]})" if bad else ""
    return f"{file.name} holds no place that can be read{first}."
