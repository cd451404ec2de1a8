"""Bytes under their own SHA-256, written once: a folder, or whatever else keeps four promises."""

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from django.conf import settings


class Storage(Protocol):
    """Where bytes are kept. A hash is always SHA-256 in hex."""

    def keep(self, data: bytes) -> str:
        """Keep bytes, safe from power loss, and return their hash; the same again is no error."""

    def read(self, sha256: str) -> bytes:
        """Return kept bytes. Raises FileNotFoundError where they were redacted or lost."""

    def has(self, sha256: str) -> bool:
        """Tell whether the bytes of a hash are kept."""

    def drop(self, sha256: str) -> None:
        """Remove bytes for good, for redaction only; those that are gone are no error."""


@dataclass(frozen=True)
class Folder:
    """Whole files, each named by its hash in a folder named by the hash's first two digits."""

    root: Path

    def path_of(self, sha256: str) -> Path:
        """Return where the bytes of a hash lie, or would lie."""
        return self.root / sha256[:2] / sha256

    def keep(self, data: bytes) -> str:
        """Write bytes to the disk, file and name."""
        sha256 = sha256_of(data)
        path = self.path_of(sha256)
        if path.exists():
            return sha256
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
            _sync_folder(path.parent)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        return sha256

    def read(self, sha256: str) -> bytes:
        """Return the file's bytes."""
        return self.path_of(sha256).read_bytes()

    def has(self, sha256: str) -> bool:
        """Tell whether the file is there."""
        return self.path_of(sha256).exists()

    def drop(self, sha256: str) -> None:
        """Remove the file."""
        self.path_of(sha256).unlink(missing_ok=True)


def folder() -> Folder:
    """Return the site's own folder of bytes."""
    return Folder(Path(settings.DATELINE_DATA) / "bytes")


def _storage() -> Storage:
    """Return where this site keeps its bytes."""
    return folder()


def sha256_of(data: bytes) -> str:
    """Return the hash, in hex, under which bytes are kept."""
    return hashlib.sha256(data).hexdigest()


def keep(data: bytes) -> str:
    """Keep bytes in this site's storage; see `Storage.keep`."""
    return _storage().keep(data)


def read(sha256: str) -> bytes:
    """Return bytes from this site's storage; see `Storage.read`."""
    return _storage().read(sha256)


def has(sha256: str) -> bool:
    """Tell whether this site's storage has these bytes."""
    return _storage().has(sha256)


def drop(sha256: str) -> None:
    """Remove bytes from this site's storage; see `Storage.drop`."""
    _storage().drop(sha256)


def _sync_folder(folder: Path) -> None:
    """Put the names in a folder on the disk: without it a power cut may lose a whole new file."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
