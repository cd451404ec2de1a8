"""Compressed copies of the site's files, so that a burst of readers costs one compression."""

import asyncio
import gzip
import re
from collections import OrderedDict

INLINE = 128 * 1024
LEVEL = 6
CODING = re.compile(r"\s*([a-z0-9*_-]+)\s*(?:;\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*)?")

Key = tuple[str, bytes]


class Gzipped:
    """The newest compressed copies by path and tag, at most `room` bytes of them."""

    def __init__(self, room: int = 32 * 1024 * 1024) -> None:
        self._room = room
        self._held = 0
        self._copies: OrderedDict[Key, bytes] = OrderedDict()
        self._coming: dict[Key, asyncio.Future[bytes]] = {}

    def get(self, key: Key) -> bytes | None:
        """Return a kept copy, None when there is none."""
        copy = self._copies.get(key)
        if copy is not None:
            self._copies.move_to_end(key)
        return copy

    async def compress(self, key: Key, data: bytes) -> bytes:
        """Compress `data` once, however many ask for it at the same time, and keep the copy."""
        if len(data) <= INLINE:
            return self._keep(key, gzip.compress(data, LEVEL, mtime=0))
        coming = self._coming.get(key)
        if coming is None:
            coming = asyncio.ensure_future(asyncio.to_thread(gzip.compress, data, LEVEL, mtime=0))
            self._coming[key] = coming
            coming.add_done_callback(lambda _: self._coming.pop(key, None))
        # Shielded, for one client that leaves must not take the copy from the others.
        return self._keep(key, await asyncio.shield(coming))

    def _keep(self, key: Key, copy: bytes) -> bytes:
        if key not in self._copies:
            self._copies[key] = copy
            self._held += len(copy)
            while self._held > self._room:
                self._held -= len(self._copies.popitem(last=False)[1])
        return copy


def accepts_gzip(accept_encoding: bytes) -> bool:
    """Tell whether a client takes gzip; `q=0` is a no, and so is what cannot be read.

    >>> [accepts_gzip(v) for v in (b"br, gzip", b"gzip;q=0", b"*", b"gzip;q=0, *", b"gzip;q=x")]
    [True, False, True, False, False]
    """
    said: dict[str, bool] = {}
    # Cut, so that a header of 60 kB of commas costs nothing.
    for part in accept_encoding[:512].decode("latin-1").lower().split(","):
        if coding := CODING.fullmatch(part):
            said[coding[1]] = float(coding[2] or 1) > 0
    return said.get("gzip", said.get("*", False))
