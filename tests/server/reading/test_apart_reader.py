"""The worker's child: what it answers, what breaks it, what the worker never loads."""

import os
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import settings

from dateline.places.store import Store
from dateline.reading.pipeline import Missing
from dateline.server.reading import answering, apart, opened
from dateline.server.reading.answering import BrokeError, HinderedError
from dateline.server.reading.apart import BROKE, ApartReader, StoppedError

STORY = "Shells hit Sarmin on Tuesday and killed 12 people, rescuers said."
AT = datetime(2015, 10, 21, tzinfo=UTC)
WORKER = """
import os, sys, threading
import django
django.setup()
import dateline.server.management.commands.worker
from dateline.server import worker
from dateline.server.reading.rounds import ReadingRounds
print([name for name in ("spacy", "dateline.reading") if name in sys.modules])
"""


@pytest.fixture
def reader():
    made = ApartReader(settings.DATELINE_DATA, threading.Event())
    made.gazetteer = Store(settings.DATELINE_DATA).file
    yield made
    made.close()


def ask(reader, text=STORY):
    return reader.read("text 1", text, AT, None)


def test_the_worker_never_loads_the_language_library(tmp_path):
    there = {"DATELINE_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "dateline.server.settings"}
    command = [sys.executable, "-c", WORKER]
    ended = subprocess.run(command, env=os.environ | there, capture_output=True, check=True)
    assert ended.stdout.strip() == b"[]"


def test_no_answer_brings_the_language_library_along():
    asked = """
import sys, threading
from datetime import UTC, datetime
from pathlib import Path
from dateline.server.reading import answering
from dateline.server.reading.apart import ApartReader
if __name__ == "__main__":
    reader = ApartReader(Path(sys.argv[1]), threading.Event())
    answer = reader.read("text 1", sys.argv[2], datetime(2015, 10, 21, tzinfo=UTC), None)
    try:
        reader.children.ask(60, answering.read, 7, None, None, (), Path("/nowhere")).result()
    except answering.BrokeError as error:
        print(error)
    reader.close()
    print(len(answer.claims), answer.language, "spacy" in sys.modules)
"""
    command = [sys.executable, "-c", asked, str(settings.DATELINE_DATA), STORY]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    assert ended.stdout.split() == ["BadSource", "1", "en", "False"]


def test_it_says_what_a_text_claims_and_what_was_not_read(reader):
    answer = ask(reader)
    [claim] = answer.claims
    assert (claim.quote in STORY, claim.tolls[0].low, answer.language) == (True, 12, "en")
    assert "published" not in answer.note
    assert "is not read" in ask(reader, "Die Stadt wurde gestern von Granaten getroffen. " * 4).note


def test_it_looks_for_the_gazetteer_where_the_store_has_it(reader, tmp_path):
    assert Store(tmp_path).file == tmp_path / answering.GAZETTEER
    assert reader.has_gazetteer()
    assert not ApartReader(tmp_path, threading.Event()).has_gazetteer()


class Answers:
    """Children that answer what they are told, one question after another."""

    def __init__(self, *answers):
        self.answers, self.asked, self.rested = list(answers), [], 0

    def ask(self, seconds, work, *given):
        if work is answering.open_all:
            return _Done(None)
        self.asked.append(work)
        return _Done(self.answers.pop(0))

    def rest(self):
        self.rested += 1

    close = rest


class _Done:
    def __init__(self, answer):
        self.answer = answer

    def result(self):
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


@pytest.fixture
def told(reader, monkeypatch):
    """Have the children answer so: `told(RuntimeError(), …)`."""
    monkeypatch.setattr(apart, "wait", lambda futures, timeout: type("W", (), {"done": futures}))

    def _told(*answers):
        reader.children = Answers(*answers)
        return reader.children

    return _told


def test_a_child_that_was_killed_over_a_text_gets_it_once_more(reader, told):
    children = told(apart.ProcessExpired("killed"), answering.Answer(language="en"))
    assert ask(reader).language == "en"
    assert children.rested == 1


@pytest.mark.parametrize(
    ("errors", "tries"),
    [
        ([apart.ProcessExpired("killed")] * 2, 2),
        ([RuntimeError("lost")] * 2, 2),
        ([TimeoutError()], 1),
        ([BrokeError("MemoryError")], 1),
    ],
)
def test_a_text_that_breaks_it_is_noted_with_no_word_of_it(reader, told, caplog, errors, tries):
    children = told(*errors)
    answer = ask(reader, "The zephyrine quill.")
    assert (answer.claims, answer.note, len(children.asked)) == ((), BROKE, tries)
    assert "text 1" in caplog.text
    assert "zephyrine" not in caplog.text


def test_what_a_text_breaks_in_the_child_is_told_by_its_name_alone(monkeypatch):
    def breaking(*_):
        raise ZeroDivisionError("of the text")

    monkeypatch.setattr(opened, "read_text", breaking)
    with pytest.raises(BrokeError) as caught:
        answering.read("of the text", None, None, (), Path("gazetteer.sqlite"))
    assert str(caught.value) == "ZeroDivisionError"


@pytest.mark.parametrize("error", [Missing("Install one:\n pip install …"), OSError(), KeyError()])
def test_what_cannot_be_opened_hinders_and_blames_no_text(monkeypatch, error):
    def missing(_):
        raise error

    monkeypatch.setattr(opened, "reader", missing)
    with pytest.raises(HinderedError) as caught:
        answering.open_all(Path("gazetteer.sqlite"))
    assert str(caught.value) in ("Install one: pip install …", "OSError", "KeyError")


def test_without_a_model_no_gazetteer_is_built(monkeypatch, tmp_path):
    def missing():
        raise Missing("Install one.")

    monkeypatch.setattr("dateline.reading.pipeline.load", missing)
    with pytest.raises(HinderedError, match="Install one"):
        answering.build(tmp_path)
    assert not (tmp_path / "places").exists()


def test_a_child_that_dies_while_it_opens_hinders_and_blames_no_text(reader, told):
    class Dying(Answers):
        def ask(self, seconds, work, *given):
            return _Done(apart.ProcessExpired("killed"))

    reader.children = told_before = Dying()
    with pytest.raises(HinderedError, match="cannot be started"):
        ask(reader)
    assert (reader.gazetteer, told_before.rested) == (None, 1)


def test_told_to_stop_it_waits_no_longer(reader):
    reader.stop.set()
    began = time.monotonic()
    with pytest.raises(StoppedError):
        reader._awaited(reader.children.ask(60, time.sleep, 30), 60)
    assert time.monotonic() - began < 10


def test_a_question_that_is_lost_is_given_up(reader, monkeypatch):
    monkeypatch.setattr(apart, "LOST", 0.0)
    with pytest.raises(RuntimeError):
        reader._awaited(reader.children.ask(60, time.sleep, 30), 0.1)


def test_an_idle_child_gives_its_memory_back(reader, monkeypatch):
    reader._awaited(reader.children.ask(60, abs, -1), 60)
    reader.rest()
    assert reader.children.pool
    monkeypatch.setattr(apart, "IDLE", 0.0)
    reader.rest()
    assert reader.children.pool is None
