"""What one kind of database needs and another does not; everything else here is plain Django."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


def forget_freed_pages() -> None:
    """Make the database file forget what a redaction removed.

    SQLite overwrites freed pages (secure_delete is on, see settings) but keeps older pages in the
    write-ahead log until a checkpoint. Where a reader holds the log for the moment, the worker
    does it later.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            # Waiting for readers would keep every writer out meanwhile.
            cursor.execute("PRAGMA busy_timeout")
            patience = cursor.fetchone()[0]
            cursor.execute("PRAGMA busy_timeout=0")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            cursor.execute(f"PRAGMA busy_timeout={patience}")


@contextmanager
def one_moment() -> Iterator[None]:
    """Read everything in this block as it stood at one moment, while others go on writing.

    Not `atomic`, which takes SQLite's writing lock at once and would hold the desk up.
    """
    if connection.in_atomic_block:
        yield
        return
    isolation = "" if connection.vendor == "sqlite" else " ISOLATION LEVEL REPEATABLE READ"
    with connection.cursor() as cursor:
        cursor.execute(f"BEGIN{isolation}")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")
