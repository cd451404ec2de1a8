"""The real program as processes: started, watched and ended by their own ids."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import httpx

ROOT = Path(__file__).parents[2]
DATELINE = [sys.executable, "-m", "dateline.cli"]
PATIENCE = 120.0
"""Seconds that a start may take on a machine that does much else."""


def dateline(*arguments, data=None, **variables):
    """Run one command to its end."""
    folder = {"DATELINE_DATA": str(data)} if data else {}
    return subprocess.run(
        [*DATELINE, *map(str, arguments)],
        env={**os.environ, **folder, **variables},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def until(condition, seconds=PATIENCE, pause=0.02):
    """Wait for a condition and return what it gave."""
    end = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < end, "it did not come true in time"
        time.sleep(pause)
    return found


def free_port():
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        return listener.getsockname()[1]


def state_of(pid):
    """Return the letter by which the kernel says what a process does; empty for none."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return ""


def is_running(pid):
    return state_of(pid) not in ("", "Z")


def children_of(pid):
    found = []
    for listing in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found += map(int, listing.read_text().split())
        except (FileNotFoundError, ProcessLookupError):
            continue
    return found


def names_in(command):
    """Return the words of a process's command line."""
    try:
        return Path(f"/proc/{command}/cmdline").read_bytes().split(b"\0")
    except (FileNotFoundError, ProcessLookupError):
        return []


class Server:
    """`dateline serve` on a data folder, and its worker."""

    def __init__(self, data, log, port=None, *arguments):
        self.data, self.log = Path(data), Path(log)
        self.port = port or free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        with self.log.open("ab") as file:
            self.process = subprocess.Popen(
                [*DATELINE, *(arguments or ["serve"]), "--port", str(self.port)],
                env={**os.environ, "DATELINE_DATA": str(data)},
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=file,
                start_new_session=True,
            )
        self.pid = self.process.pid

    @property
    def site(self):
        return self.data / "site"

    @property
    def worker(self):
        """Return the worker's pid while it runs, else None."""
        workers = [pid for pid in children_of(self.pid) if b"worker" in names_in(pid)]
        return workers[0] if workers else None

    def said(self):
        return self.log.read_text()

    def answers(self):
        assert self.process.poll() is None, f"the server ended: {self.said()}"
        try:
            return httpx.get(f"{self.address}/", timeout=5).status_code
        except httpx.TransportError:
            return None

    def started(self):
        """Wait until it answers; return itself."""
        until(self.answers)
        return self

    def with_worker(self):
        return until(lambda: self.worker)

    def shows(self, path, words):
        """Tell whether a page is there and has these words."""
        try:
            answer = httpx.get(f"{self.address}/{path}", timeout=5)
        except httpx.TransportError:
            return False
        return answer.status_code == 200 and words in answer.text

    def kill(self):
        """Kill the server as a power cut would; return the worker that it leaves behind."""
        worker = self.worker
        self.process.kill()
        self.process.wait(10)
        return worker

    def end(self, number=signal.SIGTERM):
        """Ask it to end; return its exit code and how long it took."""
        began = time.monotonic()
        self.process.send_signal(number)
        code = self.process.wait(20)
        return code, time.monotonic() - began

    def close(self):
        """End exactly this process, however it is."""
        if self.process.poll() is None:
            worker = self.worker
            self.process.kill()
            self.process.wait(10)
            until(lambda: not worker or not is_running(worker), 60)


HALF = re.compile(r"</html>\s*\Z")
"""How every page of ours ends."""
