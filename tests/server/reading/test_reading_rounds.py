"""The worker's reading: what is due, once; what hinders it; what breaks it."""

import threading

import pytest
from django.db import IntegrityError, OperationalError

from dateline.codebook import Claim as Said
from dateline.desk.claims import hindrance
from dateline.ledger import storage
from dateline.ledger.models import Claim, Entry, Reading
from dateline.ledger.verbs.capturing import Words, add_text, keep_capture
from dateline.ledger.verbs.redacting import redact_report
from dateline.ledger.verbs.reports import Caution, bring_report
from dateline.reading import VERSION
from dateline.server.reading import due, rounds
from dateline.server.reading.answering import Answer, HinderedError
from dateline.server.reading.apart import StoppedError
from dateline.server.reading.due import READER, desk_zone, next_due
from dateline.server.reading.rounds import AFTER_A_BUILD, AFTER_TROUBLE, INTERVAL, ReadingRounds
from tests.ledger.kept import AT, asked, kept

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def report(carl):
    return bring_report(by=carl, asked=asked("https://example.org/strike"))


@pytest.fixture
def capture(report):
    return keep_capture(report, kept())


class FakeReader:
    """Read in this process: a claim of the whole text, or whatever `breaks` raises."""

    def __init__(self):
        self.asked, self.breaks, self.rested, self.gazetteer = [], [], 0, True

    def has_gazetteer(self):
        return self.gazetteer

    def read(self, name, text, published, zone, taught):
        self.asked.append((name, text, published, zone))
        if self.breaks:
            raise self.breaks.pop(0)
        return Answer((Said(text, 0, len(text), "event"),), "en", "A word.")

    def rest(self):
        self.rested += 1

    def close(self):
        pass


@pytest.fixture
def worker(settings, tmp_path):
    settings.DATELINE_DATA = tmp_path
    made = ReadingRounds(threading.Event())
    made.reader = FakeReader()
    yield made
    if made.lock:
        made.lock.close()


def test_a_kept_text_is_read_once_and_its_claims_are_proposed(worker, capture):
    assert worker.one_round() == 0
    assert worker.one_round() == INTERVAL
    [claim] = Claim.objects.all()
    assert (claim.status, claim.language) == ("proposed", "en")
    [reading] = Reading.objects.all()
    assert (reading.reader, reading.note) == (READER, "A word.")
    assert (len(worker.reader.asked), worker.reader.rested) == (1, 1)


def test_the_reader_is_known_by_the_version_of_reading():
    assert f"dateline-{VERSION}" == READER


def test_it_tells_the_reader_when_a_report_was_published_and_the_desks_zone(
    worker, capture, column
):
    worker.one_round()
    [(_, _, published, zone)] = worker.reader.asked
    assert published == AT
    assert zone.key == "Asia/Damascus"


def test_where_columns_disagree_no_zone_is_taken(column, other_column):
    assert desk_zone() is None


def test_a_newer_reader_reads_again(worker, capture, monkeypatch):
    worker.one_round()
    for module in (due, rounds):
        monkeypatch.setattr(module, "READER", "dateline-next")
    assert next_due(()) == capture.text


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


def test_what_is_redacted_while_it_is_read_is_proposed_nowhere(
    worker, report, capture, owner, monkeypatch, caplog
):
    def reading(*_):
        redact_report(by=owner, report=report, reason="It named a shelter.")
        return Answer((Said("Twelve", 0, 6, "event"),), "en")

    monkeypatch.setattr(worker.reader, "read", reading)
    assert [worker.one_round(), worker.one_round()] == [0, INTERVAL]
    assert not Claim.objects.exists()
    assert not Reading.objects.exists()
    assert caplog.text == ""  # nothing is amiss


def test_a_protected_report_is_read_and_held_and_nothing_of_it_is_logged(worker, carl, caplog):
    wanted = asked("https://example.org/secret-quill")
    report = bring_report(by=carl, asked=wanted, caution=Caution(protected=True))
    keep_capture(report, kept("The zephyrine quill hit Sarmin."))
    worker.reader.breaks = [ZeroDivisionError("zephyrine")]
    worker.one_round()
    worker.passed_over.clear()
    worker.looked_at = -1
    worker.one_round()
    assert Claim.objects.get().report.is_held
    assert caplog.text
    assert "quill" not in caplog.text
    assert "zephyrine" not in caplog.text


@pytest.mark.parametrize("error", [ZeroDivisionError("of the text"), IntegrityError("of the text")])
def test_a_text_that_cannot_be_proposed_stops_no_other(worker, report, capture, error, caplog):
    newer = keep_capture(report, kept("Another version.", captured_at=AT.replace(hour=20)))
    worker.reader.breaks = [error]
    assert [worker.one_round(), worker.one_round(), worker.one_round()] == [0, 0, INTERVAL]
    assert Reading.objects.get().text == capture.text
    assert worker.passed_over == {newer.text.pk}
    assert "of the text" not in caplog.text


def test_bytes_that_are_missing_stop_no_other(worker, report, capture, caplog):
    newer = keep_capture(report, kept("Lost.", captured_at=AT.replace(hour=20)))
    storage.drop(newer.text.sha256)
    assert [worker.one_round(), worker.one_round(), worker.one_round()] == [0, 0, INTERVAL]
    assert Reading.objects.get().text == capture.text
    assert caplog.text.count("bytes of this text are missing") == 1


def test_what_hinders_all_reading_is_said_once_here_and_on_the_desk(worker, capture, caplog):
    worker.reader.breaks = [HinderedError("Install one: pip install …")] * 3
    assert [worker.one_round() for _ in range(3)] == [AFTER_TROUBLE] * 3
    assert caplog.text.count("pip install") == 1
    assert hindrance.told() == "Install one: pip install …"
    assert worker.one_round() == 0
    assert hindrance.told() == ""
    assert Claim.objects.count() == 1


def test_another_hindrance_is_said_too(worker, capture, caplog):
    worker.reader.breaks = [HinderedError("One."), HinderedError("Another.")]
    worker.one_round()
    worker.one_round()
    assert "One." in caplog.text
    assert "Another." in caplog.text
    assert hindrance.told() == "Another."


def test_a_database_that_refuses_leaves_the_next_round_its_work(worker, capture, monkeypatch):
    def refusing(*_, **__):
        raise OperationalError("database is locked")

    with monkeypatch.context() as patched:
        patched.setattr(rounds, "propose_claims", refusing)
        assert worker.one_round() == AFTER_TROUBLE
    assert worker.one_round() == 0
    assert Claim.objects.count() == 1


def test_a_folder_that_refuses_its_lock_does_not_end_the_worker(worker, capture):
    worker.data = worker.data / "not-there"
    assert worker.one_round() == AFTER_TROUBLE
    assert not Reading.objects.exists()


def test_nothing_new_costs_one_question(worker, capture, django_assert_num_queries):
    worker.one_round()
    worker.one_round()
    with django_assert_num_queries(1):
        assert worker.one_round() == INTERVAL


def test_told_to_stop_it_leaves_what_is_in_hand(worker, capture):
    worker.reader.breaks = [StoppedError()]
    worker.one_round()
    assert not Reading.objects.exists()
    assert next_due(worker.passed_over) == capture.text


def test_of_two_workers_one_reads_until_the_other_takes_over(worker, capture):
    other = ReadingRounds(threading.Event())
    assert other._is_ours()
    assert worker.one_round() == INTERVAL
    assert not Reading.objects.exists()
    other.lock.close()
    assert worker.one_round() == 0


def test_a_gazetteer_is_built_only_after_a_long_quiet(worker, capture, monkeypatch):
    long = [False, False, True]
    monkeypatch.setattr(rounds.Quiet, "is_long", lambda _: long.pop(0))
    worker.reader.gazetteer = False
    assert [worker.one_round(), worker.one_round()] == [INTERVAL, INTERVAL]
    assert worker.reader.asked == []
    assert worker.one_round() == 0


def test_without_a_text_that_is_due_no_gazetteer_is_built(worker):
    worker.reader.gazetteer = False
    assert worker.one_round() == INTERVAL
    assert (worker.quiet, worker.reader.asked) == (None, [])


def test_a_build_that_failed_is_tried_again_after_a_longer_time_and_another_quiet(
    worker, capture, monkeypatch
):
    monkeypatch.setattr(rounds.Quiet, "is_long", lambda _: True)
    worker.reader.gazetteer = False
    worker.reader.breaks = [HinderedError("The disk is full.")]
    assert worker.one_round() == AFTER_A_BUILD
    assert worker.quiet is None
    assert worker.one_round() == 0


def test_no_error_ends_the_round(worker, capture, monkeypatch, caplog):
    def broken(_):
        raise ZeroDivisionError("of the text")

    monkeypatch.setattr(rounds, "next_due", broken)
    assert worker.one_round() == AFTER_TROUBLE
    assert "of the text" not in caplog.text


def test_every_reading_makes_one_entry_and_none_is_made_twice(worker, capture):
    worker.one_round()
    before = Entry.objects.count()
    worker.looked_at = -1
    worker.one_round()
    assert Entry.objects.count() == before
