"""The default gazetteer for a measurement: one that is there, or one built for it alone."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dateline.places import Gazetteer
from dateline.places.store import Store


@contextmanager
def default_gazetteer(built: Path | None) -> Iterator[Gazetteer]:
    """Open a built file, or build the default one (a minute, 165 MB) and remove it afterwards."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Gazetteer(built or Store(Path(folder)).rebuild().path) as gazetteer,
    ):
        yield gazetteer
