"""The loop beside the stream: it follows, says what hinders it, and never ends by itself."""

import asyncio
import logging
import re
import threading
from datetime import UTC, datetime, timedelta

import pytest
from django.db import OperationalError, connection
from django.utils import timezone

from dateline.ledger.models import Entry
from dateline.ledger.verbs.publishing import correct_update
from dateline.ledger.verbs.writing import Text
from dateline.live.files import SiteFolder
from dateline.live.follow import Follower
from dateline.server import following
from dateline.server.following import Following

pytestmark = pytest.mark.django_db(transaction=True)

BLOG = "putin-in-syria/2015-10-21"


@pytest.fixture(autouse=True)
def hurry(monkeypatch):
    monkeypatch.setattr(following, "PATIENCE", 0.05)
    monkeypatch.setattr(following, "INTERVAL", 0.01)


@pytest.fixture
def trouble(data):
    """Where the desk reads what hinders the site."""
    path = data / "live-trouble.txt"
    path.unlink(missing_ok=True)
    yield path
    path.unlink(missing_ok=True)


def follow_until(condition, seconds=60):
    """Let the loop run until a condition holds; return what it told the hub."""
    told = []

    async def run():
        loop = Following(lambda blog, revision: told.append((blog, revision)))
        await loop.start()
        try:
            async with asyncio.timeout(seconds):
                while not condition(told):
                    await asyncio.sleep(0.005)
        finally:
            await loop.stop()

    asyncio.run(run())
    return told


def page(data, path="index.html"):
    return (data / "site" / BLOG / path).read_text()


def test_it_tells_which_heads_moved_and_the_files_are_there(publish, data):
    publish("One")
    told = follow_until(lambda told: (BLOG, 2) in told)
    assert told == [(BLOG, 2)]
    assert '"rev": 2' in page(data, "head.json")
    assert "One" in page(data)


def test_it_goes_on_with_what_comes_while_it_runs(publish, data):
    publish("One")

    def later(told):
        if (BLOG, 2) in told and not made:
            made.append(threading.Thread(target=publish_there))
            made[0].start()
        return (BLOG, 3) in told

    def publish_there():
        publish("Two")
        connection.close()

    made = []
    assert follow_until(later)[-1] == (BLOG, 3)
    made[0].join()
    assert "Two" in page(data)


def test_nothing_new_tells_nobody(publish):
    publish("One")
    Follower().catch_up()
    rounds = []
    assert follow_until(lambda told: rounds.append(1) or len(rounds) > 20) == []


@pytest.mark.parametrize(
    "error", [OSError(28, "No space left on device"), OperationalError("database is locked")]
)
def test_a_refusing_disk_or_database_is_noted_and_tried_again(
    error, publish, trouble, monkeypatch, data, caplog
):
    publish("One")
    real, noted = SiteFolder.write, []

    def write(self, path, text):
        if not noted and path.endswith("head.json"):
            raise error
        return real(self, path, text)

    def mended(told):
        if trouble.exists() and not noted:
            noted.append(trouble.read_text())
        return (BLOG, 2) in told

    monkeypatch.setattr(SiteFolder, "write", write)
    follow_until(mended)
    assert noted[0].startswith("The site could not be written since ")
    assert str(error) in noted[0]
    assert not trouble.exists()
    assert "Traceback" not in caplog.text
    assert "One" in page(data)


def test_a_fault_of_the_program_does_not_end_it_in_silence(publish, trouble, monkeypatch, caplog):
    publish("One")
    real, noted = Follower.catch_up, []

    def catch_up(self):
        if not noted:
            raise KeyError("a field that is not there")
        return real(self)

    def mended(told):
        if trouble.exists() and not noted:
            noted.append(trouble.read_text())
        return (BLOG, 2) in told

    monkeypatch.setattr(Follower, "catch_up", catch_up)
    with caplog.at_level(logging.ERROR):
        follow_until(mended)
    assert "a field that is not there" in noted[0]
    assert any(record.exc_info for record in caplog.records)  # for whoever runs the site
    assert not trouble.exists()


def test_stopping_waits_for_the_file_being_written(publish, data, monkeypatch):
    publish("One")
    real, begun = SiteFolder.write, threading.Event()

    def slow(self, path, text):
        begun.set()
        return real(self, path, text)

    monkeypatch.setattr(SiteFolder, "write", slow)
    follow_until(lambda _: begun.is_set())
    assert list((data / "site" / ".tmp").iterdir()) == []
    Follower().catch_up()
    assert "One" in page(data)


# A clock that is set back: readers see newest first, whatever the clock says


@pytest.fixture
def set_clock(monkeypatch):
    """Set the clock off by some hours: the clock is the outside world."""
    real = timezone.now

    def _set(hours):
        monkeypatch.setattr(timezone, "now", lambda: real() + timedelta(hours=hours))

    return _set


def times_in(text):
    """Return the times of the updates of a page, in the order in which they stand."""
    articles = re.findall(r"<article.*?</article>", text, re.DOTALL)
    found = [re.search(r'<time[^>]*datetime="([^"]+)"', article) for article in articles]
    return [datetime.fromisoformat(one[1]).astimezone(UTC) for one in found if one]


def test_pages_stay_in_order_when_the_clock_is_set_back(publish, set_clock, data):
    for n, hours in enumerate((0, -2, 3, -48, 0, -1)):
        set_clock(hours)
        publish(f"Update {n}")
        Follower().catch_up()
    times = times_in(page(data))
    assert len(times) == 6
    assert times == sorted(times, reverse=True)
    feed = re.findall(r"<published>([^<]+)</published>", page(data, "feed.atom"))
    assert len(feed) == 6
    assert feed == sorted(feed, reverse=True)


def test_a_pages_own_time_never_goes_back(publish, set_clock, data, alice):
    update, seen = publish("One"), []
    for n, hours in enumerate((0, -5, -72, 1, -1)):
        set_clock(hours)
        correct_update(
            by=alice,
            update=update,
            text=Text(headline=f"One, corrected {n}"),
            note="A figure.",
            based_on=n + 1,
        )
        Follower().catch_up()
        seen.append(re.search(r'"updated": "([^"]+)"', page(data, "head.json"))[1])
    assert seen == sorted(seen)
    times = list(Entry.objects.order_by("sequence").values_list("time", flat=True))
    assert times == sorted(times)
