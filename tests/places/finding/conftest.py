from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.places import Gazetteer
from tests.places.cast import gazetteer, place


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    folder: Path = tmp_path_factory.mktemp("finding")
    more = [
        place("f:1", "Reading", 51.45, -0.97, "city", country="GB", population=318_014),
        place("f:2", "Jackson", 32.3, -90.2, "city", country="US", population=170_000),
        place("f:3", "Georgia", 42.0, 43.5, "country", country="GE"),
        place("f:4", "Boston", 42.36, -71.06, "city", country="US", population=650_000),
        place("f:5", "California", 37.0, -120.0, "governorate", country="US"),
        place("f:6", "Philippines", 13.0, 122.0, "country", country="PH"),
        place("f:7", "Бعد".replace("Б", "ب"), 36.0, 36.0, "village"),
        place("f:8", "Stratford-upon-Avon", 52.2, -1.7, "town", country="GB", population=25_000),
        place("f:9", "叙利亚", 35.0, 38.0, "country"),
        place("f:10", "Ḩamāh", 35.13, 36.75, "city", "חמה", population=460_000),
        place("f:11", "Европа", 50.0, 10.0, "region", "Europe"),
    ]
    with gazetteer(folder, *more) as opened:
        yield opened
