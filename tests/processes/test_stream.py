"""A reader's stream learns within a second of what another process publishes."""

import json
import socket
import subprocess
import sys
import time

import pytest

from dateline.ledger.models import LiveBlog

from .program import ROOT, until

pytestmark = [pytest.mark.processes, pytest.mark.django_db(transaction=True)]

BLOG = "putin-in-syria/2015-10-21"
PUBLISH = """
import sys, time
import django
django.setup()
from dateline.ledger.models import LiveBlog, Person
from dateline.ledger.verbs.publishing import publish_update
from dateline.ledger.verbs.writing import Text, write_update
by, blog = Person.objects.get(email="alice@example.org"), LiveBlog.objects.get()
for line in sys.stdin:
    update = write_update(by=by, blog=blog, text=Text(headline=line.strip()))
    publish_update(by=by, update=update)
    print(time.time(), flush=True)
"""


class Stream:
    """A raw client: what it reads is what the wire brought."""

    def __init__(self, port, *headers):
        self.sock = socket.create_connection(("127.0.0.1", port), 5)
        lines = [f"GET /{BLOG}/stream HTTP/1.1", "Host: localhost", *headers, "", ""]
        self.sock.sendall("\r\n".join(lines).encode())
        self.data = b""

    def until(self, words, seconds=60):
        """Read until these words have come; return when."""
        end = time.monotonic() + seconds
        while words not in self.data:
            self.sock.settimeout(max(0.01, end - time.monotonic()))
            part = self.sock.recv(65536)
            assert part, f"closed after {self.data!r}"
            self.data += part
        return time.time()

    def close(self):
        self.sock.close()


@pytest.fixture
def listen():
    streams = []

    def _listen(port, *headers):
        streams.append(Stream(port, *headers))
        return streams[-1]

    yield _listen
    for stream in streams:
        stream.close()


@pytest.fixture
def elsewhere(blog):
    """Publish in another process: `elsewhere(headline)` returns when the verb had returned."""
    process = subprocess.Popen(
        [sys.executable, "-c", PUBLISH],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )

    def _publish(headline):
        process.stdin.write(f"{headline}\n")
        process.stdin.flush()
        return float(process.stdout.readline())

    yield _publish
    process.communicate(timeout=20)
    assert process.returncode == 0


def frame(rev):
    return f'id: {rev}\nevent: head\ndata: {{"rev":{rev}}}\n\n'.encode()


def test_a_stream_learns_within_a_second_of_a_verb_in_another_process(serve, listen, elsewhere):
    server = serve()
    until(lambda: server.shows(f"{BLOG}/head.json", '"rev": 1'))
    stream = listen(server.port)
    stream.until(frame(1))
    delays = []
    for rev in range(2, 7):
        acknowledged = elsewhere(f"Number {rev - 1}")
        delays.append(stream.until(frame(rev)) - acknowledged)
        head = json.loads((server.site / BLOG / "head.json").read_text())
        assert head["rev"] >= rev  # what the stream announced is there to be fetched
        assert (server.site / BLOG / f"rev/{rev}.json").exists()
    assert sorted(delays)[len(delays) // 2] < 1.0, delays


def test_every_stream_of_the_blog_learns_of_it(serve, listen, elsewhere):
    server = serve()
    until(lambda: server.shows(f"{BLOG}/head.json", '"rev": 1'))
    streams = [listen(server.port) for _ in range(20)]
    for stream in streams:
        stream.until(frame(1))
    elsewhere("One")
    for stream in streams:
        stream.until(frame(2))


def test_a_stream_that_comes_back_after_a_kill_gets_what_it_missed(serve, listen, elsewhere):
    server = serve()
    elsewhere("Before")
    until(lambda: server.shows(f"{BLOG}/head.json", '"rev": 2'))
    listen(server.port).until(frame(2))
    server.kill()
    elsewhere("While it was down")
    server = serve(port=server.port)
    until(lambda: server.shows(f"{BLOG}/head.json", '"rev": 3'))
    back = listen(server.port, "Last-Event-ID: 2")
    back.until(frame(3))
    assert frame(2) not in back.data
    assert LiveBlog.objects.get().revision == 3
