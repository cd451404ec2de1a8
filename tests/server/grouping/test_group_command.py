"""`dateline group`: claims of a file put together, and lines that hold none."""

import io
import json
import sys

import pytest
from django.core.management import CommandError, call_command, load_command_class

FLAT = {
    "place": "Sarmin",
    "lat": 35.904,
    "lon": 36.726,
    "radius_m": 1500,
    "date": "2015-10-20",
    "event": "Airstrike",
    "actor": "Russia",
    "killed": 12,
}
READ = {
    "quote": "Russian warplanes struck Sarmin.",
    "start": 0,
    "end": 32,
    "kind": "event",
    "event": "air_strike",
    "actor": {"name": "Russian Air Force", "words": "Russian warplanes", "at": [0, 17]},
    "place": {
        "words": "Sarmin",
        "name": "Sarmin",
        "lat": 35.905,
        "lon": 36.727,
        "level": "town",
        "radius_m": 2500,
        "gazetteer": "geonames:1",
        "at": [25, 31],
    },
    "when": {
        "words": "",
        "edtf": "2015-10-20",
        "start": "2015-10-20",
        "end": "2015-10-20",
        "basis": "report",
    },
}


@pytest.fixture
def say(tmp_path):
    """Group lines: returns the groups, the error side, and why it ended with 1."""

    def _say(*lines):
        path = tmp_path / "claims.jsonl"
        path.write_bytes(
            b"\n".join(x if isinstance(x, bytes) else json.dumps(x).encode() for x in lines)
        )
        return called(str(path))

    return _say


def called(name):
    out, err, why = io.StringIO(), io.StringIO(), ""
    try:
        call_command(load_command_class("dateline.server", "group"), name, stdout=out, stderr=err)
    except CommandError as error:
        why = str(error)
    told = [json.loads(line) for line in out.getvalue().splitlines()]
    return {line["claim"]: line["group"] for line in told}, err.getvalue(), why


def row(claim, **parts):
    return {**FLAT, "claim": claim, **parts}


def test_it_prints_the_group_of_each_claim_in_the_order_of_the_file(say):
    found, err, why = say(
        row("b"),
        row("a", place="سرمين", actor="VKS", killed=14),
        row("c", lat=36.2, place="Aleppo"),
    )
    assert list(found.items()) == [("b", "a"), ("a", "a"), ("c", "c")]
    assert (err, why) == ("", "")


def test_claims_as_read_prints_them_and_flat_ones_come_together(say):
    found, _, why = say(row("a"), {**READ, "id": "b", "report": "r1", "status": "accepted"})
    assert found == {"a": "a", "b": "a"}
    assert why == ""


def test_a_claim_without_an_id_is_called_by_its_line(say):
    assert say(READ, b"", READ)[0] == {"1": "1", "3": "1"}


def test_whatever_is_null_or_absent_is_not_compared(say):
    nothing = dict.fromkeys(FLAT)
    found, err, _ = say(row("a"), {"claim": "b"}, {**nothing, "claim": "c"})
    assert (found, err) == ({"a": "a", "b": "b", "c": "c"}, "")


BAD = {
    "no JSON": (b"{", "it is not JSON"),
    "no object": (b"[1]", "it is no object"),
    "not UTF-8": (b'{"claim": "\xff"}', "it is not UTF-8"),
    "too long": (b'{"claim": "' + b"x" * 300_000 + b'"}', "it is longer than 200,000 bytes"),
    "nested": (b"[" * 100_000, "it is nested too deep"),
    "NaN": (b'{"lat": NaN, "lon": 1}', "NaN is no number"),
    "infinite": (b'{"lat": 1e999, "lon": 1}', "lat is beyond 90 degrees"),
    "half a point": (row("x", lat=None), "lat and lon belong together"),
    "a toll below nothing": (row("x", killed=-1), "killed is below 0"),
    "half a person": (row("x", killed=1.5), "killed is no whole number"),
    "a date that is none": (row("x", date="last week"), "date is no day"),
    "a date that ends before it begins": (row("x", date="2015-10-20/2015-10-19"), "ends before"),
    "a radius without end": (row("x", radius_m=1e12), "radius_m is no distance"),
    "a name that is no text": (row("x", place=7), "place is no text"),
    "an id that is none": (row(None) | {"claim": ["x"]}, "its id is neither text"),
    "an id twice": (row("a"), "a claim before it has the id 'a'"),
    "a quote of nothing": ({"quote": 3}, "claim has no 'start'"),
}


@pytest.mark.parametrize(("line", "why"), BAD.values(), ids=BAD)
def test_a_bad_line_is_told_by_number_and_skipped(say, line, why):
    found, err, ended = say(row("a"), line, row("b"))
    assert found == {"a": "a", "b": "a"}
    assert err.startswith("line 2: skipped: ")
    assert why in err
    assert ended == "1 of 3 lines were skipped."


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Russia", "VKS", True),
        ("القوات الروسية", "Russian Military", True),
        ("Turkish artillery", "Turkey", True),
        ("warplanes", "Russia", False),
        ("Russia", "Turkey", False),
        ("Liwa al-Nobody", "liwa al-nobody ", True),
    ],
)
def test_names_of_one_side_are_one(one, other, same):
    from dateline.server.grouping.parties import parties_of  # noqa: PLC0415  loads the lexicon

    assert bool(parties_of(one) & parties_of(other)) is same


def test_a_toll_of_a_million_million_and_a_name_without_end_are_read(say):
    found, err, _ = say(row("a", killed=10**12), row("b", place="x" * 10_000))
    assert (set(found), err) == ({"a", "b"}, "")


def test_there_must_be_a_file(tmp_path):
    assert "There is no such file." in called(str(tmp_path / "none.jsonl"))[2]


def test_it_reads_the_input(monkeypatch):
    class Piped:
        buffer = io.BytesIO(json.dumps(row("a")).encode())

    monkeypatch.setattr(sys, "stdin", Piped)
    assert called("-")[0] == {"a": "a"}


def test_an_empty_file_has_no_groups(say):
    assert say(b"") == ({}, "", "")
