"""The front door: which app answers which path, and what happens at start and at the end."""

import asyncio
import contextvars
import io
import logging
from collections.abc import Awaitable, Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import quote_from_bytes

from a2wsgi.wsgi import build_environ

from dateline.server.bodies import BodyLimits, WholeBodies
from dateline.server.hub import Hub
from dateline.server.site import SiteFiles
from dateline.server.stream import Stream, blog_of
from dateline.server.wire import ASGIApp, Receive, Scope, Send, answer, path_of

log = logging.getLogger(__name__)

Step = Callable[[], Awaitable[None]]
WSGIApp = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
WAITING = 200
"""Requests that may wait for a pool thread: a longer queue only answers clients that have left."""


async def nothing() -> None:
    """Do nothing at start or at the end."""


def application(
    *,
    site_root: Path,
    static_root: Path,
    desk: ASGIApp,
    hub: Hub,
    on_startup: Step = nothing,
    on_shutdown: Step = nothing,
    bodies: BodyLimits | None = None,
) -> ASGIApp:
    """Return the whole server: the desk, its static files, the streams, and the site folder."""
    static = SiteFiles(static_root, prefix="/desk/static", immutable=True)
    whole_desk = WholeBodies(desk, bodies)
    stream = Stream(site_root, hub)
    site = SiteFiles(site_root)

    def app_for(path: str) -> ASGIApp:
        if path.startswith("/desk/static/"):
            return static
        if path == "/desk" or path.startswith("/desk/"):
            return whole_desk
        return stream if blog_of(path) else site

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await app_for(path_of(scope))(scope, receive, send)
        elif scope["type"] == "lifespan":
            await lifespan(scope, receive, send, hub, on_startup, on_shutdown)
        else:
            await send({"type": "websocket.close"})

    return app


async def lifespan(
    scope: Scope, receive: Receive, send: Send, hub: Hub, on_startup: Step, on_shutdown: Step
) -> None:
    """Start, wait, end. The streams end first, or the server would wait for them."""
    await receive()
    # uvicorn says lifespan.shutdown only once every response has ended; PatientHttpProtocol calls
    # this before, when the server begins to shut down.
    scope.get("state", {})["closing"] = hub.close
    try:
        await on_startup()
    except Exception:  # the protocol wants a message here, whatever went wrong
        log.exception("The server could not start")
        return await send({"type": "lifespan.startup.failed"})
    await send({"type": "lifespan.startup.complete"})
    await receive()
    hub.close()
    await on_shutdown()
    await send({"type": "lifespan.shutdown.complete"})


def desk_pool(wsgi_app: WSGIApp, threads: int = 4) -> ASGIApp:
    """Return Django's WSGI callable as an ASGI app that runs in a fixed pool of threads.

    a2wsgi translates the request. Its responder is not used: it hands every chunk to the loop and
    waits, so a cancelled request leaves its pool thread waiting forever, and the process with it.
    """
    pool = ThreadPoolExecutor(threads, thread_name_prefix="desk")
    waiting = 0

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        nonlocal waiting
        if waiting >= WAITING:
            return await answer(send, 503, "The desk is busy.", [(b"retry-after", b"5")])
        body = await whole(receive)
        environ = environ_of(scope, body)
        run = contextvars.copy_context().run
        waiting += 1
        try:
            status, headers, content = await asyncio.get_running_loop().run_in_executor(
                pool, run, call, wsgi_app, environ
            )
        finally:
            waiting -= 1
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": content})

    return app


async def whole(receive: Receive) -> bytes:
    """Return the request's body."""
    body = bytearray()
    while True:
        message = await receive()
        body += message.get("body", b"")
        if not message.get("more_body", False):
            return bytes(body)


def environ_of(scope: Scope, body: bytes) -> dict[str, Any]:
    """Return the request as WSGI wants it, without two things that a2wsgi lets through."""
    clean = {
        **scope,
        # WSGI turns `-` into `_`: `X_Forwarded_Proto` from a client would join the proxy's own
        # header `X-Forwarded-Proto` (CVE-2015-0219).
        "headers": [pair for pair in scope["headers"] if b"_" not in pair[0]],
        # Raw bytes in a query are no URL; a2wsgi would fail on them with a 500.
        "query_string": quote_from_bytes(scope["query_string"], safe=PRINTABLE).encode(),
    }
    environ: dict[str, Any] = {**build_environ(clean, None)}  # type: ignore[arg-type]
    environ["wsgi.input"] = io.BytesIO(body)
    environ["wsgi.multiprocess"] = False
    return environ


PRINTABLE = bytes(range(0x21, 0x7F))


def call(
    wsgi_app: WSGIApp, environ: dict[str, Any]
) -> tuple[int, list[tuple[bytes, bytes]], bytes]:
    """Run one request in a pool thread and return its response whole."""
    started: list[tuple[str, list[tuple[str, str]]]] = []
    written: list[bytes] = []

    def start_response(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Any:
        started[:] = [(status, headers)]
        return written.append

    chunks = wsgi_app(environ, start_response)
    try:
        written.extend(chunks)
    finally:
        close = getattr(chunks, "close", None)
        if close is not None:
            close()
    status, headers = started[0]
    code, content = int(status.split(" ", 1)[0]), b"".join(written)
    encoded = [(name.encode("latin-1").lower(), value.encode("latin-1")) for name, value in headers]
    if code not in (204, 304) and not any(name == b"content-length" for name, _ in encoded):
        encoded.append((b"content-length", str(len(content)).encode()))
    return code, encoded, content
