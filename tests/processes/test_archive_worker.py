"""The worker as a process, capturing: killed, ended, beside another, while a site keeps silent."""

import json
import os
import signal
import socket
import subprocess
import time
from datetime import timedelta

import pytest
from django.utils import timezone

from dateline.archive.bring import bring_address
from dateline.archive.verify import faults_of, other_faults
from dateline.ledger.models import Capture, Entry, Report, Seal, Update, Watch
from dateline.ledger.verbs.publishing import schedule_update
from dateline.ledger.verbs.reports import Caution
from dateline.ledger.verbs.watching import add_watch
from dateline.ledger.verify import verify
from tests.archive.hostile import Hostile
from tests.archive.news import article
from tests.archive.test_seal import authority_in, serve

from .program import DATELINE, children_of, is_running, until

assert serve  # a fixture, found by its name

pytestmark = [pytest.mark.processes, pytest.mark.django_db(transaction=True)]

ENDS_WITHIN = 10.0
"""Seconds: three that what is in hand has, and a machine that does much else."""
SECRET = "zephyrine-quill"


class Pausing(Hostile):
    """A hostile server one of whose pages comes only when the test lets it."""

    def __init__(self):
        super().__init__()
        self.open = False

    def put_slow(self, path, body):
        """Serve a page that hangs until `open` is set."""
        return self.put(path, _Slow(self, body))


class _Slow(bytes):
    def __new__(cls, server, body):
        made = super().__new__(cls, body)
        made.server = server
        return made

    def __len__(self):
        # The head is written with the length: whoever asks for it waits here.
        while not self.server.open and not self.server.stopping.wait(0.01):
            pass
        return super().__len__()


@pytest.fixture
def hostile():
    with Pausing() as server:
        yield server


@pytest.fixture
def started(tmp_path):
    """Start workers that may reach this machine: `started(DATELINE_TSA=…)`."""
    processes = []

    def _start(**variables):
        log = (tmp_path / f"worker-{len(processes)}.log").open("w+b")
        process = subprocess.Popen(
            [*DATELINE, "worker"],
            env=os.environ | {"DATELINE_ALLOW": "127.0.0.0/8"} | variables,
            stdin=subprocess.DEVNULL,
            stderr=log,
        )
        process.log = log
        processes.append(process)
        return process

    yield _start
    for process in processes:
        process.kill()
        process.wait()
        process.log.close()


def said(process):
    process.log.seek(0)
    return process.log.read().decode()


def bring(address, **how):
    return bring_address(by=None, address=address, **how)


def assert_whole():
    assert verify().broken is None
    assert [list(faults_of(one)) for one in Capture.objects.all() if list(faults_of(one))] == []
    assert list(other_faults()) == []


def test_killed_in_mid_capture_it_takes_up_its_job_at_the_next_start(started, hostile):
    report = bring(hostile.put_slow("/slow", article()))
    worker = started()
    until(lambda: "/slow" in hostile.paths())
    worker.kill()
    worker.wait()
    report.refresh_from_db()
    assert (report.tries, report.trouble, report.standing) == (0, "", "")
    assert not Capture.objects.exists()
    hostile.open = True
    started()
    until(lambda: Capture.objects.exists())
    report.refresh_from_db()
    assert (Capture.objects.count(), report.busy_until) == (1, None)
    assert_whole()


def test_killed_again_and_again_it_keeps_each_report_once(started, hostile, data):
    hostile.open = True
    for n in range(8):
        bring(hostile.put(f"/{n}", article(f"Sentence {n} is as long as a sentence is.")))
    for most in (1, 4):
        worker = started()
        until(lambda most=most: Capture.objects.count() >= most, pause=0.005)
        readers = children_of(worker.pid)
        worker.kill()
        worker.wait()
        assert_whole()
        until(lambda readers=readers: not any(map(is_running, readers)))
    started()
    until(lambda: Capture.objects.count() == 8)
    assert set(Capture.objects.values_list("number", flat=True)) == {1}
    assert Entry.objects.filter(verb="note_trouble").count() == 0
    assert_whole()


@pytest.mark.parametrize("path", ["/silent", "slow to connect"])
def test_a_sigterm_ends_it_soon_and_counts_no_failure(started, hostile, path):
    with socket.socket() as full:  # its queue is full: nobody gets an answer, nor a refusal
        full.bind(("127.0.0.2", 0))
        full.listen(0)
        callers = [socket.socket() for _ in range(2)]
        for caller in callers:
            caller.setblocking(False)
            caller.connect_ex(full.getsockname())
        there = f"http://127.0.0.2:{full.getsockname()[1]}/"
        report = bring(there if path.startswith("slow") else hostile.url(path))
        worker = started()
        until(lambda: Report.objects.exclude(busy_until=None).exists())
        if not path.startswith("slow"):
            until(hostile.paths)
        began = time.monotonic()
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(20) == 0
        assert time.monotonic() - began < ENDS_WITHIN
        for caller in callers:
            caller.close()
    assert said(worker) == ""
    report.refresh_from_db()
    assert (report.tries, report.trouble, report.standing) == (0, "", "")


def test_a_scheduled_update_is_published_on_time_while_every_capture_hangs(
    started, hostile, write, alice
):
    for n in range(8):
        bring(hostile.put_slow(f"/{n}", article()))
    started()
    until(hostile.paths)
    when = timezone.now() + timedelta(seconds=0.5)
    schedule_update(by=alice, update=write("At its time"), when=when)
    until(lambda: Update.objects.exclude(number=None).exists())
    assert Entry.objects.get(verb="publish_scheduled").time - when < timedelta(seconds=5)
    assert not Capture.objects.exists()


def test_two_workers_side_by_side_keep_each_report_once(started, hostile):
    workers = [started(), started()]
    for n in range(12):
        bring(hostile.put(f"/{n}", article(f"Sentence {n} is as long as a sentence is.")))
    until(lambda: Capture.objects.count() == 12)
    assert sorted(hostile.paths()) == sorted(f"/{n}" for n in range(12))
    assert all(is_running(one.pid) for one in workers)
    assert_whole()


def test_a_watch_survives_its_worker(started, hostile, owner):
    items = "".join(f"<item><link>/{n}</link></item>" for n in range(3))
    feed = f"<rss version='2.0'><channel><title>Feed</title>{items}</channel></rss>".encode()
    for n in range(3):
        hostile.put_slow(f"/{n}", article(f"Sentence {n} is as long as a sentence is."))
    hostile.put("/feed", feed, {"Content-Type": "application/rss+xml"})
    watch = add_watch(by=owner, address=hostile.url("/feed"))
    worker = started()
    until(lambda: Report.objects.filter(watch=watch).count() == 3)
    worker.kill()
    worker.wait()
    hostile.open = True
    started()
    until(lambda: Capture.objects.count() == 3)
    until(lambda: Watch.objects.get().kind == "feed")
    watch.refresh_from_db()
    assert (watch.trouble, Report.objects.count()) == ("", 3)


def test_the_command_captures_beside_a_worker_and_neither_doubles_it(started, hostile):
    started()
    address = hostile.put("/news", article())
    command = [*DATELINE, "capture", address, "--json"]
    env = os.environ | {"DATELINE_ALLOW": "127.0.0.1/32"}
    for version in (1, 2):
        ended = subprocess.run(command, env=env, capture_output=True, check=False)
        assert (ended.returncode, ended.stderr) == (0, b""), ended.stdout
        assert json.loads(ended.stdout)["version"] == version
    assert Capture.objects.count() == 2
    assert Report.objects.get().busy_until is None


def test_an_authority_seals_what_the_worker_keeps(started, hostile, serve, tmp_path):
    tsa = serve(authority_in(tmp_path))
    bring(hostile.put("/news", article()))
    started(DATELINE_TSA=tsa.url, DATELINE_TSA_ROOTS=str(tsa.folder / "root.pem"))
    until(lambda: Seal.objects.exists())
    assert list(faults_of(Capture.objects.get(), tsa.roots)) == []


def test_no_word_of_a_protected_report_stands_in_the_log(started, hostile, monkeypatch):
    paths = ["/status/404", "/status/403", "/status/503", "/loop", "/endless", "/bomb/gzip"]
    paths += ["/bomb/br", "/not-http", "/hangs-up", "/cut-off", "/huge-header", "/inward/private"]
    paths += ["/lying/type", "/lying/encoding", "/lying/charset", f"/to/http:{SECRET}"]
    for path in paths:
        bring(f"{hostile.url(path)}?{SECRET}", caution=Caution(protected=True))
    bring(f"http://{SECRET}.invalid/", caution=Caution(protected=True))
    deep = "<div>" * 200_000
    hostile.put(f"/{SECRET}", f"<title>{SECRET}</title>{deep}<p>{SECRET}".encode())
    bring(hostile.url(f"/{SECRET}"), caution=Caution(protected=True))
    worker = started()
    until(lambda: not Report.objects.filter(looked_at=None, tries=0).exists())
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(20) == 0
    assert SECRET not in said(worker)
    assert "Traceback" not in said(worker)
