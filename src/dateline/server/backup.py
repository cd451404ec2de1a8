"""Backup and restore: database and bytes in one tar file, consistent while serving."""

import glob
import os
import re
import sqlite3
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.db import connection

from dateline.ledger import storage

DATABASE = "dateline.sqlite3"
BYTES = "bytes"
MEMBER = re.compile(rf"{re.escape(DATABASE)}|{BYTES}/[0-9a-f]{{2}}/[0-9a-f]{{64}}")
"""The only names in a backup."""
END = bytes(1024)
"""The last thing in a tar file; Python's reader does not miss it."""


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
    except sqlite3.Error as error:
        raise BackupError(f"The database could not be copied: {error}.") from None
    finally:
        for unfinished in target.parent.glob(f"{glob.escape(fresh.name)}*"):
            unfinished.unlink(missing_ok=True)
    return target.stat().st_size


def _write(fresh: Path) -> None:
    copy = fresh.with_name(f"{fresh.name}-{DATABASE}")
    for path in (fresh, copy):
        path.touch(mode=0o600)
    with fresh.open("wb") as file, tarfile.open(fileobj=file, mode="w") as tar:
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
    """Unpack a backup into the data folder, whole or not at all.

    Raises BackupError where a site is there already, and for a file that is damaged or not ours.
    """
    data = Path(settings.DATELINE_DATA)
    # Also for a write-ahead log alone: SQLite would apply it to the database that we bring.
    if any(data.glob(f"{DATABASE}*")):
        raise BackupError(f"{data} holds a site already. Restore into an empty folder with --data.")
    with tempfile.TemporaryDirectory(dir=data, prefix=".restore-") as folder:
        try:
            _unpack(source, Path(folder))
        except tarfile.TarError as error:
            raise BackupError(f"{source} cannot be read: {error}.") from None
        _move_in(Path(folder), data)


def _unpack(source: Path, folder: Path) -> None:
    # As we write it, never compressed: a compressed one could unpack to any size.
    with source.open("rb") as file, tarfile.open(fileobj=file, mode="r:") as tar:
        members = tar.getmembers()
        if DATABASE not in (member.name for member in members):
            raise BackupError(f"{source} is no backup of Dateline.")
        for member in members:
            if not _is_ours(member):
                raise BackupError(f"{source} holds “{member.name}”, which no backup of ours does.")
        file.seek(tar.offset)
        if file.read(len(END)) != END:
            raise BackupError(f"{source} cannot be read: it was cut short.")
        tar.extractall(folder, members, filter="data")
    for path in (folder / BYTES).rglob("*/*"):
        if storage.sha256_of(path.read_bytes()) != path.name:
            raise BackupError(f"{source} is damaged: {path.name} is not what it was.")


def _is_ours(member: tarfile.TarInfo) -> bool:
    """Tell whether we write such a member: no link, no device, no folder, no other place."""
    plain = member.type == tarfile.REGTYPE and not member.issparse()
    return plain and bool(MEMBER.fullmatch(member.name))


def _move_in(folder: Path, data: Path) -> None:
    """Move what was unpacked into place, the database last: without it there is no site."""
    for path in (folder / BYTES).rglob("*/*"):
        target = data / path.relative_to(folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)
    (folder / DATABASE).replace(data / DATABASE)
