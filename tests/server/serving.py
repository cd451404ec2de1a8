"""A real server on loopback for the tests here: in a thread, or as a process by `-m`."""

import asyncio
import socket
import sys
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import uvicorn

from dateline.server.bodies import BodyLimits
from dateline.server.dispatch import application, desk_pool
from dateline.server.hub import Hub, StreamLimits
from dateline.server.protocol import PatientHttpProtocol

BLOG = "syria/2015-10-21"
STREAM = f"/{BLOG}/stream"


class HastyProtocol(PatientHttpProtocol):
    """The real protocol with the patience of a test."""

    head_seconds = 0.4
    stall_seconds = 0.4


@dataclass
class Serving:
    port: int
    hub: Hub
    loop: asyncio.AbstractEventLoop
    site: Path
    static: Path
    http: httpx.Client
    desk_saw: list[dict[str, Any]]

    def publish(self, rev: int) -> None:
        self.run(lambda: self.hub.publish(BLOG, rev))

    def run(self, step: Callable[[], Any]) -> Any:
        """Do a step in the server's event loop."""

        async def once() -> Any:
            return step()

        return asyncio.run_coroutine_threadsafe(once(), self.loop).result(60)

    def until(self, condition: Callable[[], bool]) -> None:
        until(lambda: self.run(condition))

    def raw(self, data: bytes, *, receive_buffer: int = 0) -> socket.socket:
        """Connect and send these bytes, as a hostile client would."""
        sock = socket.socket()
        if receive_buffer:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        sock.settimeout(5)
        sock.connect(("127.0.0.1", self.port))
        sock.sendall(data)
        return sock

    def listen(self, *headers: str) -> socket.socket:
        """Open a stream and read its greeting."""
        sock = self.raw(request("GET", STREAM, *headers))
        read_until(sock, b"retry: 3000\n\n")
        return sock


def until(condition: Callable[[], bool], seconds: float = 60) -> None:
    """Wait for a condition."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not come true in time"
        time.sleep(0.005)


def request(method: str, path: str, *headers: str) -> bytes:
    return "\r\n".join([f"{method} {path} HTTP/1.1", "Host: localhost", *headers, "", ""]).encode()


def read_until(sock: socket.socket, end: bytes) -> bytes:
    """Read until these bytes have come."""
    data = b""
    while end not in data:
        part = sock.recv(65536)
        assert part, f"closed after {data!r}"
        data += part
    return data


def read_all(sock: socket.socket) -> bytes:
    """Read until the server closes; a reset is an end too."""
    data = b""
    try:
        while part := sock.recv(65536):
            data += part
    except ConnectionResetError:
        pass
    return data


def make_site(root: Path, rev: int = 3) -> Path:
    blog = root / BLOG
    blog.mkdir(parents=True)
    (blog / "head.json").write_text(f'{{"format": 1, "rev": {rev}}}')
    (blog / "index.html").write_text("<!doctype html><title>Syria</title>" + "<p>words</p>" * 200)
    return root


def echo(saw: list[dict[str, Any]]) -> Callable[[dict[str, Any], Any], list[bytes]]:
    """A desk that says how long the body was, or fails when asked to."""

    def wsgi(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        saw.append(environ)
        if environ["PATH_INFO"] == "/desk/fail":
            raise RuntimeError("a secret that must not be shown")
        body = environ["wsgi.input"].read()
        size = 3_000_000 if environ["PATH_INFO"] == "/desk/large" else 1
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [f"{environ['REQUEST_METHOD']} {len(body)} ".encode(), b"x" * size]

    return wsgi


@contextmanager
def serving(
    folder: Path,
    *,
    limits: StreamLimits | None = None,
    bodies: BodyLimits | None = None,
    desk: Callable[..., Awaitable[None]] | None = None,
    protocol: type[PatientHttpProtocol] = PatientHttpProtocol,
) -> Iterator[Serving]:
    site, static = make_site(folder / "site"), folder / "static"
    static.mkdir()
    hub, saw, loops = Hub(limits), [], []

    async def started() -> None:
        loops.append(asyncio.get_running_loop())

    app = application(
        site_root=site,
        static_root=static,
        desk=desk or desk_pool(echo(saw)),
        hub=hub,
        on_startup=started,
        bodies=bodies,
    )
    server = uvicorn.Server(config(app, 0, protocol))
    with closing(socket.create_server(("127.0.0.1", 0), backlog=512)) as listener:
        port = listener.getsockname()[1]
        thread = threading.Thread(target=server.run, args=([listener],))
        thread.start()
        try:
            until(lambda: server.started)
            with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=5) as http:
                yield Serving(port, hub, loops[0], site, static, http, saw)
        finally:
            server.should_exit = True
            thread.join(8)
            assert not thread.is_alive(), "the server did not end"


def config(app: Any, port: int, protocol: type[PatientHttpProtocol]) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        port=port,
        http=protocol,
        loop="uvloop",
        ws="none",
        access_log=False,
        log_level="warning",
        timeout_graceful_shutdown=3,
    )


def main(root: str, port: str) -> None:
    site = make_site(Path(root) / "site")
    app = application(site_root=site, static_root=site, desk=desk_pool(echo([])), hub=Hub())
    uvicorn.Server(config(app, int(port), PatientHttpProtocol)).run()


if __name__ == "__main__":
    main(*sys.argv[1:])
