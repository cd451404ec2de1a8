"""The site folder: every file appears whole or not at all, and only where it changed."""

import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

TEMPORARY = ".tmp"
SEQUENCE = ".sequence"
MADE_BY = ".made-by"


class SiteFolder:
    """A folder of plain files that any web server can serve.

    New bytes are written under `.tmp/` and moved into place, so a kill at any moment leaves no
    half-written file where readers could find it.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.journal: Path | None = None
        """Where set, takes the path of every file before it is replaced or removed."""
        self._temporary = root / TEMPORARY
        self._made = 0
        self._temporary.mkdir(parents=True, exist_ok=True)
        for left_over in self._temporary.iterdir():
            left_over.unlink()

    def has(self, path: str) -> bool:
        """Tell whether a file stands at a path."""
        return (self.root / path).is_file()

    def write(self, path: str, data: bytes | str) -> None:
        """Put a file in place in one step; the same bytes again are left alone."""
        new = data.encode() if isinstance(data, str) else data
        target = self.root / path
        if _read(target) == new:
            return
        self._made += 1
        fresh = self._temporary / f"{os.getpid()}-{self._made}"
        try:
            fresh.write_bytes(new)
            target.parent.mkdir(parents=True, exist_ok=True)
            self._note([path])
            fresh.replace(target)
        except BaseException:
            fresh.unlink(missing_ok=True)
            raise

    def remove(self, path: str) -> None:
        """Take a file or a whole folder away."""
        target = self.root / path
        if target.is_dir():
            self._note(f"{path.rstrip('/')}/{name}" for name in _files_under(target))
            shutil.rmtree(target)
        elif target.exists():
            self._note([path])
            target.unlink()

    def _note(self, paths: Iterable[str]) -> None:
        if self.journal:
            with self.journal.open("a") as journal:
                journal.writelines(f"{path}\n" for path in paths)

    def folders(self, path: str) -> list[str]:
        """Return the names of the folders in a folder."""
        return sorted(p.name for p in _inside(self.root / path) if p.is_dir())

    def files(self, path: str) -> list[str]:
        """Return the names of the files in a folder."""
        return sorted(p.name for p in _inside(self.root / path) if p.is_file())

    @property
    def sequence(self) -> int:
        """Return the newest ledger sequence that this folder shows; 0 for a fresh one."""
        found = _read(self.root / SEQUENCE)
        return int(found) if found and found.isdigit() else 0

    @sequence.setter
    def sequence(self, sequence: int) -> None:
        self.write(SEQUENCE, str(sequence))

    def start_over_unless_made_by(self, maker: str) -> None:
        """Forget the sequence where another version wrote this folder: its pages may look other."""
        if _read(self.root / MADE_BY) != maker.encode():
            self.sequence = 0
            self.write(MADE_BY, maker)


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None


def _inside(folder: Path) -> list[Path]:
    return [p for p in folder.glob("*") if not p.name.startswith(".")]


def _files_under(folder: Path) -> Iterator[str]:
    return (p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
