"""Many writers on one SQLite file: nobody is turned away, nothing lost, no number given twice."""

import subprocess
import sys
import threading

import pytest
from django.db import connection

from dateline.ledger.models import Entry, LiveBlog, Update
from dateline.ledger.verbs.publishing import publish_update
from dateline.ledger.verbs.writing import Text, write_update

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
