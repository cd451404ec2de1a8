"""Who follows which blog: readers in one event loop, woken when a blog's head moves."""

import asyncio
import random
import time
from collections.abc import Callable
from dataclasses import dataclass

BEAT = b":\n\n"
SPOKES = 20


@dataclass(frozen=True, slots=True)
class StreamLimits:
    """How many may listen, for how long, and how far one may fall behind; 0 means no cap."""

    readers: int = 10_000
    per_address: int = 200
    queue: int = 16
    heartbeat: float = 20.0
    max_age: float = 1800.0
    retry_ms: int = 3000


class Reader:
    """One open stream. What waits for it is only the newest frame, for a frame replaces the last.

    It counts what it missed *while blocked in a send*: a burst that it could not yet have read
    costs it nothing, but one that stops reading is cut off after `queue` frames.
    """

    __slots__ = (
        "_cut",
        "_missed",
        "_pending",
        "_queue",
        "_waiter",
        "blog",
        "closed",
        "ends",
        "spoke",
    )

    def __init__(self, blog: str, queue: int, ends: float, cut: Callable[[], object]) -> None:
        self.blog = blog
        self.ends = ends
        self.spoke = 0
        self.closed = False
        self._queue = queue
        self._cut = cut
        self._missed = 0
        self._pending: bytes | None = None
        self._waiter: asyncio.Future[None] | None = None

    async def next(self) -> bytes | None:
        """Wait for the next frame to send; None when the stream shall end."""
        self._missed = 0
        if self._pending is None and not self.closed:
            self._waiter = asyncio.get_running_loop().create_future()
            try:
                await self._waiter
            finally:
                self._waiter = None
        frame, self._pending = self._pending, None
        return None if self.closed else frame

    def offer(self, frame: bytes) -> None:
        """Replace what waits by a newer frame."""
        self._pending = frame
        if self._waiter is None:
            self._miss(1)
        self._wake()

    def beat(self) -> None:
        """Send a heartbeat, unless a frame is on its way; two beats in one blocked send end it."""
        if self._waiter is None:
            self._miss(-(-self._queue // 2))
        elif self._pending is None:
            self._pending = BEAT
            self._wake()

    def end(self) -> None:
        """Let the stream finish; a blocked one is cut, for its peer no longer reads."""
        if self.closed:
            return
        self.closed = True
        if self._waiter is None:
            self._cut()
        self._wake()

    def _miss(self, frames: int) -> None:
        self._missed += frames
        if self._missed >= self._queue:
            self.end()

    def _wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)


class Hub:
    """The readers of every blog. Everything here runs in the event loop and takes no lock."""

    def __init__(self, limits: StreamLimits | None = None) -> None:
        self.limits = limits or StreamLimits()
        self.closed = False
        self.readers = 0
        self._blogs: dict[str, set[Reader]] = {}
        # One timer turns a wheel and beats one spoke at a time: a timer per reader costs memory,
        # and all readers at once would hold the loop up.
        self._wheel: list[set[Reader]] = [set() for _ in range(SPOKES)]
        self._hand = 0
        self._timer: asyncio.TimerHandle | None = None

    def publish(self, blog: str, rev: int) -> None:
        """Tell a blog's readers that its head is now `rev`; call it in the event loop."""
        readers = self._blogs.get(blog.strip("/"))
        if readers:
            frame = head_frame(rev)
            for reader in tuple(readers):
                reader.offer(frame)

    def subscribe(self, blog: str, cut: Callable[[], object] = lambda: None) -> Reader:
        """Add a reader of a blog; `cut` drops its connection when it no longer reads."""
        # The jitter keeps thousands that came together from coming back together.
        age = self.limits.max_age * random.uniform(0.9, 1.1)  # noqa: S311 - no secret
        reader = Reader(blog.strip("/"), self.limits.queue, time.monotonic() + age, cut)
        reader.spoke = self._hand
        self._blogs.setdefault(reader.blog, set()).add(reader)
        self._wheel[reader.spoke].add(reader)
        self.readers += 1
        if self._timer is None:
            self._schedule()
        if self.closed:
            reader.end()
        return reader

    def unsubscribe(self, reader: Reader) -> None:
        """Forget a reader; a second time changes nothing."""
        readers = self._blogs.get(reader.blog, set())
        if reader not in readers:
            return
        readers.remove(reader)
        if not readers:
            del self._blogs[reader.blog]
        self._wheel[reader.spoke].discard(reader)
        self.readers -= 1
        if not self.readers and self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def close(self) -> None:
        """End every stream, now and from now on: the server is going away."""
        self.closed = True
        for readers in tuple(self._blogs.values()):
            for reader in tuple(readers):
                reader.end()

    def _schedule(self) -> None:
        loop = asyncio.get_running_loop()
        self._timer = loop.call_later(self.limits.heartbeat / SPOKES, self._turn)

    def _turn(self) -> None:
        self._hand = (self._hand + 1) % SPOKES
        now = time.monotonic()
        for reader in tuple(self._wheel[self._hand]):
            if now >= reader.ends:
                reader.end()
            else:
                reader.beat()
        self._schedule()


def head_frame(rev: int) -> bytes:
    """Encode the only thing that a stream says. A number cannot carry CR, LF or NUL (CWE-93)."""
    n = int(rev)
    return b'id: %d\nevent: head\ndata: {"rev":%d}\n\n' % (n, n)
