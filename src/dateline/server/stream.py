"""The stream `<column>/<blog>/stream`: Server-Sent Events that say only "head is now n"."""

import asyncio
import contextlib
import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from dateline.server.hub import Hub, Reader, head_frame
from dateline.server.protocol import PatientHttpProtocol
from dateline.server.site import segments_of
from dateline.server.wire import Receive, Scope, Send, address_of, answer, header, path_of

HEADERS = [
    (b"content-type", b"text/event-stream"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
    (b"x-content-type-options", b"nosniff"),
    # The connection's buffers are made small for the stream, so nothing else may follow on it.
    (b"connection", b"close"),
]
START = {"type": "http.response.start", "status": 200, "headers": HEADERS}
END = {"type": "http.response.body", "body": b""}


class Stream:
    """The raw ASGI app of all streams: it never enters Django and takes no thread."""

    def __init__(self, site_root: Path, hub: Hub) -> None:
        self._root = site_root
        self._hub = hub
        self._open: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request for a stream."""
        if scope["method"] not in ("GET", "HEAD"):
            return await answer(send, 405, "A stream is only read.", [(b"allow", b"GET, HEAD")])
        blog = blog_of(path_of(scope))
        if blog is None or head_of(self._root, blog) is None:
            return await answer(send, 404, "There is no such live blog.")
        if scope["method"] == "HEAD":
            await send(START)
            return await send(END)
        address = address_of(scope)
        if refusal := self._refusal(address):
            return await answer(send, *refusal, [(b"retry-after", b"30")])
        with self._counted(address):
            return await self._follow(blog, scope, receive, send)

    def _refusal(self, address: str) -> tuple[int, str] | None:
        limits = self._hub.limits
        if self._hub.closed:
            return 503, "The server is restarting. The page goes on by asking now and then."
        if limits.readers and self._hub.readers >= limits.readers:
            return 503, "Too many streams are open. The page goes on by asking now and then."
        if limits.per_address and self._open[address] >= limits.per_address:
            return 429, "Too many streams are open from your address."
        return None

    @contextlib.contextmanager
    def _counted(self, address: str) -> Iterator[None]:
        self._open[address] += 1
        try:
            yield
        finally:
            self._open[address] -= 1
            if not self._open[address]:
                del self._open[address]

    async def _follow(self, blog: str, scope: Scope, receive: Receive, send: Send) -> None:
        reader = watcher = None
        try:
            # Registered before the head is read: a revision between the two is sent twice
            # rather than never.
            reader = self._hub.subscribe(blog, cutter(scope))
            watcher = asyncio.create_task(end_on_disconnect(receive, reader))
            await send(START)
            await send(chunk(self._greeting(blog, header(scope, b"last-event-id"))))
            scope["headers"].clear()  # of no more use, and a reader of half an hour pays for them
            while (frame := await reader.next()) is not None:
                await send(chunk(frame))
            await send(END)
        finally:
            if watcher is not None:
                watcher.cancel()
            if reader is not None:
                self._hub.unsubscribe(reader)

    def _greeting(self, blog: str, last_event_id: bytes) -> bytes:
        """Return the first bytes: how soon to come back and, unless already known, the head."""
        greeting = b"retry: %d\n\n" % self._hub.limits.retry_ms
        head = head_of(self._root, blog)
        known = revision_of(last_event_id)
        if head is None or (known is not None and known >= head):
            return greeting
        return greeting + head_frame(head)


def blog_of(path: str) -> str | None:
    """Return `column/blog` of a stream's path, None when it is not one."""
    parts = segments_of(path)
    if parts is None or len(parts) != 3 or parts[2] != "stream":
        return None
    return "/".join(parts[:2])


def head_of(root: Path, blog: str) -> int | None:
    """Return the newest revision on disk, None when the blog has no readable head."""
    try:
        return int(json.loads((root / blog / "head.json").read_bytes())["rev"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def revision_of(last_event_id: bytes) -> int | None:
    """Read a Last-Event-ID, which anyone may set to anything; None when it is no revision.

    >>> revision_of(b"12"), revision_of(b"-1"), revision_of(b"9" * 5000), revision_of(b"1\\n2")
    (12, None, None, None)
    """
    # bytes.isdigit knows ASCII digits only; the length bound keeps int() from a costly number.
    return int(last_event_id) if last_event_id.isdigit() and len(last_event_id) <= 18 else None


def chunk(data: bytes) -> dict[str, object]:
    """Return the message that sends a part of the stream."""
    return {"type": "http.response.body", "body": data, "more_body": True}


def cutter(scope: Scope) -> Callable[[], object]:
    """Return what drops the connection at once, and keep its buffers small.

    A peer that never reads would otherwise hold megabytes, and a connection that is merely closed
    waits for it. Under another protocol than PatientHttpProtocol the task is cancelled.
    """
    connection = scope.get("extensions", {}).get("dateline.connection")
    if isinstance(connection, PatientHttpProtocol):
        connection.keep_little()
        return connection.cut
    task = asyncio.current_task()
    return task.cancel if task else lambda: None


async def end_on_disconnect(receive: Receive, reader: Reader) -> None:
    """End the reader when its client leaves."""
    while (await receive())["type"] != "http.disconnect":
        pass
    reader.end()
