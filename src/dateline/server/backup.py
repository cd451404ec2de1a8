"""Backup and restore: database and bytes in one tar file, consistent while serving."""

import os
import sqlite3
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.db import connection

DATABASE = "dateline.sqlite3"
BYTES = "bytes"


class BackupError(Exception):
    """The backup was not made or not restored; `str()` says why."""


def back_up(target: Path) -> int:
    """Write a backup and return its size in bytes. It appears whole or not at all.

    The database is copied first, in one moment; the bytes folder only ever grows, so all that the
    copy names is there afterwards. (What a redaction removes meanwhile must not be in a backup.)
    """
    if connection.vendor != "sqlite":
        raise BackupError("This site's database is not SQLite: use its own tool, such as pg_dump.")
    if target.exists():
        raise BackupError(f"{target} exists already. Choose another name.")
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        _write(fresh)
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)
    return target.stat().st_size


def _write(fresh: Path) -> None:
    fresh.touch(mode=0o600)
    with (
        tempfile.TemporaryDirectory(dir=fresh.parent) as folder,
        fresh.open("wb") as file,
        tarfile.open(fileobj=file, mode="w") as tar,
    ):
        copy = Path(folder) / DATABASE
        _copy_database(copy)
        tar.add(copy, DATABASE)
        for path in _kept_bytes():
            try:
                tar.add(path, path.relative_to(settings.DATELINE_DATA))
            except FileNotFoundError:
                continue  # redacted since it was listed
        tar.close()
        file.flush()
        os.fsync(file.fileno())


def _copy_database(copy: Path) -> None:
    source = sqlite3.connect(str(settings.DATABASES["default"]["NAME"]))
    target = sqlite3.connect(copy)
    try:
        source.backup(target)
        target.execute("PRAGMA journal_mode=DELETE")
    finally:
        source.close()
        target.close()


def _kept_bytes() -> Iterator[Path]:
    folder = Path(settings.DATELINE_DATA) / BYTES
    return (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name[0] != ".")


def restore(source: Path) -> None:
    """Unpack a backup into the data folder. Raises BackupError where one is in use already."""
    data = Path(settings.DATELINE_DATA)
    if (data / DATABASE).exists():
        raise BackupError(f"{data} holds a site already. Restore into an empty folder with --data.")
    try:
        with tarfile.open(source) as tar:
            if DATABASE not in tar.getnames():
                raise BackupError(f"{source} is no backup of Dateline.")
            # The filter refuses what would land outside the folder, devices and links.
            tar.extractall(data, filter="data")
    except tarfile.TarError as error:
        raise BackupError(f"{source} cannot be read: {error}.") from None
