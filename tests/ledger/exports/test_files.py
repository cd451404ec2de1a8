"""Files that appear whole or not at all, and what their datapackage says of them."""

import csv
import hashlib
import json

import pytest
from django.utils import timezone

from dateline.ledger.canonical import rfc3339
from dateline.ledger.exports import FORMATS, KINDS, Audience, describe, text_of, written
from dateline.ledger.models import Entry
from tests.ledger.happened import strike

pytestmark = pytest.mark.django_db(transaction=True)


def made(folder, kind="claims", form="csv"):
    pieces = text_of(kind, form, None, Audience(now=timezone.now()))
    one = written(folder / f"{kind}.{form}", pieces)
    describe(folder, kind, form, one)
    return json.loads((folder / "datapackage.json").read_text())


def test_a_file_that_stops_half_way_leaves_the_older_one(tmp_path):
    def stopped():
        yield "new"
        raise KeyboardInterrupt

    written(tmp_path / "claims.csv", ["old"])
    with pytest.raises(KeyboardInterrupt):
        written(tmp_path / "claims.csv", stopped())
    assert [path.name for path in tmp_path.iterdir()] == ["claims.csv"]
    assert (tmp_path / "claims.csv").read_text() == "old"


def test_the_package_has_what_the_standard_asks_for(desk, tmp_path):
    strike(desk)
    (resource,) = made(tmp_path)["resources"]
    data = (tmp_path / resource["path"]).read_bytes()
    assert resource["bytes"] == len(data)
    assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
    assert resource["profile"] == "tabular-data-resource"
    fields = [field["name"] for field in resource["schema"]["fields"]]
    assert fields == next(csv.reader([data.decode().splitlines()[0]]))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("form", FORMATS)
def test_the_same_state_makes_the_same_files(desk, tmp_path, kind, form):
    desk.incident(strike(desk))
    first, second = tmp_path / "1", tmp_path / "2"
    for folder in (first, second):
        folder.mkdir()
        package = made(folder, kind, form)
    assert package["created"] == rfc3339(Entry.objects.order_by("-sequence")[0].time)
    for path in first.iterdir():
        assert path.read_bytes() == (second / path.name).read_bytes()


def test_every_cell_stands_in_a_documented_column(desk):
    desk.incident(strike(desk))
    for kind, table in KINDS.items():
        line = next(iter(text_of(kind, "jsonl", None, Audience(now=timezone.now()))))
        names = {one.name for one in table.columns}
        assert table.flatten(json.loads(line)).keys() <= names
        assert all(one.description for one in table.columns)


def test_files_are_described_beside_each_other(desk, tmp_path):
    desk.incident(strike(desk))
    made(tmp_path, "incidents", "geojson")
    package = made(tmp_path)
    assert [one["name"] for one in package["resources"]] == ["claims.csv", "incidents.geojson"]


def test_what_the_newsroom_wrote_into_it_stays(desk, tmp_path):
    made(tmp_path)
    path = tmp_path / "datapackage.json"
    licences = [{"name": "CC-BY-4.0"}]
    path.write_text(json.dumps(json.loads(path.read_text()) | {"licenses": licences}))
    assert made(tmp_path)["licenses"] == licences


@pytest.mark.parametrize("words", ["[]", "{}", '{"resources": 1}', '{"resources": [1]}', "no"])
def test_a_file_that_is_no_package_is_left_alone(tmp_path, words):
    (tmp_path / "datapackage.json").write_text(words)
    with pytest.raises(ValueError, match="is no datapackage"):
        made(tmp_path)
    assert (tmp_path / "datapackage.json").read_text() == words
