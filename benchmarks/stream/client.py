"""The readers, in a process of their own that does as little as possible for each of them."""

import json
import subprocess
import sys
from typing import NamedTuple, Self


class Heard(NamedTuple):
    """How late the readers heard of the frames of a run.

    `skipped`: a newer frame came instead of this one. `missed`: neither came. `lost`: readers whose
    connection ended. `client_cpu`: the share of one core that the client itself took.
    """

    p50_ms: float
    p99_ms: float
    max_ms: float
    skipped: int
    missed: int
    lost: int
    client_cpu: float


class Client:
    """Many readers of one stream; steered by lines on its input."""

    def __init__(self, port: int, path: str, readers: int) -> None:
        command = [sys.executable, "-m", "benchmarks.stream.readers", str(port), path, str(readers)]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def __enter__(self) -> Self:
        """Wait until every reader is connected."""
        if self._line() != "ready":
            self.__exit__()
            raise RuntimeError("The readers could not connect.")
        return self

    def __exit__(self, *error: object) -> None:
        self._process.stdin.close()
        self._process.stdout.close()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def heard(self, sent: list[tuple[int, int]]) -> Heard:
        """Return what was heard of these frames (revision, when published), and begin anew."""
        self._process.stdin.write(json.dumps(sent) + "\n")
        self._process.stdin.flush()
        return Heard(**json.loads(self._line()))

    def _line(self) -> str:
        return self._process.stdout.readline().rstrip("\n")
