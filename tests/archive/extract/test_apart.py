import os
import signal
import time
from concurrent.futures import CancelledError, ThreadPoolExecutor

import pytest

from dateline.archive.extract import Apart, Extracted
from tests.archive.extract.pages import SENTENCES, URL, page


@pytest.fixture(scope="module")
def apart():
    with Apart(seconds=15) as pool:
        yield pool


def ask(pool: Apart, body: bytes) -> Extracted:
    return pool.extract(body, url=URL, declared_type="text/html", charset="utf-8")


def test_it_reads_as_in_our_own_process(apart):
    assert ask(apart, page()).text == "\n".join(SENTENCES)


def test_a_child_that_is_killed_while_it_waits_is_replaced():
    with Apart() as pool:
        os.kill(pool.children.ask(15, os.getpid).result(), signal.SIGKILL)
        end = time.monotonic() + 30
        while pool.children.opened().active and time.monotonic() < end:
            time.sleep(0.01)
        assert ask(pool, page()).text == "\n".join(SENTENCES)
    with pytest.raises(RuntimeError):
        ask(pool, page())  # closed for good


def test_what_is_in_hand_when_it_is_closed_is_not_called_unreadable(monkeypatch):
    pool, futures = Apart(), []
    ask_children = pool.children.ask

    def asked_of_children(*given, **said):
        futures.append(ask_children(*given, **said))
        return futures[0]

    monkeypatch.setattr(pool.children, "ask", asked_of_children)
    with ThreadPoolExecutor(1) as thread:
        asked = thread.submit(ask, pool, page("<p>word <a href='/x'>link</a></p>" * 200_000))
        end = time.monotonic() + 30
        while not (futures and futures[0].running()) and time.monotonic() < end:
            time.sleep(0.01)
        pool.close()
        with pytest.raises((CancelledError, RuntimeError)):
            asked.result()


def test_what_takes_too_long_is_unreadable_and_the_next_is_read():
    endless = page("<p>word <a href='/x'>link</a></p>" * 200_000)
    with Apart(seconds=0.5) as pool:
        started = time.monotonic()
        found = ask(pool, endless)
        assert found == Extracted(looks_like="unreadable")
        assert time.monotonic() - started < 60
        pool.seconds = 15
        assert ask(pool, page()).text == "\n".join(SENTENCES)


def test_what_takes_too_much_memory_is_unreadable_and_the_next_is_read():
    with Apart(memory=64 * 1024**2) as pool:
        greedy = page(f"<p>{'x ' * 5_000_000}</p>")
        assert ask(pool, greedy).looks_like == "unreadable"
        assert ask(pool, page()).text == "\n".join(SENTENCES)
