"""What one kind of database needs and another does not; everything else here is plain Django."""

from django.db import connection


def forget_freed_pages() -> None:
    """Make the database file forget what a redaction removed.

    SQLite overwrites freed pages (secure_delete is on, see settings) but keeps older pages in the
    write-ahead log until a checkpoint. Where a reader holds the log for the moment, the worker's
    next round does it.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
