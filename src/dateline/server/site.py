"""Serves a folder whose files are replaced at any moment."""

import asyncio
import hashlib
import os
import re
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from email.utils import formatdate
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from dateline.server.gzipped import Gzipped, accepts_gzip
from dateline.server.site_rules import headers_for, is_text
from dateline.server.wire import Receive, Scope, Send, answer, header, path_of

CHUNK = 64 * 1024
WHOLE = 256 * 1024
"""Up to here a file is read at once: the page cache answers sooner than a thread would."""
COMPRESSIBLE = range(256, 4 * 1024 * 1024)
PATH_LENGTH = 1024
YOUNG = 2.0
# O_NONBLOCK: opening a FIFO would wait for its writer, and the loop with it.
READ = os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK
RANGE = re.compile(rb"bytes=(\d{0,18})-(\d{0,18})")

Headers = list[tuple[bytes, bytes]]


class Opened(NamedTuple):
    """A file that was opened: whatever replaces it now, these are its bytes and its size."""

    parts: list[str]
    fd: int
    stat: os.stat_result

    @property
    def size(self) -> int:
        """Return how many bytes it holds."""
        return self.stat.st_size


class SiteFiles:
    """A raw ASGI app over a folder whose files are replaced (os.replace) while it serves.

    Every file is opened first, then asked for its size, then sent, all by one descriptor. A library
    that asks for the size by name and then opens races the writer: the announced Content-Length is
    the old file's and the bytes are the new one's, which breaks the response.
    """

    def __init__(self, root: Path, *, prefix: str = "", immutable: bool = False) -> None:
        self._root = os.path.realpath(root)
        self._prefix = prefix
        self._immutable = immutable
        self._gzipped = Gzipped()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request for a file."""
        if scope["method"] not in ("GET", "HEAD"):
            return await answer(send, 405, "This is only read.", [(b"allow", b"GET, HEAD")])
        parts = segments_of(path_of(scope).removeprefix(self._prefix))
        if parts is None:
            return await self._missing(send)
        with self._opened(parts) as found:
            if found is None:
                return await self._missing(send)
            if stat.S_ISDIR(found.stat.st_mode):
                return await self._redirect(parts, send)
            return await self._send(found, scope, send)

    @contextmanager
    def _opened(self, parts: list[str]) -> Iterator[Opened | None]:
        """Open a file or folder below the root, without waiting and never through a link out."""
        path = os.path.realpath(os.path.join(self._root, *parts))  # noqa: PTH118 - half Path's cost
        try:
            if not path.startswith(self._root + os.sep):
                raise FileNotFoundError
            fd = os.open(path, READ)
        except OSError:  # missing, not a folder, not ours to read, a name too long: all the same
            yield None
            return
        try:
            status = os.fstat(fd)
            known = stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)
            yield Opened(parts, fd, status) if known else None
        finally:
            os.close(fd)

    async def _redirect(self, parts: list[str], send: Send) -> None:
        # Relative and with a leading dot: no host, no scheme, no `//evil` can come of any name.
        location = f"./{quote(parts[-1])}/".encode()
        await answer(send, 308, "This is a folder.", [(b"location", location)])

    async def _missing(self, send: Send) -> None:
        with self._opened(["404.html"]) as found:
            if found is None or not stat.S_ISREG(found.stat.st_mode):
                return await answer(send, 404, "There is no such page.")
            headers = headers_for(found.parts, immutable=False)
            return await send_whole(send, 404, headers, os.read(found.fd, WHOLE))

    async def _send(self, found: Opened, scope: Scope, send: Send) -> None:
        wants_gzip = (
            is_text(found.parts)
            and found.size in COMPRESSIBLE
            and not header(scope, b"range")
            and accepts_gzip(header(scope, b"accept-encoding"))
        )
        data = None
        if is_young(found.stat) and found.size <= COMPRESSIBLE.stop:
            data = await read(found)
        tag = tag_of(found.stat, data, b"-gz" if wants_gzip else b"")
        headers = headers_for(found.parts, immutable=self._immutable)
        headers += [(b"etag", tag), (b"last-modified", http_date(found.stat.st_mtime))]
        if is_known(scope, tag, found.stat.st_mtime):
            await send({"type": "http.response.start", "status": 304, "headers": headers})
            await send({"type": "http.response.body", "body": b""})
        elif wants_gzip:
            headers.append((b"content-encoding", b"gzip"))
            await send_whole(send, 200, headers, await self._compressed(found, tag, data))
        elif found.size <= WHOLE and not header(scope, b"range"):
            data = await read(found) if data is None else data
            await send_whole(send, 200, headers, data)
        else:
            await send_part(found, scope, headers, tag, send)

    async def _compressed(self, found: Opened, tag: bytes, data: bytes | None) -> bytes:
        key = ("/".join(found.parts), tag)
        copy = self._gzipped.get(key)
        if copy is None:
            data = await read(found) if data is None else data
            copy = await self._gzipped.compress(key, data)
        return copy


def segments_of(path: str) -> list[str] | None:
    """Return the names of a path, `index.html` for a folder; None for whatever is no plain path.

    Refused are `..`, empty names (`//evil`), names that begin with a dot, backslashes, control
    characters and paths too long. The path was decoded once already, so `%2e%2e` arrives as `..`.

    >>> segments_of("/syria/day.html"), segments_of("/syria/"), segments_of("/a/../b")
    (['syria', 'day.html'], ['syria', 'index.html'], None)
    """
    if len(path) > PATH_LENGTH or "\\" in path or not path.isprintable():
        return None
    first, *parts = path.split("/")
    if first or not parts:
        return None
    if not parts[-1]:
        parts[-1] = "index.html"
    return None if any(not part or part[0] == "." for part in parts) else parts


def is_young(status: os.stat_result) -> bool:
    """Tell whether another file could still get the same inode, size and tick of the clock."""
    return time.time() - status.st_mtime < YOUNG


def tag_of(status: os.stat_result, data: bytes | None, ending: bytes) -> bytes:
    """Return the file's ETag for one encoding.

    Inode, time and size name a file's bytes, but for two replacements within one tick of the file
    system's clock: the third file may then get the first one's inode, and its tag. So while a file
    is young its tag is a digest of its bytes (`data`).
    """
    if data is not None:
        name = hashlib.blake2b(data, digest_size=12).hexdigest().encode()
    else:
        name = b"%x-%x-%x" % (status.st_ino, status.st_mtime_ns, status.st_size)
    return b'"' + name + ending + b'"'


def is_known(scope: Scope, tag: bytes, changed: float) -> bool:
    """Tell whether the client has these bytes already."""
    if known := header(scope, b"if-none-match"):
        tags = (part.strip().removeprefix(b"W/") for part in known.split(b","))
        return any(part in (tag, b"*") for part in tags)
    # A date has whole seconds and head.json changes twice in one: only an exact, old one counts.
    since = header(scope, b"if-modified-since")
    return bool(since) and since == http_date(changed) and time.time() - changed > YOUNG


def http_date(seconds: float) -> bytes:
    """Return a time as HTTP writes it."""
    return formatdate(seconds, usegmt=True).encode()


async def read(found: Opened) -> bytes:
    """Read a file whole: a small one at once, a big one in a thread, for the loop serves all."""
    if found.size <= WHOLE:
        return os.pread(found.fd, found.size, 0)
    return await asyncio.to_thread(os.pread, found.fd, found.size, 0)


async def send_whole(send: Send, status: int, headers: Headers, body: bytes) -> None:
    """Send a response that is in memory."""
    headers.append((b"content-length", str(len(body)).encode()))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def send_part(found: Opened, scope: Scope, headers: Headers, tag: bytes, send: Send) -> None:
    """Send a big file, or the one range of it that was asked for, a chunk at a time."""
    headers.append((b"accept-ranges", b"bytes"))
    span = span_of(scope, found.size, tag)
    if span is None:
        words = b"bytes */%d" % found.size
        return await answer(send, 416, "There is no such range.", [(b"content-range", words)])
    status, start, stop = span
    if status == 206:
        headers.append((b"content-range", b"bytes %d-%d/%d" % (start, stop - 1, found.size)))
    headers.append((b"content-length", str(stop - start).encode()))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    while scope["method"] == "GET" and start < stop:
        data = await asyncio.to_thread(os.pread, found.fd, min(CHUNK, stop - start), start)
        if not data:
            raise OSError(f"{'/'.join(found.parts)} was cut short while it was sent")
        start += len(data)
        await send({"type": "http.response.body", "body": data, "more_body": True})
    await send({"type": "http.response.body", "body": b""})


def span_of(scope: Scope, size: int, tag: bytes) -> tuple[int, int, int] | None:
    """Return the status, the start and the stop of what is to be sent; None when there is no such.

    What is not one plain range (several ranges are an old way to exhaust a server) or belongs to
    another version is answered with the whole file.
    """
    asked = RANGE.fullmatch(header(scope, b"range").strip())
    first, last = asked.groups() if asked else (b"", b"")
    if first == last == b"" or header(scope, b"if-range") not in (b"", tag):
        return 200, 0, size
    if not first:
        start, stop = max(0, size - int(last)), size
    else:
        start, stop = int(first), min(size, int(last) + 1) if last else size
    return (206, start, stop) if start < stop else None
