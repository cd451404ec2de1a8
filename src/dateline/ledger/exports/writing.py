"""A file written piece by piece that appears whole or not at all."""

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Written:
    """What was written."""

    path: Path
    size: int
    """Bytes."""
    sha256: str


def written(path: Path, pieces: Iterable[str], *, beside: Path | None = None) -> Written:
    """Write text as UTF-8 and put it in place in one step; an older file stands until then.

    `beside` is a folder on the same disk for the unfinished file, else the file's own folder.
    Raises OSError.
    """
    fresh = (beside or path.parent) / f".{path.name}.{os.getpid()}.tmp"
    digest, size = hashlib.sha256(), 0
    try:
        with fresh.open("wb") as file:
            for piece in pieces:
                data = piece.encode()
                digest.update(data)
                size += file.write(data)
        fresh.replace(path)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    return Written(path, size, digest.hexdigest())
