"""The worker as a process, reading: killed, ended, beside another, without a gazetteer."""

import os
import signal
import subprocess
import time

import pytest

from dateline.ledger.models import Claim, Reading
from dateline.ledger.verbs.capturing import keep_capture
from dateline.ledger.verbs.reports import bring_report
from dateline.ledger.verify import verify
from dateline.places.store import Store
from tests.ledger.kept import asked, kept
from tests.places.cast import CAST

from .program import DATELINE, children_of, is_running, until

pytestmark = [pytest.mark.processes, pytest.mark.django_db(transaction=True)]

STORY = (
    "Rescuers said that Russian warplanes bombed a hospital in Sarmin on Tuesday. "
    "They said that the strike killed 12 people and wounded many more.\n"
)
READING = 90.0
"""Seconds that a first reading may take: a child is the least of a busy machine's concerns."""


@pytest.fixture
def small_world(data, monkeypatch):
    """Have a gazetteer there already: building the world's takes a minute."""
    monkeypatch.setattr("dateline.places.store.world", lambda: [CAST])
    store = Store(data)
    if not store.is_current():
        store.rebuild()


@pytest.fixture
def started(tmp_path):
    """Start workers: `started()`."""
    processes = []

    def _start(**variables):
        log = (tmp_path / f"worker-{len(processes)}.log").open("w+b")
        command = [*DATELINE, "worker"]
        env = os.environ | variables
        process = subprocess.Popen(command, env=env, stdin=subprocess.DEVNULL, stderr=log)
        process.log = log
        processes.append(process)
        return process

    yield _start
    for process in processes:
        process.kill()
        process.wait()
        process.log.close()


@pytest.fixture
def keep(carl):
    """Keep a report's text: `keep(1, text)`."""

    def _keep(number, text=STORY):
        report = bring_report(by=carl, asked=asked(f"https://example.org/{number}"))
        return keep_capture(report, kept(f"{text}Story {number}.\n", warc=b"WARC %d" % number))

    return _keep


def said(process):
    process.log.seek(0)
    return process.log.read().decode()


def test_what_was_kept_is_read_by_itself(small_world, started, keep):
    worker = started()
    keep(1)
    until(lambda: Claim.objects.exists(), READING)
    assert Claim.objects.filter(status="proposed").count() == Claim.objects.count()
    assert said(worker) == ""


def test_killed_again_and_again_it_reads_each_text_once(small_world, started, keep):
    texts = {keep(n, STORY * 5).text.pk for n in range(12)}
    for most in (1, 5):
        worker = started()
        until(lambda most=most: Reading.objects.count() >= most, READING, pause=0.005)
        readers = children_of(worker.pid)
        worker.send_signal(signal.SIGKILL)
        worker.wait()
        until(lambda readers=readers: not any(map(is_running, readers)))
    started()
    until(lambda: Reading.objects.count() == 12, READING)
    assert set(Reading.objects.values_list("text", flat=True)) == texts
    assert not Reading.objects.filter(note__startswith="Reading broke").exists()
    claims = Claim.objects.values_list("text", "start", "end", "said")
    assert len({str(one) for one in claims}) == len(claims)
    assert verify().broken is None


def test_a_reader_that_is_killed_is_started_again(small_world, started, keep):
    worker = started()
    keep(1)
    until(lambda: Reading.objects.count() == 1, READING)
    for reader in children_of(worker.pid):
        os.kill(reader, signal.SIGKILL)
    keep(2)
    until(lambda: Reading.objects.count() == 2, READING)
    assert is_running(worker.pid)


def test_two_workers_read_each_text_once(small_world, started, keep):
    workers = [started(), started()]
    for n in range(6):
        keep(n)
    until(lambda: Reading.objects.count() == 6, READING)
    assert all(is_running(one.pid) for one in workers)
    assert verify().broken is None


def test_a_sigterm_ends_it_in_the_middle_of_a_long_text(small_world, started, keep):
    keep(1, STORY * 4000)
    worker = started()
    until(lambda: len(children_of(worker.pid)) > 0)
    readers = children_of(worker.pid)
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(20) == 0
    until(lambda: not any(map(is_running, readers)))
    assert not Reading.objects.exists()


def test_without_a_gazetteer_nothing_is_built_or_started_while_it_is_not_quiet(data, started, keep):
    keep(1)
    worker = started()
    until(lambda: (data / "reading.lock").exists())
    time.sleep(8)
    assert children_of(worker.pid) == []
    assert not (data / "places").exists()
    assert said(worker) == ""
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(20) == 0
