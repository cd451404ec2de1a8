"""`dateline read DIR`: each file to one of its own, going on after a kill, bad files skipped."""

import json
import os
import signal
import subprocess
import time
from contextlib import suppress

import pytest
from django.conf import settings
from django.core.management import CommandError

from dateline.server.reading import folder
from dateline.server.reading.children import readers
from dateline.server.reading.folder import Folder
from dateline.server.reading.given import Given
from tests.processes.program import DATELINE, children_of, is_running, until

STORY = (
    "Shells hit Sarmin on 20 October 2015 and killed {} people, rescuers said. "
    "The wounded were taken to the hospital, which has been without power for a week.\n"
)


@pytest.fixture
def texts(tmp_path):
    """Three texts, one of them in a folder within."""
    made = tmp_path / "texts"
    (made / "more").mkdir(parents=True)
    for n, name in enumerate(("one.txt", "two.txt", "more/three.md"), 11):
        (made / name).write_text(STORY.format(n))
    return made


@pytest.fixture
def out(tmp_path):
    return tmp_path / "texts.claims"


def tolls(path):
    lines = [json.loads(line) for line in path.read_text().splitlines()]
    return [toll["low"] for claim in lines for toll in claim["tolls"]]


def test_each_file_has_its_claims_beside_the_folder(say, texts, out):
    printed, err = say("read", texts)
    assert printed == ""
    assert f"3 read: {out}" in err
    assert "not read in 3 files: No time of publication is known" in err
    assert tolls(out / "one.txt.jsonl") == [11]
    assert tolls(out / "more" / "three.md.jsonl") == [13]


def test_a_folder_is_not_read_half_one_way_and_half_another(say, texts, out):
    say("read", texts, "--published", "2015-10-21")
    (texts / "four.txt").write_text(STORY.format(14))
    with pytest.raises(CommandError, match="was begun with another --published"):
        say("read", texts, "--published", "1999-01-01")
    assert not (out / "four.txt.jsonl").exists()
    say("read", texts, "--published", "2015-10-21")
    assert tolls(out / "four.txt.jsonl") == [14]


def test_a_link_out_of_the_folder_is_left_alone(say, texts, out, tmp_path):
    (tmp_path / "secret.txt").write_text(STORY.format(99))
    (texts / "link.txt").symlink_to(tmp_path / "secret.txt")
    (texts / "inner.txt").symlink_to(texts / "one.txt")
    say("read", texts)
    assert not (out / "link.txt.jsonl").exists()
    assert tolls(out / "inner.txt.jsonl") == [11]


def test_what_is_done_is_skipped_and_what_changed_is_read_again(say, texts, out):
    say("read", texts)
    before = (out / "two.txt.jsonl").stat().st_mtime_ns
    (texts / "one.txt").write_text(STORY.format(40))
    later = time.time() + 10
    os.utime(texts / "one.txt", (later, later))
    _, err = say("read", texts)
    assert "1 read, 2 had been read before" in err
    assert tolls(out / "one.txt.jsonl") == [40]
    assert (out / "two.txt.jsonl").stat().st_mtime_ns == before


def test_bad_files_are_told_and_the_others_read(say, texts, out):
    (texts / "a.pdf").write_bytes(b"%PDF-1.7 and so on")
    (texts / "latin.txt").write_bytes("Взрыв".encode("cp1251"))
    (texts / "page.html").write_text("<!DOCTYPE html><html><body>Twelve died.</body></html>")
    (texts / "empty.txt").write_text("")
    (texts / "loop.txt").symlink_to(texts / "loop.txt")
    with pytest.raises(CommandError, match=r"3 of 7 could not be read") as failed:
        say("read", texts)
    assert failed.value.returncode == 1
    done = sorted(str(path.relative_to(out)) for path in out.rglob("*.jsonl"))
    assert done == ["empty.txt.jsonl", "more/three.md.jsonl", "one.txt.jsonl", "two.txt.jsonl"]


def test_hidden_files_and_the_claims_themselves_are_no_texts(texts):
    (texts / ".git").mkdir()
    (texts / ".git" / "config").write_text("x")
    (texts / "out").mkdir()
    (texts / "out" / "one.txt.jsonl").write_text("{}")
    files = Folder(texts, texts / "out").files()
    assert [path.name for path in files] == ["three.md", "one.txt", "two.txt"]


def test_a_folder_is_written_as_lines_only_and_never_into_itself(say, texts):
    with pytest.raises(CommandError, match="leave --format out"):
        say("read", texts, "--format", "table")
    with pytest.raises(CommandError, match="another --out"):
        say("read", texts, "--out", texts)


def test_an_out_that_cannot_be_written_is_said_in_one_line(say, texts, tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CommandError, match="cannot be written"):
        say("read", texts, "--out", tmp_path / "file")


def die(path, given, gazetteer):
    """Stand in for reading: one text kills its process, one hangs, one raises."""
    text = path.read_text()
    if "11" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "12" in text:
        raise ZeroDivisionError
    return ["{}"], ()


def test_a_text_that_kills_its_process_stops_no_other(texts, out, monkeypatch):
    monkeypatch.setattr(folder, "read_file", die)
    made = Folder(texts, out)
    made.read(made.files(), Given(), settings.DATELINE_DATA, 1, lambda _: None)
    assert made.outcome.read == 1
    assert sorted(path.name for path, _ in made.outcome.bad) == ["one.txt", "two.txt"]


def test_what_outlasts_its_time_is_ended():
    with readers() as children, pytest.raises(TimeoutError):
        children.ask(0.5, time.sleep, 60).result()


def ended(process, how):
    """End a process as somebody at a terminal does, who presses again what nothing comes of."""
    while process.poll() is None:
        process.send_signal(how)
        with suppress(subprocess.TimeoutExpired):
            process.wait(5)
    return process.returncode


@pytest.mark.processes
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_ended_in_the_middle_it_goes_on_from_there(tmp_path, how):
    texts = tmp_path / "texts"
    texts.mkdir()
    for n in range(60):
        (texts / f"{n:02}.txt").write_text(STORY.format(n + 2) * 40)
    out = tmp_path / "texts.claims"
    environment = {**os.environ, "DATELINE_DATA": str(settings.DATELINE_DATA)}
    command = [*DATELINE, "read", str(texts), "--jobs", "2"]
    process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE)
    until(lambda: len(list(out.glob("*.jsonl"))) >= 3)
    readers = children_of(process.pid)
    code = ended(process, how)
    process.stderr.close()
    assert code == (130 if how == signal.SIGINT else -9)
    until(lambda: not any(map(is_running, readers)))
    done = len(list(out.glob("*.jsonl")))
    assert done < 60
    again = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert again.returncode == 0, again.stderr
    assert f"{60 - done} read, {done} had been read before" in again.stderr
    assert all(len(tolls(path)) > 0 for path in out.glob("*.jsonl"))
    assert [path.name for path in out.glob(".*")] == [".read-as.json"]
