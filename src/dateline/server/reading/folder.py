"""A folder of texts, each read to a file of its own; what is done already is skipped."""

import json
import os
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import asdict, dataclass, field
from itertools import islice
from pathlib import Path
from typing import Final

from dateline.archive.children import BROKEN
from dateline.places import BadSource
from dateline.reading import VERSION
from dateline.reading.pipeline import Missing
from dateline.server.reading.children import readers, seconds_for
from dateline.server.reading.given import Given
from dateline.server.reading.opened import read_file
from dateline.server.reading.texts import NoText

AHEAD: Final = 2
"""Files that wait for each child, so that none is idle."""
BROKE: Final = "Reading it broke, or took too long. Tell whoever makes Dateline."
Read = tuple[list[str], tuple[str, ...]]
"""A file's claims as lines of JSON, and what was not read."""
Running = dict[Future[Read], Path]
Told = Callable[[Path], None]


@dataclass
class Outcome:
    """What became of the files."""

    read: int = 0
    skipped: int = 0
    """Read before, and not changed since."""
    bad: list[tuple[Path, str]] = field(default_factory=list)
    """Those that could not be read, each with why."""
    unread: Counter[str] = field(default_factory=Counter)
    """What was not read of those that were, and in how many."""


class Folder:
    """The texts of a folder and where their claims go: `OUT/<name>.jsonl`."""

    def __init__(self, source: Path, out: Path) -> None:
        self.source, self.out = source, out
        self.outcome = Outcome()

    def files(self) -> list[Path]:
        """Return the files to read, also in folders within, but for hidden ones."""
        return sorted(path for path in self.source.rglob("*") if self._is_text(path))

    def _is_text(self, path: Path) -> bool:
        hidden = any(part.startswith(".") for part in path.relative_to(self.source).parts)
        if hidden or self.out in path.parents or not path.is_file():
            return False
        # A link out of the folder would hand its words to whoever may read the claims.
        return path.resolve().is_relative_to(self.source)

    def target(self, path: Path) -> Path:
        """Return where the claims of a file go."""
        return self.out / f"{path.relative_to(self.source)}.jsonl"

    def begin(self, given: Given) -> bool:
        """Note how the folder is read; return False where it was begun in another way."""
        note, how = self.out / ".read-as.json", as_words(given)
        if note.is_file() and note.read_text(encoding="utf-8").strip() != how:
            return False
        write_whole(note, [how])
        return True

    def is_done(self, path: Path) -> bool:
        """Tell whether a file was read since it last changed."""
        target = self.target(path)
        return target.is_file() and target.stat().st_mtime_ns >= path.stat().st_mtime_ns

    def read(self, files: list[Path], given: Given, gazetteer: Path, jobs: int, told: Told) -> None:
        """Read files to the end, calling `told` after each. Raises Missing, BadSource, OSError.

        A file that cannot be read is noted and left out; every other one is written whole or not
        at all, so that a later run goes on from there.
        """
        waiting = self._due(files, told)
        running: Running = {}
        with readers(jobs) as children:
            while True:
                for path, size in islice(waiting, jobs * AHEAD - len(running)):
                    asked = children.ask(seconds_for(size), read_file, path, given, gazetteer)
                    running[asked] = path
                if not running:
                    return
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    path = running.pop(future)
                    self._settle(path, future)
                    told(path)

    def _due(self, files: list[Path], told: Told) -> Iterator[tuple[Path, int]]:
        """Yield the files that are to be read, with their sizes in bytes."""
        for path in files:
            try:
                done, size = self.is_done(path), path.stat().st_size
            except OSError as error:
                self.outcome.bad.append((path, f"It cannot be opened: {error.strerror}."))
                told(path)
                continue
            if not done:
                yield path, size
                continue
            self.outcome.skipped += 1
            told(path)

    def _settle(self, path: Path, future: Future[Read]) -> None:
        try:
            lines, unread = future.result()
        except NoText as error:
            self.outcome.bad.append((path, str(error)))
        except (Missing, BadSource):
            raise
        except BROKEN:
            self.outcome.bad.append((path, BROKE))
        except Exception as error:  # in the child: no text may stop the others
            self.outcome.bad.append((path, f"{BROKE} ({type(error).__name__})"))
        else:
            write_whole(self.target(path), lines)
            self.outcome.read += 1
            self.outcome.unread.update(unread)


def as_words(given: Given) -> str:
    """Return what texts are read with, on one line: another answer would be another reading."""
    return json.dumps({"reader": VERSION, **asdict(given)}, default=str, sort_keys=True)


def write_whole(target: Path, lines: list[str]) -> None:
    """Write lines to a file, all or none of them, safe from power loss."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.writelines(f"{line}\n" for line in lines)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
