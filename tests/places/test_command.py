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
