"""The archive's work by itself: what is due, side by side, whatever goes wrong in one piece."""

import fcntl
import socket
import threading

import pytest
from django.db import OperationalError, connections
from django.utils import timezone

from dateline.archive import rounds
from dateline.archive.bring import bring_address
from dateline.archive.verify import faults_of
from dateline.archive.watch.robots import Robots
from dateline.ledger.models import Capture, Report
from dateline.ledger.verbs.in_hand import let_go, take
from dateline.ledger.verbs.redacting import redact_report
from dateline.ledger.verbs.reports import ask_again
from dateline.ledger.verbs.watching import add_watch, note_watch_trouble
from dateline.ledger.verify import verify
from tests.archive.news import article
from tests.processes.program import until
from tests.processes.test_full_disk import small_disk

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def watch(owner):
    """A watch of which only what it brings is looked at."""
    watch = add_watch(by=owner, address="https://example.org/feed")
    note_watch_trouble(watch, words="", due_at=None)
    return watch


@pytest.fixture
def working(archive, monkeypatch):
    """Let the archive work in a thread, as in the worker: `working()`."""
    monkeypatch.setattr(rounds, "INTERVAL", 0.01)
    started = []

    def _work(one=archive):
        def run():
            one.run()
            connections.close_all()

        thread = threading.Thread(target=run)
        thread.start()
        started.append((thread, one))

    yield _work
    for thread, one in started:
        one.stop.set()
        thread.join(20)
        assert not thread.is_alive()


def kept():
    return Capture.objects.count()


def test_what_is_due_is_kept_and_what_is_not_waits(archive, hostile, later):
    first = bring_address(by=None, address=hostile.put("/1", article()))
    archive.one()
    assert (kept(), first.newest.number) == (1, 1)
    archive.one()
    assert kept() == 1
    hostile.put("/1", article("Other words stand here since an hour ago, more or less."))
    later(minutes=61)
    archive.one()
    assert first.newest.number == 2


def test_what_a_killed_worker_had_in_hand_is_taken_up_at_once(archive, hostile):
    take(bring_address(by=None, address=hostile.put("/1", article())))
    archive.one()
    assert kept() == 1


def test_beside_another_worker_nothing_is_taken_from_it(archive, hostile, working, data):
    take(bring_address(by=None, address=hostile.put("/1", article())))
    with (data / "worker.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_SH)
        working()
        bring_address(by=None, address=hostile.put("/2", article()))
        until(lambda: kept() == 1)
    assert Report.objects.exclude(busy_until=None).count() == 1


def test_two_workers_never_keep_the_same_report_twice(archive, hostile, working, monkeypatch):
    for n in range(12):
        bring_address(by=None, address=hostile.put(f"/{n}", article(title=f"Number {n} of them")))
    other = rounds.Rounds(threading.Event())
    working()
    working(other)
    until(lambda: kept() == 12)
    assert sorted(hostile.paths()) == sorted(f"/{n}" for n in range(12))
    assert verify().broken is None


# One that goes wrong


@pytest.mark.parametrize("error", [ValueError, KeyError, RecursionError, UnicodeError])
def test_what_breaks_says_so_at_the_report_and_holds_up_nobody(
    archive, hostile, monkeypatch, caplog, error
):
    bad = bring_address(by=None, address=hostile.put("/bad", article()))
    bring_address(by=None, address=hostile.put("/good", article()))
    real = archive.keeper.keep

    def keep(report, brought):
        if report == bad:
            raise error("https://planted-secret.example.org/")
        return real(report, brought)

    monkeypatch.setattr(archive.keeper, "keep", keep)
    archive.one()
    bad.refresh_from_db()
    assert bad.trouble == rounds.OUR_FAULT
    assert (bad.tries, bad.busy_until) == (1, None)
    assert bad.due_at > timezone.now()
    assert kept() == 1
    assert error.__name__ in caplog.text
    assert "planted-secret" not in caplog.text


@pytest.mark.parametrize("error", [OSError(28, "planted-secret"), OperationalError("planted")])
def test_what_the_disk_or_the_database_hinders_is_done_soon_after(
    archive, hostile, monkeypatch, caplog, later, error
):
    report = bring_address(by=None, address=hostile.put("/1", article()))
    real = archive.keeper.keep

    def hindered(*_):
        raise error

    monkeypatch.setattr(archive.keeper, "keep", hindered)
    archive.one()
    report.refresh_from_db()
    assert (report.tries, report.trouble, report.busy_until, kept()) == (0, "", None, 0)
    assert "planted" not in caplog.text
    monkeypatch.setattr(archive.keeper, "keep", real)
    later(seconds=61)
    archive.one()
    assert kept() == 1


def test_a_full_disk_leaves_no_record_without_bytes_and_is_done_when_there_is_room(
    archive, hostile, later, data
):
    with small_disk(data / "bytes", "16k") as disk:
        (disk / "filler").write_bytes(bytes(15_000))
        bring_address(by=None, address=hostile.put("/1", article("Words.", title="x" * 400) * 20))
        archive.one()
        assert kept() == 0
        assert verify().broken is None
        (disk / "filler").unlink()
        later(seconds=61)
        archive.one()
        assert kept() == 1
        capture = Capture.objects.get()
        assert list(faults_of(capture)) == []


def test_a_disk_that_is_full_as_the_worker_starts_stops_nothing_for_good(
    archive, hostile, working, monkeypatch
):
    take(bring_address(by=None, address=hostile.put("/1", article())))
    real, tried = rounds.let_go_of_all, []

    def full_once():
        tried.append(1)
        if len(tried) == 1:
            raise OperationalError("disk is full")
        real()

    monkeypatch.setattr(rounds, "let_go_of_all", full_once)
    working()
    until(lambda: kept() == 1)


def test_what_was_redacted_while_it_was_looked_at_says_nothing(
    archive, hostile, monkeypatch, caplog, owner
):
    report = bring_address(by=None, address=hostile.put("/1", article()))
    real = archive.keeper._extracted

    def meanwhile(brought):
        redact_report(by=owner, report=report, reason="It names a shelter.")
        return real(brought)

    monkeypatch.setattr(archive.keeper, "_extracted", meanwhile)
    archive.one()
    assert kept() == 0
    assert caplog.text == ""


# Persons first, politeness to sites


def test_what_a_person_asks_for_does_not_wait_behind_slow_items_of_a_feed(
    archive, hostile, working, watch, settings
):
    settings.DATELINE_ALLOW = ["127.0.0.0/8"]
    archive = rounds.Rounds(threading.Event())
    with socket.create_server(("127.0.0.2", 0)) as silent:
        port = silent.getsockname()[1]
        for n in range(8):
            bring_address(by=None, address=f"http://127.0.0.2:{port}/{n}", watch=watch)
        working(archive)
        until(lambda: Report.objects.exclude(busy_until=None).count() == 3)
        bring_address(by=None, address=hostile.put("/1", article()))
        until(lambda: kept() == 1)
        archive.stop.set()


@pytest.fixture
def crawled(hostile, watch):
    """What a watch found: `crawled("/1")`."""

    def _crawled(path):
        return bring_address(by=None, address=hostile.put(path, article()), watch=watch)

    return _crawled


def test_robots_txt_keeps_a_crawler_out_and_no_person(archive, hostile, crawled, owner):
    hostile.put("/robots.txt", b"User-agent: *\nDisallow: /private")
    report, other = crawled("/private/1"), crawled("/open/1")
    archive.one()
    report.refresh_from_db()
    assert (report.trouble, report.due_at) == (rounds.ASKED_NOT_TO, None)
    assert (kept(), other.captures.count()) == (1, 1)
    ask_again(by=owner, report=report)
    archive.one()
    assert report.captures.count() == 1


def test_what_a_person_brings_in_asks_no_robots_txt(archive, hostile):
    hostile.put("/robots.txt", b"User-agent: *\nDisallow: /")
    bring_address(by=None, address=hostile.put("/1", article()))
    archive.one()
    assert kept() == 1
    assert hostile.paths() == ["/1"]


def test_a_site_that_cannot_say_is_asked_again_and_that_stands_there(archive, hostile, crawled):
    hostile.put("/robots.txt", b"", status=503)
    report = crawled("/1")
    archive.one()
    report.refresh_from_db()
    assert (report.trouble, report.tries) == (rounds.CANNOT_SAY, 1)
    assert report.due_at > timezone.now()
    assert hostile.paths() == ["/robots.txt"]


def test_a_crawl_delay_is_kept_and_everyone_gets_a_turn(archive, hostile, crawled, later):
    hostile.put("/robots.txt", b"User-agent: *\nCrawl-delay: 10")
    start = timezone.now()
    archive.robots = Robots(archive.fetcher, clock=lambda: (timezone.now() - start).total_seconds())
    for n in range(5):
        crawled(f"/{n}")
    told = []
    for _ in range(6):
        for _ in range(3):
            archive.one()
        told.append(kept())
        later(seconds=10.5)
    assert told == [1, 2, 3, 4, 5, 5]
    assert not archive.booked


def test_a_short_crawl_delay_is_waited_for_without_going_back(archive, hostile, crawled):
    hostile.put("/robots.txt", b"User-agent: *\nCrawl-delay: 0.1")
    for n in range(3):
        crawled(f"/{n}")
    archive.one()
    assert kept() == 3


# Ending


def test_it_ends_soon_while_a_site_keeps_silent_and_counts_no_failure(archive, hostile, working):
    report = bring_address(by=None, address=hostile.url("/drip/body"))
    working()
    until(hostile.paths)
    archive.stop.set()
    until(lambda: archive.fetcher.closed)
    until(lambda: not any(one.running() for one in archive.running))
    report.refresh_from_db()
    assert (report.tries, report.trouble, report.standing) == (0, "", "")
    let_go(report, due_at=report.due_at)
    assert take(report)


def test_what_is_read_as_it_ends_is_not_kept_as_unreadable(archive, hostile, monkeypatch):
    report = bring_address(by=None, address=hostile.put("/1", article()))
    real = archive.apart.extract

    def ended(body, **said):
        archive.stop.set()
        archive.fetcher.close()
        return real(b"", **said)

    monkeypatch.setattr(archive.apart, "extract", ended)
    archive.one()
    report.refresh_from_db()
    assert (kept(), report.tries, report.trouble) == (0, 0, "")
