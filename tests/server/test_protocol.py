"""Hostile connections: slow heads, endless heads, and peers that never read."""

import socket
import time
from pathlib import Path

import pytest

from dateline.server.hub import head_frame
from tests.server.serving import BLOG, STREAM, HastyProtocol, Serving, read_all, request, serving


@pytest.fixture
def server(tmp_path: Path):
    with serving(tmp_path, protocol=HastyProtocol) as running:
        yield running


def drip(sock: socket.socket, part: bytes, seconds: float = 4) -> float:
    """Send a part again and again until the server closes; return how long that took."""
    start = time.monotonic()
    sock.settimeout(0.05)
    while time.monotonic() - start < seconds:
        try:
            sock.sendall(part)
            if sock.recv(1000) == b"":
                break
        except TimeoutError:
            continue
        except OSError:
            break
    return time.monotonic() - start


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (b"GET / HTTP/1.1\r\n", b"X-A: b\r\n"),
        (b"GET /", b"a"),
        (b"", b"\r\n"),
        (request("GET", "/syria/"), b"\r\n"),  # on a kept-alive connection, after a response
        (request("GET", "/syria/"), b"G"),
    ],
)
def test_a_head_that_drips_is_closed(server: Serving, first: bytes, then: bytes) -> None:
    with server.raw(first) as sock:
        assert drip(sock, then) < 2


def test_a_connection_that_says_nothing_is_closed(server: Serving) -> None:
    with server.raw(b"") as sock:
        assert read_all(sock) == b""


@pytest.mark.parametrize("start", [b"GET /", b"GET / HTTP/1.1\r\nX-A: "])
def test_an_endless_head_is_cut_off(server: Serving, start: bytes) -> None:
    with server.raw(start) as sock, pytest.raises(ConnectionError):
        sock.sendall(b"a" * 16_000_000)


def test_an_open_stream_outlives_the_patience_for_heads(server: Serving) -> None:
    with server.listen("Last-Event-ID: 3") as sock:
        sock.settimeout(3 * HastyProtocol.head_seconds)
        with pytest.raises(TimeoutError):
            sock.recv(1)
        server.publish(4)
        assert head_frame(4) in sock.recv(1000)


def test_a_request_that_drips_behind_a_stream_is_closed(server: Serving) -> None:
    with server.raw(request("GET", STREAM) + b"GET / HT") as sock:
        sock.settimeout(5)
        assert read_all(sock)


def test_a_peer_that_never_reads_a_page_does_not_stay(server: Serving) -> None:
    (server.site / BLOG / "big.bin").write_bytes(b"x" * 8_000_000)
    sock = server.raw(request("GET", f"/{BLOG}/big.bin"), receive_buffer=2304)
    time.sleep(0.05)
    start = time.monotonic()
    # Wait for the reset without reading: only it makes the socket report an error.
    while not sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR):
        assert time.monotonic() - start < 5
        time.sleep(0.02)
    sock.close()


def test_a_pipelined_pair_is_answered(server: Serving) -> None:
    pair = request("GET", "/none") + request("GET", "/none", "Connection: close")
    with server.raw(pair) as sock:
        assert read_all(sock).count(b"HTTP/1.1 404") == 2
