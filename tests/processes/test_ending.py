"""Ending: asked to, it ends soon and leaves nothing running; two never serve one folder."""

import os
import signal
import socket
import time
from contextlib import ExitStack
from datetime import timedelta

import pytest
from django.utils import timezone

from dateline.ledger.models import Update
from dateline.ledger.verbs.publishing import schedule_update

from .program import free_port, is_running, until

pytestmark = [pytest.mark.processes, pytest.mark.django_db(transaction=True)]

BLOG = "putin-in-syria/2015-10-21"
STREAM = f"GET /{BLOG}/stream HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()


def listen(server):
    """Open a stream and read its greeting; it is never read again."""
    sock = socket.create_connection(("127.0.0.1", server.port), 5)
    sock.sendall(STREAM)
    assert b"200 OK" in sock.recv(65536)
    return sock


def assert_gone(server, worker):
    assert not is_running(worker)
    with socket.create_server(("127.0.0.1", server.port)):
        pass  # the port is free again


def test_a_sigterm_with_open_streams_ends_it_soon_and_leaves_nothing(serve, publish):
    publish("One")
    server = serve()
    worker = server.with_worker()
    until(lambda: server.shows(f"{BLOG}/head.json", "rev"))  # written last of a change
    with ExitStack() as streams:
        for _ in range(30):
            streams.enter_context(listen(server))
        code, seconds = server.end()
    assert code in (0, -signal.SIGTERM)
    assert seconds < 6
    assert_gone(server, worker)
    assert "Traceback" not in server.said()


def test_a_sigterm_while_it_starts_ends_it_too(serve):
    for moment in (0.2, 0.5, 0.8):
        server = serve(wait=False)
        time.sleep(moment)
        worker = server.worker
        code, _ = server.end()
        assert code in (0, -signal.SIGTERM)
        assert worker is None or not is_running(worker)


def test_ctrl_c_at_a_terminal_is_no_accident(serve):
    server = serve()
    worker = server.with_worker()
    time.sleep(1)
    os.killpg(server.pid, signal.SIGINT)  # as a terminal does: to everyone of the group
    assert server.process.wait(10) in (0, -signal.SIGINT, 130)
    assert_gone(server, worker)
    assert server.said() == ""


def test_a_sigterm_lets_the_worker_finish_what_it_is_at(serve, write, alice, holds):
    for n in range(40):
        soon = timezone.now() + timedelta(seconds=1)
        schedule_update(by=alice, update=write(f"At its time {n}"), when=soon)
    server = serve()
    until(lambda: Update.objects.filter(status="published").exists(), pause=0.001)
    code, seconds = server.end()
    assert code in (0, -signal.SIGTERM)
    assert seconds < 6
    published = Update.objects.exclude(number=None).order_by("number")
    assert [u.number for u in published] == list(range(1, published.count() + 1))
    assert holds()


def test_a_second_server_on_the_same_folder_is_refused_in_plain_words(serve, blog, data):
    first = serve()
    second = serve(wait=False)
    assert second.process.wait(20) == 1
    assert second.said() == f"CommandError: {data} is being served already.\n"
    assert first.answers() == 200


def test_a_port_that_is_taken_is_refused_in_plain_words(serve, data, tmp_path):
    with socket.create_server(("127.0.0.1", free_port())) as taken:
        server = serve(wait=False, port=taken.getsockname()[1])
        assert server.process.wait(20) > 0
    assert "address already in use" in server.said()
    assert "Traceback" not in server.said()


def test_after_a_kill_the_folder_can_be_served_at_once(serve, blog):
    server = serve()
    server.kill()
    serve(port=server.port)


@pytest.fixture
def holds():
    from dateline.ledger.verify import verify  # noqa: PLC0415  a fixture of this file alone

    return lambda: verify().broken is None
