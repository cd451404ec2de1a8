"""A gazetteer for the tests of claims."""

import shutil

import pytest

from dateline.places import build
from tests.places.cast import CAST


@pytest.fixture
def gazetteer(data):
    """A gazetteer of a few places, where the site keeps its own."""
    folder = data / "places"
    folder.mkdir()
    build(folder / "gazetteer.sqlite", [CAST])
    yield folder / "gazetteer.sqlite"
    shutil.rmtree(folder)
