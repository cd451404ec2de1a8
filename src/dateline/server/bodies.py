"""Whole requests in, whole responses out, so that no slow client ever holds a pool thread."""

import asyncio
from collections import Counter
from dataclasses import dataclass

from dateline.server.wire import (
    ASGIApp,
    Message,
    Receive,
    Scope,
    Send,
    address_of,
    answer,
    header,
    path_of,
)


@dataclass(frozen=True, slots=True)
class BodyLimits:
    """What a client may send before any of it is looked at; sizes in bytes, times in seconds."""

    body: int = 2_621_440
    media: int = 20_000_000
    media_prefixes: tuple[str, ...] = ()
    seconds: float = 10.0
    media_seconds: float = 120.0
    per_address: int = 64
    """A newsroom of twenty behind one address sends all at once when its line is back."""
    held: int = 32_000_000
    media_held: int = 80_000_000
    """Apart from the small ones: uploads that never finish must not keep anyone from signing in."""


SHARE = 0.75
"""Of what is held in all, what one address may have: the rest takes anybody else's largest body."""


class Refused(Exception):  # noqa: N818 - an answer, not an error
    """A request is turned away, in plain words."""

    def __init__(self, status: int, words: str, *headers: tuple[bytes, bytes]) -> None:
        self.status, self.words, self.headers = status, words, headers


class WholeBodies:
    """Reads a request's body whole before `app` is called, and sends its response after it is done.

    Four clients that never finished a POST stopped every page of a four-thread pool: the attack
    that this stops, and with it the client that reads its response one byte at a time.
    """

    def __init__(self, app: ASGIApp, limits: BodyLimits | None = None) -> None:
        self._app = app
        self._limits = limits or BodyLimits()
        self._unfinished: Counter[str] = Counter()
        self._held: Counter[bool] = Counter()
        self._held_for: Counter[tuple[str, bool]] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Read, call, send."""
        body = bytearray()
        try:
            if not await self._read(scope, receive, body):
                return
            response = await self._respond(scope, bytes(body), receive)
        except Refused as refused:
            return await answer(send, refused.status, refused.words, refused.headers)
        finally:
            self._hold(scope, -len(body))
        for message in response:
            await send(message)

    async def _read(self, scope: Scope, receive: Receive, body: bytearray) -> bool:
        """Read the whole body into `body`; False when the client left before its end."""
        declared = header(scope, b"content-length")
        if declared in (b"", b"0") and not header(scope, b"transfer-encoding"):
            return True
        media = self._is_media(scope)
        size, seconds = self._bounds(media)
        if declared and int(declared) > size:
            raise too_large(size)
        address = address_of(scope)
        if self._unfinished[address] >= self._limits.per_address:
            raise Refused(429, "Too many unfinished requests from your address.", RETRY)
        self._unfinished[address] += 1
        try:
            async with asyncio.timeout(seconds):
                return await self._receive(scope, receive, body, size)
        except TimeoutError:
            words = f"The request did not arrive whole within {seconds:g} seconds."
            raise Refused(408, words, (b"connection", b"close")) from None
        finally:
            self._unfinished[address] -= 1
            if not self._unfinished[address]:
                del self._unfinished[address]

    def _is_media(self, scope: Scope) -> bool:
        return path_of(scope).startswith(self._limits.media_prefixes)

    def _bounds(self, media: bool) -> tuple[int, float]:
        if media:
            return self._limits.media, self._limits.media_seconds
        return self._limits.body, self._limits.seconds

    async def _receive(self, scope: Scope, receive: Receive, body: bytearray, size: int) -> bool:
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                return False
            part = message.get("body", b"")
            if len(body) + len(part) > size:
                raise too_large(size)
            self._hold(scope, len(part))
            body += part
            if not message.get("more_body", False):
                return True

    def _hold(self, scope: Scope, size: int) -> None:
        """Count bytes as held, or as given back where `size` is negative."""
        media = self._is_media(scope)
        whose = (address_of(scope), media)
        most = self._limits.media_held if media else self._limits.held
        in_all, for_one = self._held[media] + size, self._held_for[whose] + size
        if size > 0 and (in_all > most or for_one > most * SHARE):
            raise Refused(503, "The server is busy with other uploads.", RETRY)
        self._held[media], self._held_for[whose] = in_all, for_one
        if not for_one:
            del self._held_for[whose]

    async def _respond(self, scope: Scope, body: bytes, receive: Receive) -> list[Message]:
        """Call the app and keep what it sends. Nothing here waits for the client."""
        response: list[Message] = []

        async def keep(message: Message) -> None:
            response.append(message)

        await self._app(with_length(scope, len(body)), replay(body, receive), keep)
        return response


RETRY = (b"retry-after", b"10")


def too_large(size: int) -> Refused:
    """Refuse a body. The connection stays open, so that the client hears it before a reset."""
    return Refused(413, f"The request is larger than {size / 1_000_000:.1f} MB.")


def with_length(scope: Scope, length: int) -> Scope:
    """Say the body's true length: WSGI takes a chunked body, which declares none, for empty."""
    framing = (b"content-length", b"transfer-encoding")
    headers = [pair for pair in scope["headers"] if pair[0] not in framing]
    if length:
        headers.append((b"content-length", str(length).encode()))
    return {**scope, "headers": headers}


def replay(body: bytes, receive: Receive) -> Receive:
    """Return a `receive` that gives the whole body at once, then whatever the client does."""
    parts = iter([{"type": "http.request", "body": body, "more_body": False}])

    async def receive_whole() -> Message:
        for message in parts:
            return message
        return await receive()

    return receive_whole
