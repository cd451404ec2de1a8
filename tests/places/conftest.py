from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.places import Gazetteer

from .cast import gazetteer


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    folder: Path = tmp_path_factory.mktemp("places")
    with gazetteer(folder) as opened:
        yield opened
