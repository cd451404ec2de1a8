"""The worker: what is due, once, and again after what hindered it."""

import signal
import subprocess
import threading
import time
from datetime import timedelta

import pytest
from django.db import OperationalError
from django.utils import timezone

from dateline.ledger.models import Entry, Update
from dateline.ledger.verbs.blogs import close_blog
from dateline.ledger.verbs.publishing import schedule_update
from dateline.server import worker
from tests.processes.program import DATELINE, dateline, until

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def due(write, alice, monkeypatch):
    """Schedule updates, and turn the clock past their time: `due("One", "Two")`."""
    real = timezone.now

    def _due(*headlines):
        for n, headline in enumerate(headlines):
            when = real() + timedelta(minutes=n + 1)
            schedule_update(by=alice, update=write(headline), when=when)
        monkeypatch.setattr(timezone, "now", lambda: real() + timedelta(hours=1))

    return _due


@pytest.fixture
def started():
    """Start real workers: `started(*options)`, with an input that is held open."""
    processes = []

    def _start(*options, stdin=subprocess.PIPE):
        process = subprocess.Popen(
            [*DATELINE, "worker", *options], stdin=stdin, stderr=subprocess.PIPE
        )
        processes.append(process)
        return process

    yield _start
    for process in processes:
        process.kill()
        process.wait()
        for pipe in filter(None, (process.stdin, process.stderr)):
            pipe.close()


def published():
    found = Update.objects.exclude(number=None).order_by("number")
    return list(found.values_list("headline", flat=True))


def test_a_round_publishes_what_is_due_the_earliest_first(due):
    due("One", "Two", "Three")
    worker.one_round()
    assert published() == ["One", "Two", "Three"]
    assert set(Entry.objects.filter(verb="publish_scheduled").values_list("who", flat=True)) == {
        None
    }


def test_a_second_round_publishes_nothing_again(due):
    due("Once")
    worker.one_round()
    worker.one_round()
    assert published() == ["Once"]
    assert Entry.objects.filter(verb="publish_scheduled").count() == 1


def test_rounds_at_the_same_time_publish_once(due):
    due(*(f"Update {n}" for n in range(12)))
    start = threading.Barrier(4)

    def work():
        start.wait()
        worker.one_round()
        worker.connections.close_all()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(published()) == sorted(f"Update {n}" for n in range(12))
    assert Entry.objects.filter(verb="publish_scheduled").count() == 12


def test_what_is_not_due_waits(write, alice):
    when = timezone.now() + timedelta(hours=1)
    schedule_update(by=alice, update=write("Later"), when=when)
    worker.one_round()
    assert published() == []


def test_a_closed_blog_waits(due, alice, blog):
    due("Too late")
    close_blog(by=alice, blog=blog)
    worker.one_round()
    assert published() == []


@pytest.mark.parametrize("error", [OperationalError("database is locked"), OSError(28, "full")])
def test_a_round_that_is_hindered_leaves_the_next_one_its_work(due, monkeypatch, error, caplog):
    due("After all")
    real = worker.publish_due

    def hindered():
        raise error

    monkeypatch.setattr(worker, "publish_due", hindered)
    worker.one_round()
    assert str(error) in caplog.text
    monkeypatch.setattr(worker, "publish_due", real)
    worker.one_round()
    assert published() == ["After all"]


def test_it_stops_when_told_to(monkeypatch):
    monkeypatch.setattr(worker, "INTERVAL", 0.01)
    stop, rounds = threading.Event(), []
    monkeypatch.setattr(worker, "publish_due", lambda: rounds.append(1) or stop.set())
    worker.run(stop)
    assert rounds == [1]


def test_without_its_archive_it_ends_to_be_started_again_whole(monkeypatch):
    monkeypatch.setattr(worker, "INTERVAL", 0.01)
    monkeypatch.setattr(worker.Rounds, "run", lambda rounds: None)
    stop = threading.Event()
    worker.run(stop)
    assert stop.is_set()


def test_where_publishing_breaks_it_ends_whole_and_is_started_again(monkeypatch):
    monkeypatch.setattr(worker, "INTERVAL", 0.01)

    def broken():
        raise ZeroDivisionError

    monkeypatch.setattr(worker, "publish_due", broken)
    stop = threading.Event()
    with pytest.raises(ZeroDivisionError):
        worker.run(stop)
    assert stop.is_set()
    assert "archive" not in {one.name for one in threading.enumerate()}


@pytest.mark.processes
def test_the_process_publishes_within_seconds_of_its_time(started, write, alice):
    process = started("--attached")
    when = timezone.now() + timedelta(seconds=0.5)
    schedule_update(by=alice, update=write("At its time"), when=when)
    until(lambda: published() == ["At its time"])
    entry = Entry.objects.get(verb="publish_scheduled")
    assert entry.time >= when
    assert process.poll() is None


@pytest.mark.processes
def test_attached_it_ends_when_its_input_does(started, blog):
    process = started("--attached")
    time.sleep(0.3)
    process.stdin.close()
    assert process.wait(15) == 0
    assert process.stderr.read() == b""


@pytest.mark.processes
def test_alone_it_goes_on_without_any_input_as_under_a_service_manager(started, write, alice):
    process = started(stdin=subprocess.DEVNULL)
    when = timezone.now() + timedelta(seconds=0.5)
    schedule_update(by=alice, update=write("At its time"), when=when)
    until(lambda: published() == ["At its time"])
    assert process.poll() is None


@pytest.mark.processes
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_without_a_word(started, write, alice, number):
    process = started()
    schedule_update(by=alice, update=write("It runs"), when=timezone.now() + timedelta(seconds=0.1))
    until(lambda: published() == ["It runs"])
    process.send_signal(number)
    assert process.wait(15) == 0
    assert process.stderr.read() == b""


@pytest.mark.processes
def test_a_folder_without_a_site_is_refused_in_plain_words(tmp_path):
    ended = dateline("worker", data=tmp_path)
    assert ended.returncode == 1
    assert ended.stderr == f"CommandError: There is no site in {tmp_path}. Look at --data.\n"
