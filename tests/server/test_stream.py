"""The stream over real sockets."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dateline.server.hub import StreamLimits, head_frame
from tests.server.serving import (
    BLOG,
    STREAM,
    Serving,
    read_all,
    read_until,
    request,
    serving,
    until,
)


@pytest.fixture
def server(tmp_path: Path):
    with serving(tmp_path) as running:
        yield running


def test_a_reader_is_greeted_with_the_head_then_hears_each_new_one(server: Serving) -> None:
    with server.raw(request("GET", STREAM)) as sock:
        greeting = read_until(sock, head_frame(3))
        assert b"content-type: text/event-stream\r\n" in greeting
        assert b"cache-control: no-store\r\n" in greeting
        assert b"x-accel-buffering: no\r\n" in greeting
        assert b"content-encoding" not in greeting
        assert b"retry: 3000\n\n" in greeting
        for rev in (4, 5):
            server.publish(rev)
            read_until(sock, head_frame(rev))


@pytest.mark.parametrize("known", ["0", "2"])
def test_who_missed_something_hears_the_head_at_once(server: Serving, known: str) -> None:
    with server.raw(request("GET", STREAM, f"Last-Event-ID: {known}")) as sock:
        read_until(sock, head_frame(3))


@pytest.mark.parametrize("known", ["3", "4", "999999999999"])
def test_who_missed_nothing_hears_only_what_is_new(server: Serving, known: str) -> None:
    with server.listen(f"Last-Event-ID: {known}") as sock:
        server.publish(7)
        assert head_frame(3) not in read_until(sock, head_frame(7))


@pytest.mark.parametrize("known", ["-1", "x", "9" * 5000, "1e9", "", "٣", "3 3", "0x3", "3;3"])
def test_garbage_for_a_last_event_id_hears_the_head(server: Serving, known: str) -> None:
    with server.raw(request("GET", STREAM, f"Last-Event-ID: {known}")) as sock:
        read_until(sock, head_frame(3))


@pytest.mark.parametrize(
    "known", [b"1\x002", b"1\x7f", b"1\r2", b"1\n event: evil", b"1\r\n\tevil: x"]
)
def test_line_ends_and_nul_in_a_last_event_id_reach_no_field(server: Serving, known: bytes) -> None:
    head = request("GET", STREAM).removesuffix(b"\r\n") + b"Last-Event-ID: " + known + b"\r\n\r\n"
    with server.raw(head) as sock:
        data = sock.recv(65536)
        assert data.startswith((b"HTTP/1.1 400", b"HTTP/1.1 200"))
        assert b"evil" not in data
        assert b"\x00" not in data


@pytest.mark.parametrize(
    "path", ["/syria/none/stream", "/stream", "/a/stream", f"{STREAM}/", "/../syria/stream"]
)
def test_there_is_no_stream_of_no_blog(server: Serving, path: str) -> None:
    assert server.http.get(path).status_code == 404


def test_head_says_the_headers_and_registers_nobody(server: Serving) -> None:
    response = server.http.head(STREAM)
    assert (response.status_code, response.content) == (200, b"")
    assert server.hub.readers == 0


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_a_stream_is_only_read(server: Serving, method: str) -> None:
    response = server.http.request(method, STREAM)
    assert (response.status_code, response.headers["allow"]) == (405, "GET, HEAD")


def test_who_leaves_is_forgotten(server: Serving) -> None:
    socks = [server.listen() for _ in range(5)]
    server.until(lambda: server.hub.readers == 5)
    for sock in socks:
        sock.close()
    server.until(lambda: server.hub.readers == 0)


def test_a_reader_that_never_reads_is_cut_off_and_the_others_hear_all(tmp_path: Path) -> None:
    with serving(tmp_path) as server, server.listen() as well:
        deaf = server.raw(request("GET", STREAM), receive_buffer=2304)
        server.until(lambda: server.hub.readers == 2)
        rev = 3
        while server.run(lambda: server.hub.readers) == 2:
            assert rev < 200_000, "it was never cut off"
            rev += 1
            server.publish(rev)
            read_until(well, head_frame(rev))
        # Cut, not closed: a close would wait until the deaf one reads.
        assert len(read_all(deaf)) < 300_000
        server.publish(rev + 1)
        read_until(well, head_frame(rev + 1))
        deaf.close()


def test_heartbeats_come_and_an_old_connection_ends_cleanly(tmp_path: Path) -> None:
    limits = StreamLimits(heartbeat=0.2, max_age=0.5)
    with serving(tmp_path, limits=limits) as server, server.listen() as sock:
        data = read_all(sock)
        assert b":\n\n" in data
        assert data.endswith(b"0\r\n\r\n")
        server.until(lambda: server.hub.readers == 0)


def test_streams_are_capped_in_all_and_by_address(tmp_path: Path) -> None:
    (tmp_path / "all").mkdir()
    (tmp_path / "one").mkdir()
    for folder, limits, status in (
        ("all", StreamLimits(readers=3), 503),
        ("one", StreamLimits(per_address=3), 429),
    ):
        with serving(tmp_path / folder, limits=limits) as server:
            socks = [server.listen() for _ in range(3)]
            refused = server.http.get(STREAM)
            assert (refused.status_code, refused.headers["retry-after"]) == (status, "30")
            assert "Too many streams" in refused.text
            socks.pop().close()
            server.until(lambda server=server: server.hub.readers == 2)
            server.listen().close()
            for sock in socks:
                sock.close()


def test_sigterm_ends_open_streams_at_once(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "tests.server.serving", str(tmp_path), str(port)]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process:
        try:
            until(lambda: can_connect(port), 10)
            socks = [socket.create_connection(("127.0.0.1", port), 5) for _ in range(20)]
            for sock in socks:
                sock.sendall(request("GET", STREAM))
                read_until(sock, head_frame(3))
            start = time.monotonic()
            os.kill(process.pid, signal.SIGTERM)
            ends = [read_all(sock) for sock in socks]
            process.wait(10)
            took = time.monotonic() - start
        finally:
            process.kill()
        assert process.stderr is not None
        assert b"Cancel" not in process.stderr.read()
    assert all(end.endswith(b"0\r\n\r\n") for end in ends)
    assert took < 2, f"{BLOG}: {took:.1f} s"
    for sock in socks:
        sock.close()


def can_connect(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
    except OSError:
        return False
    return True
