"""Names that news means one place by."""

import csv
from importlib.resources import files

import pytest

from dateline.places import Gazetteer
from dateline.places.abbreviations import Area
from dateline.places.demonyms import country_names
from dateline.places.resolving import Context, senses
from dateline.places.resolving.renowned import renowned

from .told import ids


def test_every_row_has_a_country_that_there_is() -> None:
    text = (files("dateline.places") / "data" / "renowned.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    assert len(renowned()) == len(rows)
    assert all(row["country"] in country_names() for row in rows)


def test_a_renowned_place_goes_before_a_larger_one(
    small: Gazetteer, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ids("[Paris] was hit.", small) == ["t:fr"]
    monkeypatch.setattr(senses, "renowned", lambda: {"paris": Area("Paris", "US")})
    assert ids("[Paris] was hit.", small) == ["t:px"]
    assert ids("[Paris] was hit.", small, Context(country="FR")) == ["t:fr"]
