"""A server on a data folder of the day's own, and what came of the day there."""

import fcntl
import json
import os
import subprocess
import sys
from dataclasses import replace

import pytest

from dateline.places.store import Store
from tests.day.review import EXAMPLES, page, review
from tests.journeys.serving import Server, until
from tests.journeys.watch import Watch
from tests.live.site import BLOG, COLUMN

from . import room
from .journey import Journey, sign_in
from .keyboard import PATIENCE, Effort, Keyboard
from .screen import Screen
from .visited import Visited

ABSENT = "The real day needs ../shared/examples, which is not part of the repo."
LAPTOP = {"width": 1280, "height": 800}


@pytest.fixture(scope="module")
def page_bytes():
    """The page as it was kept."""
    return page() or pytest.skip(ABSENT)


@pytest.fixture(scope="module")
def folder(request, page_bytes, tmp_path_factory):
    """A site with its column and the world's gazetteer; pytest's cache keeps what was slow."""
    data = tmp_path_factory.mktemp("real-day")
    room.ask(data, "found")
    cache = getattr(request.config, "cache", None)
    store = Store(cache.mkdir("world") if cache else tmp_path_factory.mktemp("world"))
    if not store.is_current():
        store.rebuild()
    (data / "places").mkdir(exist_ok=True)
    (data / "places" / "gazetteer.sqlite").symlink_to(store.file)
    return data


@pytest.fixture(scope="module")
def effort(folder):
    """What it takes, from the import on."""
    return Effort()


@pytest.fixture(scope="module")
def imported(folder, effort):
    """What `dateline import` says that it made of the page."""
    told = review()["page"]
    file, day = EXAMPLES / told["file"], str(told["day"])
    return json.loads(
        dateline("import", file, "--column", COLUMN, "--day", day, "--json", data=folder)
    )


@pytest.fixture(scope="module")
def serving(folder, imported):
    """`dateline serve`, whose worker reads nothing: another has the lock."""
    with (folder / "reading.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        server = Server(folder)
        server.start()
        yield server
        server.stop()


@pytest.fixture(scope="module")
def open_browser(serving, browser):
    """A browser of someone's own: no page of it may complain, or ask a stranger for anything."""
    watched = []

    def _open():
        context = browser.new_context(base_url=serving.at, viewport=LAPTOP)
        context.set_default_timeout(PATIENCE)
        watched.append(Watch(context, serving.at))
        return context.new_page()

    yield _open
    assert [watch.strangers for watch in watched if watch.strangers] == []
    assert [watch.complaints for watch in watched if watch.complaints] == []


@pytest.fixture(scope="module")
def day(folder, imported, serving, open_browser, effort):
    """What came of the day, played by keys."""
    olga, alice = (Keyboard(open_browser(), effort) for _ in range(2))
    for hands, name in ((olga, "olga"), (alice, "alice")):
        sign_in(hands, dateline("link", f"{name}@example.org", "--at", serving.at, data=folder))
    screen = Screen(alice)
    journey = Journey(olga, alice, screen, imported["report"])
    journey.play()
    print("\n" + effort.row("the real day"))  # noqa: T201  a row of docs/benchmarks.md
    reader = open_browser()
    until(lambda: "front-name" in reader.request.get(f"/{BLOG}/").text())
    told = {"report": journey.report, "claims": screen.claims, "incidents": screen.incidents}
    outcome = room.ask(folder, "outcome", **told, counts=journey.counts)
    return replace(outcome, site=Visited(outcome.site.root, reader=reader))


def dateline(*arguments, data):
    """Run one command; return what it printed."""
    command = [sys.executable, "-m", "dateline.cli", *map(str, arguments)]
    environment = os.environ | {"DATELINE_DATA": str(data)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()
