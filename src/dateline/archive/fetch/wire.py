"""The one connection of an exchange: to a judged address, and never longer than its time."""

import ssl
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any

import httpcore

from dateline.archive.fetch.failure import FetchError
from dateline.archive.fetch.limits import Deadline, Limits

GLANCE = 1.0
"""Seconds after which who waits for a byte looks up: Dateline may be being stopped."""

Find = Callable[[str], Iterable[object]]
"""Returns where a host may be connected to, best first; raises FetchError where it may not."""


class Wire(httpcore.NetworkStream):
    """A connection that waits for no byte longer than its limits, whatever is waited for.

    httpcore's own timeouts begin anew with each byte, and its SOCKS handshake has none.
    """

    def __init__(self, stream: httpcore.NetworkStream, limits: Limits, deadline: Deadline) -> None:
        self._stream = stream
        self._limits = limits
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Return what came; raise where the fetch's time ran out meanwhile."""
        end = time.monotonic() + self._seconds()
        while True:
            try:
                return self._stream.read(max_bytes, min(GLANCE, self._seconds()))
            except httpcore.ReadTimeout:
                self._deadline.left()
                if time.monotonic() >= end:
                    raise

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send; raise where the fetch's time ran out meanwhile."""
        try:
            self._stream.write(buffer, self._seconds())
        except httpcore.WriteTimeout:
            self._deadline.left()
            raise

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        """Turn to TLS; the stream stays this one, so that it is closed whatever happens."""
        try:
            self._stream = self._stream.start_tls(ssl_context, server_hostname, self._seconds())
        except httpcore.ConnectTimeout:
            self._deadline.left()
            raise FetchError(f"{server_hostname} did not answer in time.", retry=True) from None
        except httpcore.ConnectError as error:
            raise without_tls(str(server_hostname), error) from None
        return self

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def get_extra_info(self, info: str) -> Any:
        """Return what the stream below knows, such as "server_addr"."""
        return self._stream.get_extra_info(info)

    def _seconds(self) -> float:
        return min(self._limits.read, self._deadline.left())


class Connecting(httpcore.NetworkBackend):
    """Connects where `find` says, and closes the connection in the end.

    `whom` names in messages who did not answer; "" the host itself.
    """

    def __init__(self, find: Find, whom: str, limits: Limits, deadline: Deadline) -> None:
        self._find = find
        self._whom = whom
        self._limits = limits
        self._deadline = deadline
        self._wire: Wire | None = None

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Try the addresses one after another; each has its share of the time."""
        addresses = [str(address) for address in self._find(host)]
        for address in addresses:
            seconds = min(self._limits.connect / len(addresses), self._deadline.left())
            with suppress(httpcore.ConnectError, httpcore.ConnectTimeout):
                # `address` is a number: nothing is resolved a second time here.
                stream = httpcore.SyncBackend().connect_tcp(address, port, seconds)
                self._wire = Wire(stream, self._limits, self._deadline)
                return self._wire
        self._deadline.left()
        words = f"{self._whom or host} does not answer. Try again later."
        raise FetchError(words, retry=True)

    def close(self) -> None:
        """Close what was opened: httpcore forgets a connection whose handshake failed."""
        if self._wire:
            self._wire.close()


def without_tls(host: str, error: httpcore.ConnectError) -> FetchError:
    """Say why no secure connection came about."""
    cause = error.args[0] if error.args else error
    if isinstance(cause, ssl.SSLCertVerificationError):
        words = f"The certificate of {host} is not valid ({cause.verify_message.rstrip('.')}):"
        return FetchError(f"{words} nobody can tell who answers there.", retry=False)
    return FetchError(f"{host} made no secure connection. Try again later.", retry=True)
