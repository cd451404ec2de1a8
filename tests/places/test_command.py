"""`dateline places` answers on a terminal and in a pipe, without a site."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command, load_command_class

from dateline.places.store import Store

from .cast import CAST


@pytest.fixture(autouse=True)
def _a_small_world(tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.DATELINE_DATA = tmp_path
    monkeypatch.setattr("dateline.places.store.world", lambda: [CAST])


def say(*words: str) -> str:
    out = io.StringIO()
    call_command(
        load_command_class("dateline.server", "places"), *words, stdout=out, stderr=io.StringIO()
    )
    return out.getvalue()


def lines(*words: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in say(*words, "--json").splitlines()]


def test_it_builds_at_first_use_and_then_only_reads(tmp_path: Path) -> None:
    say("find", "Sarmin")
    built = Store(tmp_path).file.stat()
    say("find", "Sarmin")
    assert Store(tmp_path).file.stat().st_mtime_ns == built.st_mtime_ns


def test_it_says_where_how_wide_and_why() -> None:
    said = say("find", "Sermin, Idlib")
    for word in ("Sarmīn", "village", "± 1.5 km", "Idlib › Syria", "t:1"):
        assert word in said


def test_json_has_one_line_a_name_with_geometry_and_candidates() -> None:
    found, missing = lines("find", "سرمين", "Zuqlabim")
    assert found["candidates"][0]["id"] == "t:1"
    assert found["geometry"]["type"] == "Point"
    assert {"level", "radius_m", "why", "name", "lat", "lon"} <= set(found)
    assert missing == {"asked": "Zuqlabim", "found": False}


def test_near_a_point_near_a_name_and_a_country_turn_it() -> None:
    assert lines("find", "Paris")[0]["candidates"][0]["country"] == "FR"
    for bias in (
        ["--near=32,-96"],
        ["--near", "Texas"],
        ["--country", "us"],
        ["--context", "Texas"],
    ):
        assert lines("find", "Paris", *bias)[0]["candidates"][0]["country"] == "US"


def test_what_is_not_known_ends_with_one() -> None:
    with pytest.raises(SystemExit) as ended:
        say("find", "Zuqlabim")
    assert ended.value.code == 1


@pytest.mark.parametrize("near", ["95,0", "Zuqlabim", "1,2,3", "nan,0"])
def test_a_near_that_is_none_is_refused(near: str) -> None:
    with pytest.raises(CommandError):
        say("find", "Sarmin", "--near", near)


def test_adding_a_table_answers_with_it(tmp_path: Path) -> None:
    table = tmp_path / "ours.csv"
    table.write_text("name,aliases,lat,lon\nTell Brave,تل الشجاع,35.5,36.5\nBad,x,y\n")
    (told,) = lines("add", str(table))
    assert told["added"] == 1
    assert told["bad"] == ["ours.csv, line 3: could not convert string to float: 'y'"]
    assert lines("find", "تل الشجاع")[0]["name"] == "Tell Brave"


def test_adding_what_is_not_there_or_not_readable_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="There is no"):
        say("add", str(tmp_path / "missing.csv"))
    (tmp_path / "places.pdf").write_bytes(b"%PDF")
    with pytest.raises(CommandError, match="take a GeoNames dump"):
        say("add", str(tmp_path / "places.pdf"))


def read(tmp_path: Path, text: str | bytes, *words: str) -> list[dict[str, Any]]:
    file = tmp_path / "text.txt"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return [json.loads(line) for line in say("read", str(file), *words).splitlines()]


def test_read_gives_every_mention_with_its_offsets_and_place(tmp_path: Path) -> None:
    text = "Jets hit the town of Sarmin, Idlib. The town lay empty."
    found = read(tmp_path, text)
    assert all(text[one["start"] : one["end"]] == one["words"] for one in found)
    told = {one["words"]: one for one in found}
    assert told["Sarmin"]["gazetteer"] == told["The town"]["gazetteer"] == "t:1"
    assert (told["Sarmin"]["sort"], told["The town"]["sort"]) == ("name", "relative")
    assert told["Sarmin"]["admin"] == ["Idlib", "Syria"]


def test_read_is_biased_by_a_country_and_by_what_lies_near(tmp_path: Path) -> None:
    text = "A march through Paris."
    assert read(tmp_path, text)[0]["gazetteer"] == "t:fr"
    assert read(tmp_path, text, "--country", "us")[0]["gazetteer"] == "t:px"
    assert read(tmp_path, text, "--near", "33.6,-95.5")[0]["gazetteer"] == "t:px"


def test_read_refuses_what_is_no_text(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="not UTF-8"):
        read(tmp_path, b"\xff\xfe\x00")
    with pytest.raises(CommandError, match="Cut it"):
        read(tmp_path, "a" * 5_000_001)
    with pytest.raises(CommandError, match="no such file"):
        say("read", str(tmp_path / "missing.txt"))


def test_read_says_nothing_of_an_empty_text(tmp_path: Path) -> None:
    assert read(tmp_path, "") == []


def resolve(tmp_path: Path, *documents: object) -> list[dict[str, Any]]:
    file = tmp_path / "docs.jsonl"
    rows = (one if isinstance(one, str) else json.dumps(one) for one in documents)
    file.write_text("\n".join(rows))
    return [json.loads(line) for line in say("resolve", str(file)).splitlines()]


def test_resolve_gives_one_line_a_mention_in_their_order(tmp_path: Path) -> None:
    text = "Paris, Texas; Zuqlabim"
    mentions = [[0, 5], [7, 12], [14, 22]]
    found = resolve(tmp_path, {"doc": 7, "text": text, "mentions": mentions})
    assert [[one["start"], one["end"]] for one in found] == mentions
    assert [one["gazetteer"] for one in found] == ["t:px", "t:tx", None]
    assert {one["doc"] for one in found} == {7}
    assert found[2]["lat"] is None
    assert found[0]["or"]


def test_resolve_reads_each_document_by_itself(tmp_path: Path) -> None:
    documents = [
        {"doc": "a", "text": "Paris, Texas", "mentions": [[0, 5]]},
        {"doc": "b", "text": "Paris", "mentions": [[0, 5]]},
        {"doc": "c", "text": "", "mentions": []},
    ]
    found = resolve(tmp_path, *documents, "")
    assert [(one["doc"], one["gazetteer"]) for one in found] == [("a", "t:px"), ("b", "t:fr")]


BAD = [
    "{",
    "[]",
    "12",
    {"doc": 1},
    {"doc": 1, "text": 5},
    {"doc": 1, "text": "Idlib", "mentions": [[0, 99]]},
    {"doc": 1, "text": "Idlib", "mentions": [[3, 3]]},
    {"doc": 1, "text": "Idlib", "mentions": [["0", "5"]]},
    {"doc": 1, "text": "Idlib", "mentions": [0, 5]},
    {"doc": 1, "text": "Idlib", "mentions": 7},
    "[" * 100_000,
    '{"doc": 1, "text": "Idlib \\ud800", "mentions": [[0, 5]]}',
]


@pytest.mark.parametrize("bad", BAD)
def test_resolve_tells_a_bad_line_and_reads_the_rest(tmp_path: Path, bad: object) -> None:
    file = tmp_path / "docs.jsonl"
    good = json.dumps({"doc": 2, "text": "Idlib", "mentions": [[0, 5]]})
    file.write_text(f"{bad if isinstance(bad, str) else json.dumps(bad)}\n{good}")
    out, err = io.StringIO(), io.StringIO()
    command = load_command_class("dateline.server", "places")
    with pytest.raises(CommandError, match="1 of its lines"):
        call_command(command, "resolve", str(file), stdout=out, stderr=err)
    assert json.loads(out.getvalue())["doc"] == 2
    assert "line 1" in err.getvalue()
    assert "Traceback" not in err.getvalue()


@pytest.mark.parametrize("country", ["usa", "U;", "1", "Сирия"])
def test_a_country_is_two_letters(country: str) -> None:
    with pytest.raises(CommandError, match="two letters"):
        say("find", "Sarmin", "--country", country)
