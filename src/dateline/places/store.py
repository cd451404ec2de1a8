"""Where a desk's gazetteer lies: the built file, and the layers that were added to it.

`places/gazetteer.sqlite` is built; `places/layers/` holds copies of the files that were added, in
the order that they were added, so that it can be built anew after an update of the packages.
"""

import shutil
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from dateline.places.build import Progress, build, silent
from dateline.places.entry import BadSource, Entry
from dateline.places.gazetteer import Gazetteer
from dateline.places.names import key
from dateline.places.sources import geonames, ocha, own
from dateline.places.sources.world import versions, world

GEOJSON: Final = frozenset({".geojson", ".json"})
TABLES: Final = frozenset({".csv", ".tsv"})


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
        """Read every file once to see that it can be read, keep copies, and build anew."""
        bad: list[str] = []
        added = 0
        for file in files:
            counted = sum(1 for _ in layer(file, file.stem, bad))
            if not counted:
                raise BadSource(_nothing(file, bad))
            added += counted
            self._keep(file)
        done = self.rebuild(progress)
        return Done(done.path, done.places, added, bad)

    def rebuild(self, progress: Progress = silent) -> Done:
        """Build the file from the packages and every layer, in the order that they were added."""
        kept = sorted(self.layers.iterdir()) if self.layers.is_dir() else []
        more = [layer(path, path.name[5:].partition(".")[0], []) for path in kept]
        told = {**versions(), **{f"layer {path.name[:4]}": path.name[5:] for path in kept}}
        places = build(self.file, [*world(), *more], progress, about=told)
        return Done(self.file, places, 0)

    def _keep(self, file: Path) -> None:
        """Copy a file under its number; one of the same name takes the older one's place."""
        self.layers.mkdir(parents=True, exist_ok=True)
        kept = sorted(self.layers.iterdir())
        older = next((path for path in kept if path.name[5:] == file.name), None)
        number = older.name[:4] if older else f"{int(kept[-1].name[:4]) + 1 if kept else 1:04}"
        target = self.layers / f"{number}-{file.name}"
        if older and older.is_dir():
            shutil.rmtree(older)
        if file.is_dir():
            shutil.copytree(file, target)
        else:
            shutil.copyfile(file, target)


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
