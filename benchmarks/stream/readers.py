"""The reading process: one epoll loop, no parsing until a run is over.

    python -m benchmarks.stream.readers PORT PATH COUNT

Bytes are kept as they come, with one time stamp for the few sockets read together, taken after
they were read: so a reader is never said to have read sooner than it did.
"""

import gc
import json
import math
import re
import select
import socket
import sys
import time

from benchmarks.stream.client import Heard

BATCH = 32
"""Sockets read under one time stamp: some 0.1 ms of work."""
PER_ADDRESS = 250
REVISION = re.compile(rb'"rev":(\d+)}')
NS_PER_MS = 1_000_000


class Readers:
    """Connected readers and what they have read."""

    def __init__(self, port: int, path: str, count: int) -> None:
        self._sockets = {}
        self._poll = select.epoll()
        for n in range(count):
            sock = connect(port, path, f"127.0.0.{2 + n // PER_ADDRESS}")
            self._sockets[sock.fileno()] = sock
            self._poll.register(sock, select.EPOLLIN)
        self._input = sys.stdin.fileno()
        self._poll.register(self._input, select.EPOLLIN)
        self._begin()

    def _begin(self) -> None:
        self._batches: list[tuple[int, list[tuple[int, bytes]]]] = []
        self._cpu, self._since = time.process_time(), time.monotonic()

    def run(self) -> None:
        """Read, and answer each line on the input, until the input ends."""
        poll, sockets, now = self._poll.poll, self._sockets, time.monotonic_ns
        while True:
            batch = []
            asked = False
            for fd, _ in poll(-1, BATCH):
                if fd == self._input:
                    asked = True
                    continue
                data = sockets[fd].recv(65536)
                batch.append((fd, data))
                if not data:
                    self._drop(fd)
            self._batches.append((now(), batch))
            if asked and not self._answer():
                return

    def _drop(self, fd: int) -> None:
        self._poll.unregister(fd)
        self._sockets[fd].close()

    def _answer(self) -> bool:
        line = sys.stdin.readline()
        if line:
            busy = (time.process_time() - self._cpu) / (time.monotonic() - self._since)
            print(json.dumps(self._heard(dict(json.loads(line)), busy)._asdict()), flush=True)
            self._begin()
        return bool(line)

    def _heard(self, sent: dict[int, int], client_cpu: float) -> Heard:
        late: list[int] = []
        seen = 0
        for reads in self._by_reader():
            literally, times = times_of(reads, sent)
            seen += literally
            late += times
        late.sort()
        return Heard(
            p50_ms=percentile(late, 0.5),
            p99_ms=percentile(late, 0.99),
            max_ms=percentile(late, 1),
            skipped=len(late) - seen,
            missed=len(sent) * len(self._sockets) - len(late),
            lost=sum(sock.fileno() < 0 for sock in self._sockets.values()),
            client_cpu=client_cpu,
        )

    def _by_reader(self) -> list[list[tuple[int, bytes]]]:
        reads: dict[int, list[tuple[int, bytes]]] = {fd: [] for fd in self._sockets}
        for moment, batch in self._batches:
            for fd, data in batch:
                reads[fd].append((moment, data))
        return list(reads.values())


def times_of(reads: list[tuple[int, bytes]], sent: dict[int, int]) -> tuple[int, list[int]]:
    """Return how many frames one reader read, and each frame's nanoseconds until known.

    A revision is known with its own frame or with a newer one's: a reader asks for all between.
    """
    waiting = iter(sorted(sent))
    revision = next(waiting, None)
    seen, late = 0, []
    for moment, data in reads:
        for text in REVISION.findall(data):
            newest = int(text)
            seen += newest in sent
            while revision is not None and revision <= newest:
                late.append(moment - sent[revision])
                revision = next(waiting, None)
    return seen, late


def percentile(ordered: list[int], share: float) -> float:
    """Return the nearest-rank percentile in milliseconds."""
    if not ordered:
        return math.nan
    return ordered[math.ceil(share * len(ordered)) - 1] / NS_PER_MS


def connect(port: int, path: str, source: str) -> socket.socket:
    """Open a stream and read its head."""
    sock = socket.create_connection(("127.0.0.1", port), 10, (source, 0))
    head = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n"
    sock.sendall(head.encode())
    data = b""
    while b"\r\n\r\n" not in data:
        part = sock.recv(65536)
        if not part:
            break
        data += part
    if not data.startswith(b"HTTP/1.1 200"):
        sys.exit(f"No stream but {data[:200]!r}")
    sock.setblocking(False)
    return sock


def main(port: str, path: str, count: str) -> None:
    """Connect, say so, and read."""
    gc.disable()  # a collection over all that was kept would look like a late frame
    readers = Readers(int(port), path, int(count))
    print("ready", flush=True)
    readers.run()


if __name__ == "__main__":
    main(*sys.argv[1:])
