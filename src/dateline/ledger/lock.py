"""One writer at a time, across threads and processes."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings


@contextmanager
def write_lock() -> Iterator[None]:
    """Hold the site's writing lock; waiting here is fairer than SQLite's own retries.

    The kernel drops the lock when its holder dies, so a killed process blocks nobody.
    """
    path = Path(settings.DATELINE_DATA) / "ledger.lock"
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
