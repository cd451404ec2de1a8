"""The worker's reading: what is due, once; what hinders it; what breaks it."""

import threading

import pytest
from django.db import OperationalError

from dateline.codebook import Claim as Said
from dateline.ledger import storage
from dateline.ledger.models import Claim, Reading
from dateline.ledger.verbs.capturing import Words, add_text, keep_capture
from dateline.ledger.verbs.redacting import redact_report
from dateline.ledger.verbs.reports import bring_report
from dateline.reading import Reading as Found
from dateline.reading.pipeline import Missing
from dateline.server.reading import due, rounds
from dateline.server.reading.due import READER, desk_zone, next_due
from dateline.server.reading.rounds import AFTER_TROUBLE, BROKE, INTERVAL, ReadingRounds
from tests.ledger.kept import AT, asked, kept

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def report(carl):
    return bring_report(by=carl, asked=asked("https://example.org/strike"))


@pytest.fixture
def capture(report):
    return keep_capture(report, kept())


class Done:
    """A future that is done already."""

    def __init__(self, work):
        self.work = work

    def result(self):
        return self.work()


class FakeChildren:
    """Read in this process: a claim of the whole text, or whatever `breaks` raises."""

    def __init__(self):
        self.asked, self.breaks = [], []

    def ask(self, seconds, work, *given):
        if work is rounds.built:
            return Done(lambda: given[0])
        return Done(lambda: self._read(*given))

    def _read(self, text, given, gazetteer):
        self.asked.append((text, given))
        if self.breaks:
            raise self.breaks.pop(0)
        return Found((Said(text, 0, len(text), "event"),), "en", ("A word.",))

    def close(self):
        pass


@pytest.fixture
def worker(monkeypatch):
    monkeypatch.setattr(rounds, "wait", lambda futures, timeout: type("W", (), {"done": futures}))
    made = ReadingRounds(threading.Event())
    made.children = FakeChildren()
    return made


def test_a_kept_text_is_read_once_and_its_claims_are_proposed(worker, capture):
    assert worker.one_round() == 0
    assert worker.one_round() == INTERVAL
    [claim] = Claim.objects.all()
    assert (claim.status, claim.language) == ("proposed", "en")
    [reading] = Reading.objects.all()
    assert (reading.reader, reading.note) == (READER, "A word.")
    assert len(worker.children.asked) == 1


def test_it_tells_the_reader_when_a_report_was_published_and_the_desks_zone(
    worker, capture, column
):
    worker.one_round()
    [(_, given)] = worker.children.asked
    assert given.published == AT
    assert given.zone.key == "Asia/Damascus"


def test_where_columns_disagree_no_zone_is_taken(column, other_column):
    assert desk_zone() is None


def test_a_newer_reader_reads_again(worker, capture, monkeypatch):
    worker.one_round()
    for module in (due, rounds):
        monkeypatch.setattr(module, "READER", "dateline-next")
    assert ReadingRounds(threading.Event())._next() == capture.text


def test_the_newest_text_of_a_capture_is_due_and_the_newest_capture_first(report, capture):
    better = add_text(capture, Words(text="A better text of it.", extractor="dateline-2"))
    assert next_due(()) == better
    newer = keep_capture(report, kept("Another version.", captured_at=AT.replace(hour=20)))
    assert next_due(()) == newer.text
    assert next_due((newer.text.pk,)) == better


def test_an_empty_text_is_not_due(report):
    keep_capture(report, kept(""))
    assert next_due(()) is None


def test_a_redacted_report_is_not_due(report, capture, owner):
    redact_report(by=owner, report=report, reason="It named a shelter.")
    assert next_due(()) is None


def test_what_breaks_once_is_tried_again(worker, capture):
    worker.children.breaks = [TimeoutError()]
    worker.one_round()
    assert Claim.objects.count() == 1


@pytest.mark.parametrize("error", [TimeoutError(), MemoryError(), ZeroDivisionError("of the text")])
def test_what_breaks_twice_is_noted_and_stops_no_other(worker, report, capture, error, caplog):
    keep_capture(report, kept("Another version.", captured_at=AT.replace(hour=20)))
    worker.children.breaks = [error, error]
    assert [worker.one_round(), worker.one_round()] == [0, 0]
    assert sorted(Reading.objects.values_list("note", flat=True)) == ["A word.", BROKE]
    assert worker.one_round() == INTERVAL
    assert "of the text" not in caplog.text


def test_bytes_that_are_missing_stop_no_other(worker, report, capture, caplog):
    newer = keep_capture(report, kept("Lost.", captured_at=AT.replace(hour=20)))
    storage.drop(newer.text.sha256)
    worker.one_round()
    worker.one_round()
    assert Reading.objects.get().text == capture.text
    assert worker.one_round() == INTERVAL
    assert caplog.text.count("bytes of this text are missing") == 1


def test_without_a_model_it_waits_and_says_why(worker, capture, caplog):
    worker.children.breaks = [Missing("Install one: pip install …")]
    assert worker.one_round() == AFTER_TROUBLE
    assert "pip install" in caplog.text
    assert worker.one_round() == 0
    assert Claim.objects.count() == 1


def test_a_database_that_refuses_leaves_the_next_round_its_work(worker, capture, monkeypatch):
    def refusing(*_, **__):
        raise OperationalError("database is locked")

    with monkeypatch.context() as patched:
        patched.setattr(rounds, "propose_claims", refusing)
        assert worker.one_round() == AFTER_TROUBLE
    assert worker.one_round() == 0
    assert Claim.objects.count() == 1


def test_nothing_new_costs_one_question(worker, capture, django_assert_num_queries):
    worker.one_round()
    worker.one_round()
    with django_assert_num_queries(1):
        assert worker.one_round() == INTERVAL


def test_told_to_stop_it_leaves_what_is_in_hand(capture, monkeypatch):
    stop = threading.Event()
    made = ReadingRounds(stop)
    made.children = FakeChildren()
    stop.set()
    monkeypatch.setattr(rounds, "wait", lambda futures, timeout: type("W", (), {"done": ()}))
    made.one_round()
    assert not Reading.objects.exists()


def test_of_two_workers_one_reads(settings, tmp_path):
    path = tmp_path / "reading.lock"
    with path.open("w") as one, path.open("w") as other:
        assert rounds._ours(one)
        assert not rounds._ours(other)
