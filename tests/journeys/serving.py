"""The real server as a process, and a blog in it."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .newsroom import COLUMN, Newsroom


class Server:
    """`dateline serve` on a data folder; it can be killed and started again."""

    def __init__(self, data: Path) -> None:
        self.data = data
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.at = f"http://localhost:{self.port}"
        self._child: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        command = ["-m", "dateline.cli", "serve", "--port", str(self.port), "--data", self.data]
        with (self.data / "server.log").open("ab") as log:
            self._child = subprocess.Popen([sys.executable, *command], stdout=log, stderr=log)
        until(self.answers, 120)

    def answers(self) -> bool:
        try:
            urllib.request.urlopen(f"{self.at}/", timeout=5).close()
        except urllib.error.HTTPError as error:
            error.close()  # nothing stands there yet, but someone said so
        except OSError:
            return False
        return True

    def kill(self) -> None:
        """End it as a power cut would."""
        os.kill(self._child.pid, signal.SIGKILL)
        self._child.wait(10)

    def stop(self) -> None:
        self._child.terminate()
        try:
            self._child.wait(15)
        except subprocess.TimeoutExpired:
            self.kill()


def until(condition: Any, seconds: float = 60) -> Any:
    """Wait until a condition holds, and return what it returned."""
    end = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < end, "it did not come true in time"
        time.sleep(0.02)
    return found


@dataclass(frozen=True)
class Blog:
    """One live blog, what the newsroom does in it, and where readers and editors find it."""

    newsroom: Newsroom
    pk: str
    slug: str

    @property
    def path(self) -> str:
        return f"/{COLUMN}/{self.slug}/"

    @property
    def desk(self) -> str:
        return f"/desk/blogs/{self.pk}/"

    def publish(self, headline: str, body: str = "Words.", **more: Any) -> str:
        return self.newsroom.publish(blog_pk=self.pk, headline=headline, body=body, **more)

    def __getattr__(self, verb: str) -> Any:
        """Return a verb that is about this blog as a whole, such as `close` or `fill`."""
        return lambda **options: getattr(self.newsroom, verb)(blog_pk=self.pk, **options)
