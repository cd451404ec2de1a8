"""Bringing a data folder up to date before anything uses it."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import DatabaseError, connection

from dateline.archive import outward
from dateline.ledger.refusal import Refused


def prepare() -> None:
    """Make or migrate the database; on one that is up to date this changes nothing."""
    call_command("migrate", verbosity=0, interactive=False)


def require_site() -> None:
    """Stop in plain words where `--data` names a folder without a site, as a slip of a key does."""
    try:
        tables = connection.introspection.table_names()
    except DatabaseError as error:  # a full disk, or a folder of somebody else's
        words = f"The database in {settings.DATELINE_DATA} cannot be opened: {error}."
        raise CommandError(words) from None
    if "ledger_entry" not in tables:
        raise CommandError(f"There is no site in {settings.DATELINE_DATA}. Look at --data.")


def require_settings() -> None:
    """Stop in plain words where a setting of the archive cannot be read.

    The worker would stop over it again and again, and with it what is scheduled.
    """
    try:
        outward.require_settings()
    except Refused as refused:
        raise CommandError(str(refused)) from None


@contextmanager
def alone() -> Iterator[None]:
    """Hold the site folder: two that write it would remove each other's unfinished files."""
    with (Path(settings.DATELINE_DATA) / "serving.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CommandError(f"{settings.DATELINE_DATA} is being served already.") from None
        yield
