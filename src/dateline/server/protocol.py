"""uvicorn's HTTP protocol with patience that ends: slow heads and peers that never read."""

import asyncio
import contextlib
import socket
import struct
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

HEAD_SECONDS = 10.0
HEAD_BYTES = 64 * 1024
STALL_SECONDS = 60.0
STREAM_BUFFER = 8192
NO_LINGER = struct.pack("ii", 1, 0)


class PatientHttpProtocol(HttpToolsProtocol):
    """Closes a connection whose request head is late, endless, or whose peer never reads.

    uvicorn 0.54 ends an idle kept-alive connection, but not one that sends a head byte by byte
    (slowloris), nor one that connects and says nothing, nor a head without end, nor a closing
    connection whose peer does not read. An open response, a stream too, is never timed here.
    """

    head_seconds = HEAD_SECONDS
    stall_seconds = STALL_SECONDS
    # In slots: past 30 attributes an instance's dict is no longer shared and costs a KiB more.
    __slots__ = ("_head_bytes", "_head_open", "_head_timer", "_stall_timer")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._head_open = True
        self._head_bytes = 0
        self._head_timer: asyncio.TimerHandle | None = None
        self._stall_timer: asyncio.TimerHandle | None = None

    # The head of a request

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Start waiting for the first head."""
        super().connection_made(transport)
        self._wait_for_head()

    def data_received(self, data: bytes) -> None:
        """Parse, then see whether the head is still unfinished."""
        super().data_received(data)
        if self._head_open:
            self._head_bytes += len(data)
            if self._head_bytes > HEAD_BYTES:
                self.cut()
                return
        # Between requests uvicorn's keep-alive timer was just cancelled by these bytes, which may
        # be nothing but line ends or a refused body: they do not buy more time either.
        if self._head_open or (self.cycle is not None and self.cycle.response_complete):
            self._wait_for_head()

    def on_message_begin(self) -> None:
        """Note that a head has begun, and let a stream reach its connection."""
        super().on_message_begin()
        self._head_open, self._head_bytes = True, 0
        self.scope["extensions"] = {"dateline.connection": self}  # type: ignore[dict-item]

    def on_headers_complete(self) -> None:
        """Stop the clock: from here on the application decides how long it takes."""
        self._head_open = False
        self._stop_head_timer()
        super().on_headers_complete()

    def _wait_for_head(self) -> None:
        if self._head_timer is None and not self.transport.is_closing():
            self._head_timer = self.loop.call_later(self.head_seconds, self._close_late)

    def _stop_head_timer(self) -> None:
        if self._head_timer is not None:
            self._head_timer.cancel()
            self._head_timer = None

    def _close_late(self) -> None:
        self._head_timer = None
        self.transport.close()
        self._watch_stall()

    # A peer that does not read

    def pause_writing(self) -> None:
        """Start watching whether the full buffer moves."""
        super().pause_writing()
        self._watch_stall()

    def on_response_complete(self) -> None:
        """Watch what is left of a finished response: uvicorn's close would wait for it forever."""
        super().on_response_complete()
        self._watch_stall()

    def _watch_stall(self) -> None:
        left = self.transport.get_write_buffer_size()
        if left and self._stall_timer is None:
            self._stall_timer = self.loop.call_later(self.stall_seconds, self._check_stall, left)

    def _check_stall(self, before: int) -> None:
        self._stall_timer = None
        if self.transport.get_write_buffer_size() >= before:
            self.cut()
        else:
            self._watch_stall()

    def keep_little(self) -> None:
        """Make the buffers small, for a stream: a peer that never reads then shows early."""
        self.transport.set_write_buffer_limits(high=STREAM_BUFFER)
        self._set_socket(socket.SO_SNDBUF, STREAM_BUFFER)

    # The end

    def cut(self) -> None:
        """Drop the connection and whatever is still unsent, in the kernel too.

        A plain close leaves up to 4 MB with the kernel for minutes, for a peer that never reads.
        """
        self._set_socket(socket.SO_LINGER, NO_LINGER)
        self.transport.abort()

    def _set_socket(self, option: int, value: int | bytes) -> None:
        sock = self.transport.get_extra_info("socket")
        if sock is not None:
            with contextlib.suppress(OSError):  # gone already, which is as good
                sock.setsockopt(socket.SOL_SOCKET, option, value)

    def connection_lost(self, exc: Exception | None) -> None:
        """Leave no timer behind."""
        self._stop_head_timer()
        if self._stall_timer is not None:
            self._stall_timer.cancel()
        super().connection_lost(exc)

    def shutdown(self) -> None:
        """End the streams as soon as the server shuts down.

        uvicorn sends lifespan.shutdown only after it has waited for every response, so an open
        stream would hold it for the whole graceful time-out. dispatch leaves `closing` in the
        lifespan's state for this.
        """
        closing: Any = self.app_state.get("closing")
        if closing is not None:
            closing()
        super().shutdown()
