"""The fast path is the safe path: from paste to a published, sourced update, nothing waited for.

`pytest -s tests/journeys/test_fast_path.py` prints the rows that docs/benchmarks.md carries.
"""

import fcntl
import os
import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from unittest.mock import patch

import pytest
from playwright.sync_api import expect

from tests.archive.hostile import Hostile, route
from tests.archive.news import article
from tests.processes.program import children_of, names_in

from .newsroom import Newsroom
from .serving import Server, until

MOST_KEYS, MOST_SECONDS = 8, 30
SLOW = 20.0
"""Seconds that the site takes to send its page."""
WORDS = "Rescuers say that twelve people died in the raid on Sarmin."
SENTENCE = "The ministry has not spoken of it so far."


@route("/slow/strike")
def slow_strike(handler, _):
    """Send a page byte after byte: the archive waits for one that still moves."""
    body = article(WORDS)
    handler.head({"Content-Type": "text/html", "Content-Length": str(len(body))})
    handler.drip(body, SLOW / len(body))


class Keyboard:
    """A person's hands: counts each key that goes down, but the letters of the sentence."""

    def __init__(self, page):
        self.page, self.keys, self.began = page, 0, 0.0

    def press(self, chord):
        self.began = self.began or time.monotonic()
        self.keys += len(chord.split("+"))
        self.page.keyboard.press(chord)

    def copied(self, words):
        self.page.evaluate("words => navigator.clipboard.writeText(words)", words)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("fast-path")


@pytest.fixture(scope="module")
def newsroom(folder):
    room = Newsroom(folder)
    room.open()
    yield room
    room.leave()


@pytest.fixture(scope="module")
def server(folder, newsroom):
    """A server of its own, whose worker may reach this machine."""
    serving = Server(folder)
    with patch.dict(os.environ, DATELINE_ALLOW="127.0.0.0/8"):
        serving.start()
    yield serving
    serving.stop()


@pytest.fixture(scope="module")
def _keys():
    return {}


@pytest.fixture
def hostile():
    with Hostile() as site:
        yield site


@pytest.fixture
def worker(server):
    def _worker():
        return next((p for p in children_of(server._child.pid) if b"worker" in names_in(p)), None)

    return until(_worker, 120)


@pytest.fixture
def keyboard(enter, blog):
    page = enter("alice", blog.desk, permissions=["clipboard-read", "clipboard-write"])
    return Keyboard(page)


def stopped(worker, folder):
    """Stop the worker; let it go on where it would keep everybody else from writing."""
    os.kill(worker, signal.SIGSTOP)
    until(lambda: Path(f"/proc/{worker}/stat").read_text().rpartition(")")[2].split()[0] == "T")
    try:
        with (folder / "ledger.lock").open() as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            with closing(sqlite3.connect(folder / "dateline.sqlite3", timeout=0)) as ledger:
                ledger.execute("BEGIN IMMEDIATE")
    except (BlockingIOError, sqlite3.OperationalError):
        os.kill(worker, signal.SIGCONT)
        return False
    return True


def published(keyboard, reader, path, address):
    """Wait until readers see it, judge what it took, and print it."""
    article = reader.locator("#entries > .entry").first
    expect(article.locator("blockquote")).to_contain_text(WORDS, timeout=MOST_SECONDS * 1000)
    seconds = time.monotonic() - keyboard.began
    expect(article.locator("figcaption a")).to_have_attribute("href", address)
    expect(article.locator("figcaption")).to_contain_text("not yet checked")
    expect(article).to_contain_text(SENTENCE)
    print(f"\n| {path} | {keyboard.keys} | {seconds:.1f} |")  # noqa: T201  a row of docs/benchmarks.md
    assert keyboard.keys <= MOST_KEYS
    assert seconds <= MOST_SECONDS
    return article


def test_words_and_address_at_once_while_the_capture_is_slow(
    keyboard, worker, hostile, blog, visit
):
    address = hostile.url("/slow/strike")
    reader = visit(blog.path)
    reader.evaluate("document.body.dataset.mine = 'not reloaded'")
    keyboard.copied(f"{WORDS}\n{address}")
    keyboard.press("Control+v")
    keyboard.page.keyboard.type(SENTENCE)
    keyboard.press("Control+Enter")
    entry = published(keyboard, reader, "words with their address, capture of 20 s", address)
    expect(entry.locator("figcaption")).to_contain_text("kept since", timeout=90_000)
    expect(reader.locator("body")).to_have_attribute("data-mine", "not reloaded")


def test_an_address_and_then_its_words_while_the_worker_is_down(
    keyboard, worker, hostile, blog, visit, folder
):
    address = hostile.put("/raid", article(WORDS))
    reader = visit(blog.path)
    until(lambda: stopped(worker, folder))
    try:
        keyboard.copied(address)
        keyboard.press("Control+v")
        keyboard.copied(WORDS)
        keyboard.press("Control+v")
        keyboard.page.keyboard.type(SENTENCE)
        keyboard.press("Control+Enter")
        entry = published(keyboard, reader, "address, then words, worker down", address)
        assert hostile.paths() == []
    finally:
        os.kill(worker, signal.SIGCONT)
    expect(entry.locator("figcaption")).to_contain_text("kept since", timeout=90_000)
    expect(entry.locator("figcaption")).not_to_contain_text("not yet checked")
