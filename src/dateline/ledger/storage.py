"""The bytes folder: whole files under their own SHA-256, written once."""

import hashlib
import os
import tempfile
from pathlib import Path

from django.conf import settings


def path_of(sha256: str) -> Path:
    """Return where the bytes of a hash lie, or would lie."""
    return Path(settings.DATELINE_DATA) / "bytes" / sha256[:2] / sha256


def sha256_of(data: bytes) -> str:
    """Return the hash, in hex, under which bytes are kept."""
    return hashlib.sha256(data).hexdigest()


def keep(data: bytes) -> str:
    """Write bytes to the disk, safe from power loss, and return their SHA-256 in hex."""
    sha256 = sha256_of(data)
    path = path_of(sha256)
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


def _sync_folder(folder: Path) -> None:
    """Put the names in a folder on the disk: without it a power cut may lose a whole new file."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def read(sha256: str) -> bytes:
    """Return kept bytes. Raises FileNotFoundError where they were redacted or lost."""
    return path_of(sha256).read_bytes()


def drop(sha256: str) -> None:
    """Remove bytes for good: for redaction only."""
    path_of(sha256).unlink(missing_ok=True)
