"""`dateline export`: to a folder, to the output, for readers, for the desk."""

import io
import json

import pytest
from django.core.management import CommandError, call_command, load_command_class

from dateline.ledger.verbs.sources import SourceText, add_source
from tests.ledger.happened import Desk, speaker, strike

pytestmark = pytest.mark.django_db(transaction=True)
TEXT = "Salma Quill said that jets bombed Sarmin on Tuesday."


@pytest.fixture
def claim(alice, column):
    """What a witness said."""
    add_source(by=alice, text=SourceText(name="Salma Quill", kind="person"))
    return strike(Desk(alice, column), TEXT, speakers=(speaker("Salma Quill", TEXT),))


def export(*words):
    out = io.StringIO()
    command = load_command_class("dateline.server", "export")
    call_command(command, *words, stdout=out, stderr=io.StringIO())
    return out.getvalue()


def test_it_prints_to_the_output(claim):
    (line,) = export("claims", "--format", "jsonl").splitlines()
    assert json.loads(line)["id"] == str(claim.pk)
    assert "Salma" not in line


def test_what_it_prints_can_be_grouped(claim, tmp_path, capsys):
    path = tmp_path / "claims.jsonl"
    path.write_text(export("claims", "--format", "jsonl"))
    call_command(load_command_class("dateline.server", "group"), str(path))
    assert json.loads(capsys.readouterr().out)["claim"] == str(claim.pk)


def test_it_writes_a_folder_with_a_datapackage(claim, tmp_path):
    said = json.loads(export("claims", "--format", "csv", "--out", str(tmp_path / "new"), "--json"))
    assert said["file"] == str(tmp_path / "new" / "claims.csv")
    package = json.loads((tmp_path / "new" / "datapackage.json").read_text())
    assert package["resources"][0]["hash"] == f"sha256:{said['sha256']}"
    assert package["resources"][0]["bytes"] == said["bytes"]


def test_the_desks_file_has_another_name(claim, tmp_path):
    export("claims", "--format", "jsonl", "--out", str(tmp_path), "--desk", "--names")
    assert "Salma" in (tmp_path / "desk-claims.jsonl").read_text()
    assert not (tmp_path / "claims.jsonl").exists()


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("claims", "--format", "jsonl", "--names"), "give --desk as well"),
        (("claims", "--format", "jsonl", "--names", "--public"), "give --desk as well"),
        (("claims", "--format", "jsonl", "--desk", "--public"), "not allowed with"),
        (("claims", "--format", "jsonl", "--column", "nowhere"), "There is no column"),
        (("claims", "--format", "jsonl", "--column", "../../etc"), "There is no column"),
        (("claims", "--format", "xlsx"), "invalid choice"),
        (("people", "--format", "csv"), "invalid choice"),
        (("claims",), "required"),
    ],
)
def test_it_refuses_in_plain_words(claim, words, why):
    with pytest.raises(CommandError, match=why):
        export(*words)


def test_a_folder_that_is_a_file_is_said_so(claim, tmp_path):
    path = tmp_path / "file"
    path.write_text("")
    with pytest.raises(CommandError, match="Nothing was exported"):
        export("claims", "--format", "csv", "--out", str(path))


def test_a_broken_datapackage_is_left_alone(claim, tmp_path):
    (tmp_path / "datapackage.json").write_text("{")
    with pytest.raises(CommandError, match="is no datapackage"):
        export("claims", "--format", "csv", "--out", str(tmp_path))
    assert (tmp_path / "datapackage.json").read_text() == "{"
