"""The real server on a filled folder, with colleagues at its desk."""

import fcntl
import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.click import free_port

from .colleagues import Colleague
from .newsroom import Newsroom

OWN = 50
"""Of the reports that wait, those which nobody but whoever is measured looks at."""


def fill(data: Path, claims: int, colleagues: int) -> Newsroom:
    """Fill a folder, in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.desk.newsroom", data, claims, colleagues]
    done = subprocess.run([*map(str, command)], stdout=subprocess.PIPE, text=True, check=True)
    return Newsroom(**json.loads(done.stdout))


@contextmanager
def serving(data: Path) -> Iterator[str]:
    """Serve a folder; its address. The worker reads nothing: that takes a core of its own."""
    port = free_port()
    command = ["-m", "dateline.cli", "--data", str(data), "serve", "--port", str(port)]
    with (data / "reading.lock").open("w") as reading:
        fcntl.flock(reading, fcntl.LOCK_EX)
        server = subprocess.Popen([sys.executable, *command], env=os.environ.copy())
        try:
            _wait_for(f"http://localhost:{port}")
            yield f"http://localhost:{port}"
        finally:
            server.kill()  # nobody needs its folder any more
            server.wait()


def _wait_for(address: str) -> None:
    for _ in range(300):
        time.sleep(0.2)
        try:
            urllib.request.urlopen(f"{address}/desk/", timeout=5).close()
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            continue
    raise SystemExit("The server did not start.")


@contextmanager
def at_work(address: str, room: Newsroom) -> Iterator[list[Colleague]]:
    """Let the colleagues work."""
    others = room.sessions[1:]
    people = [Colleague(address, room.blog, room.column, one, room.waiting[OWN:]) for one in others]
    for one in people:
        one.start()
    try:
        yield people
    finally:
        for one in people:
            one.stop.set()
        for one in people:
            one.join(90)
            one.http.close()


def told_of(people: list[Colleague], seconds: float) -> str:
    """Return what the colleagues asked for in that time."""
    asked, trouble = Counter[str](), Counter[int]()
    for one in people:
        asked += one.asked
        trouble += one.trouble
    each = ", ".join(f"{what} {n / seconds:.1f}/s" for what, n in asked.most_common())
    refused = f"; refused: {dict(trouble)}" if trouble else ""
    return f"{len(people)} colleagues asked meanwhile: {each}{refused}." if people else ""
