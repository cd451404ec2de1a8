"""Files that other programs read: CSV, GeoJSON, JSON lines."""

import csv
import io
import json

import pytest

from dateline.ledger.exports.formats import FORMATS

ROWS = [{"id": "a", "note": "fine", "lat": -35.5, "lon": 36.5}, {"id": "b", "note": None}]


def text(form, rows=ROWS, columns=("id", "note", "lat", "lon")):
    return "".join(FORMATS[form](rows, columns, dict))


def cells(value):
    written = text("csv", [{"id": "a", "note": value}])
    return next(csv.DictReader(io.StringIO(written, newline="")))["note"]


@pytest.mark.parametrize(
    "words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "=cmd|' /C calc'!A0"]
)
def test_a_text_that_a_sheet_would_run_is_marked_as_text(words):
    assert cells(words).startswith("'")
    assert cells(words)[1:] == words


@pytest.mark.parametrize("words", ['a "b", c', "two\nlines", "سرمين", "a;b", ""])
def test_any_other_text_comes_back_as_it_was(words):
    assert cells(words) == words


def test_a_negative_number_is_no_formula():
    assert "-35.5" in text("csv")
    assert "'-35.5" not in text("csv")


def test_truth_is_written_as_table_schema_has_it():
    assert cells(value=True) == "true"


def test_a_record_has_every_column():
    assert text("csv").splitlines() == ["id,note,lat,lon", "a,fine,-35.5,36.5", "b,,,"]


def test_points_have_their_longitude_first():
    features = json.loads(text("geojson"))["features"]
    assert features[0]["geometry"] == {"type": "Point", "coordinates": [36.5, -35.5]}


def test_no_place_is_no_point():
    feature = json.loads(text("geojson"))["features"][1]
    assert (feature["id"], feature["geometry"]) == ("b", None)


def test_nothing_is_still_a_collection():
    assert json.loads(text("geojson", []))["features"] == []
    assert text("csv", []) == "id,note,lat,lon\r\n"
    assert text("jsonl", []) == ""


def test_lines_hold_one_row_each_whatever_stands_in_it():
    written = text("jsonl", [{"id": "a", "note": "x\ny\u2028z"}])
    assert written.count("\n") == 1
    assert json.loads(written)["note"] == "x\ny\u2028z"
