"""What a newsroom sets from outside, and the secret that stays in its folder."""

import re
import stat
import subprocess
import sys
import time

import pytest

from dateline.server.environment import VARIABLES, Environment, secret_key
from tests.processes.program import ROOT

RUNNING = (ROOT / "docs" / "running.md").read_text()


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch, tmp_path):
    """Start from an empty environment in an empty folder."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


def test_nothing_set_is_a_site_on_this_machine(tmp_path):
    found = Environment.read()
    assert found.data == tmp_path / "dateline-data"
    assert found.public_url == ""
    assert found.hosts == ["localhost", "127.0.0.1", "[::1]"]


@pytest.mark.parametrize("empty", ["", " ", ","])
def test_a_variable_that_is_set_to_nothing_is_as_if_not_set(monkeypatch, tmp_path, empty):
    monkeypatch.setenv("DATELINE_DATA", "")
    monkeypatch.setenv("DATELINE_PUBLIC_URL", empty.strip(","))
    monkeypatch.setenv("DATELINE_HOSTS", empty)
    found = Environment.read()
    assert found.data == tmp_path / "dateline-data"
    assert found.public_url == ""
    assert found.hosts == ["localhost", "127.0.0.1", "[::1]"]


def test_hosts_are_separated_by_commas(monkeypatch):
    monkeypatch.setenv("DATELINE_HOSTS", " live.example.org, desk.example.org ,")
    assert Environment.read().hosts == ["live.example.org", "desk.example.org"]


@pytest.mark.parametrize("given", ["https://live.example.org", " https://live.example.org// "])
def test_the_public_address_ends_with_one_slash(monkeypatch, given):
    monkeypatch.setenv("DATELINE_PUBLIC_URL", given)
    assert Environment.read().public_url == "https://live.example.org/"


def test_the_data_folder_is_made_for_its_owner_alone(monkeypatch, tmp_path):
    monkeypatch.setenv("DATELINE_DATA", "deep/in/here")
    data = Environment.read().data
    assert data == tmp_path / "deep/in/here"  # absolute, wherever the program goes afterwards
    assert stat.S_IMODE(data.stat().st_mode) == 0o700


def test_the_secret_is_made_once_and_read_by_its_owner_alone(tmp_path):
    first = secret_key(tmp_path)
    assert len(first) >= 50
    assert secret_key(tmp_path) == first
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600


def test_two_folders_have_two_secrets(tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    assert secret_key(tmp_path / "one") != secret_key(tmp_path / "two")


@pytest.mark.processes
def test_processes_that_start_at_once_agree_on_the_secret(tmp_path):
    source = (
        "import sys, time; from pathlib import Path\n"
        "from dateline.server.environment import secret_key\n"
        "time.sleep(max(0, float(sys.argv[2]) - time.time()))\n"
        "print(secret_key(Path(sys.argv[1])))"
    )
    at = str(time.time() + 1.0)
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", source, str(tmp_path), at], stdout=subprocess.PIPE, text=True
        )
        for _ in range(6)
    ]
    secrets = {process.communicate(timeout=30)[0] for process in processes}
    assert len(secrets) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]


# Docs are tested


def test_every_variable_stands_in_the_docs_and_nothing_else_does():
    documented = re.findall(r"^\| `(DATELINE_\w+)` \|", RUNNING, re.MULTILINE)
    assert documented == list(VARIABLES)


def test_no_text_names_a_variable_that_there_is_not():
    texts = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    named = {name for path in texts for name in re.findall(r"DATELINE_[A-Z_]+", path.read_text())}
    assert named - {"DATELINE_SITE", "DATELINE_TEST_SEED"} <= set(VARIABLES)


def test_the_program_reads_no_other_variable():
    sources = (ROOT / "src").rglob("*.py")
    asked = {
        name
        for path in sources
        for name in re.findall(
            r"(?:environ\S*?[\[(]|_said\(|_listed\()\"([A-Z_]+)\"", path.read_text()
        )
    }
    assert asked == {*VARIABLES, "DJANGO_SETTINGS_MODULE"}
