"""Many writers on one SQLite file: nobody is turned away, nothing lost, no number given twice."""

import subprocess
import sys
import threading
from contextlib import suppress

import pytest
from django.db import connection

from dateline.ledger.models import Capture, Entry, LiveBlog, Report, Source, Update
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.capturing import keep_capture
from dateline.ledger.verbs.in_hand import take_due
from dateline.ledger.verbs.publishing import publish_update
from dateline.ledger.verbs.redacting import drop_redacted_bytes, redact_report
from dateline.ledger.verbs.reports import bring_report
from dateline.ledger.verbs.sources import SourceText, add_source, merge
from dateline.ledger.verbs.watching import add_watch, take_due_watches
from dateline.ledger.verbs.writing import Text, write_update
from tests.ledger.conftest import files
from tests.ledger.kept import asked, kept

pytestmark = pytest.mark.django_db(transaction=True)

PROCESS = """
import sys
import django
django.setup()
from dateline.ledger.models import LiveBlog, Person
from dateline.ledger.verbs.publishing import publish_update
from dateline.ledger.verbs.writing import Text, write_update
by, blog = Person.objects.get(email="alice@example.org"), LiveBlog.objects.get()
for n in range(25):
    update = write_update(by=by, blog=blog, text=Text(headline=f"{sys.argv[1]} {n}"))
    publish_update(by=by, update=update)
"""


def assert_all_published(count):
    numbers = Update.objects.order_by("number").values_list("number", flat=True)
    assert list(numbers) == list(range(1, count + 1))
    revisions = Entry.objects.exclude(revision=None).values_list("revision", flat=True)
    assert sorted(revisions) == list(range(1, count + 2))  # the blog's own start is the first
    blog = LiveBlog.objects.get()
    assert (blog.count, blog.revision) == (count, count + 1)


def test_the_tests_use_a_file_with_a_write_ahead_log(db):
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode")
        assert cursor.fetchone() == ("wal",)


def test_eight_threads(alice, blog, holds):
    failures = []
    start = threading.Barrier(8)

    def work(name):
        try:
            start.wait()
            for n in range(12):
                update = write_update(by=alice, blog=blog, text=Text(headline=f"{name} {n}"))
                publish_update(by=alice, update=update)
            write_update(by=alice, blog=blog, text=Text(headline="the 25th verb"))
        except Exception as failure:
            failures.append(failure)
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=(name,)) for name in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert Update.objects.filter(status="draft").count() == 8
    numbers = Update.objects.exclude(number=None).values_list("number", flat=True)
    assert sorted(numbers) == list(range(1, 97))
    assert LiveBlog.objects.get().revision == 97
    assert holds()


@pytest.mark.processes
def test_two_processes(alice, blog, holds):
    processes = [
        subprocess.Popen([sys.executable, "-c", PROCESS, name], stderr=subprocess.PIPE)
        for name in ("one", "two")
    ]
    for process in processes:
        _, complaints = process.communicate(timeout=60)
        assert (process.returncode, complaints) == (0, b"")
    assert_all_published(50)
    authors = {update.headline.split()[0] for update in Update.objects.filter(number__lte=30)}
    assert authors == {"one", "two"}  # they took turns
    assert holds()


def test_threads_that_publish_the_same_update_publish_it_once(alice, write, holds):
    update, outcomes = write("Once"), []

    def work():
        try:
            outcomes.append(publish_update(by=alice, update=update).number)
        except Exception as refusal:
            outcomes.append(type(refusal).__name__)
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes, key=str) == [1, *["Refused"] * 5]
    assert_all_published(1)
    assert holds()


def at_once(*works):
    """Run these in a thread each, all beginning together; return what went wrong."""
    failures, start = [], threading.Barrier(len(works))

    def run(work):
        try:
            start.wait()
            work()
        except Exception as failure:
            failures.append(failure)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return failures


def test_two_workers_never_take_the_same_report(carl, holds):
    for n in range(30):
        bring_report(by=carl, asked=asked(f"https://example.org/{n}"))
    taken = []

    def work():
        while mine := take_due(2):
            taken.extend(mine)
            for report in mine:
                keep_capture(report, kept(picture=None))

    assert at_once(*[work] * 4) == []
    assert len(taken) == len(set(taken)) == 30
    assert set(Capture.objects.values_list("number", flat=True)) == {1}
    assert Source.objects.count() == 1
    assert holds()


def test_two_workers_never_take_the_same_watch(alice):
    for n in range(20):
        add_watch(by=alice, address=f"https://example.org/{n}")
    taken = []

    def work():
        while mine := take_due_watches(3):
            taken.extend(mine)

    assert at_once(*[work] * 4) == []
    assert len(taken) == len(set(taken)) == 20


def test_threads_that_ask_for_the_same_address_get_the_same_report(alice, carl, holds):
    found = []

    def work(by):
        for n in range(10):
            report = bring_report(by=by, asked=asked(f"https://example.org/{n}"))
            found.append(report.pk)

    assert at_once(*[lambda by=by: work(by) for by in (alice, carl) * 2]) == []
    assert len(found) == 40
    assert len(set(found)) == Report.objects.count() == 10
    assert holds()


def test_threads_that_keep_the_same_report_number_its_versions(report, cite, told, holds):
    update = cite(report)
    assert at_once(*[lambda: keep_capture(report, kept(picture=None))] * 6) == []
    assert sorted(Capture.objects.values_list("number", flat=True)) == [1, 2, 3, 4, 5, 6]
    assert len(told(update)) == 7
    assert holds()


def test_a_redaction_among_captures_leaves_no_bytes(report, owner, data, holds):
    refused = []

    def keep():
        for _ in range(8):
            try:
                keep_capture(report, kept())
            except Refused:
                refused.append(1)

    def redact():
        redact_report(by=owner, report=report, reason="It named a shelter.")

    def tidy():
        for _ in range(8):
            drop_redacted_bytes()

    assert at_once(keep, keep, redact, tidy) == []
    assert Capture.objects.count() + len(refused) == 16
    assert files(data) == []
    assert holds()


def test_threads_that_merge_crosswise_close_no_ring(alice, holds):
    sources = [add_source(by=alice, text=SourceText(name=name)) for name in "ABCD"]

    def merge_round(n):
        with suppress(Refused):
            merge(by=alice, one=sources[n], into=sources[(n + 1) % 4])

    assert at_once(*[lambda n=n: merge_round(n) for n in range(4)]) == []
    assert Source.objects.filter(merged_into=None).count() == 1
    assert len({one.whole for one in Source.objects.all()}) == 1
    assert holds()


@pytest.mark.processes
def test_a_killed_writer_blocks_nobody_and_leaves_nothing_half(alice, blog, holds):
    script = PROCESS.replace("    publish_update(", "    print(n, flush=True)\n    publish_update(")
    process = subprocess.Popen([sys.executable, "-c", script, "doomed"], stdout=subprocess.PIPE)
    process.stdout.readline()
    process.kill()
    process.wait()
    process.stdout.close()
    assert write_update(by=alice, blog=blog, text=Text(headline="On it goes"))
    assert holds()
