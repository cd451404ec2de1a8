"""The two servers: started as processes, told to publish, measured, and stopped by their number."""

import http.client
import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import IO, ClassVar, Self

from benchmarks.stream.system import children, cpu_seconds, resident, shared_once

BLOG = "bench/day"
PAGE = f"{BLOG}/index.html"
HEAD = f"{BLOG}/head.json"
PAGE_BYTES = 60_000
PATIENCE = 20.0
SERVE = "import django; django.setup(); from benchmarks.stream.serve import main; main({port})"

NGINX = """
load_module {module};
user root;
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log warn;
worker_processes {workers};
worker_rlimit_nofile 16000;
events {{ worker_connections 8000; }}
http {{
  access_log off;
  sendfile on;
  tcp_nopush on;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  types {{ text/html html; application/json json; }}
  server {{
    listen 127.0.0.1:{port} backlog=4096;
    root {site};
    location = /publish {{
      nchan_publisher;
      nchan_channel_id bench;
      nchan_message_buffer_length 1;
    }}
    location = /{blog}/stream {{
      nchan_subscriber eventsource;
      nchan_channel_id bench;
      nchan_eventsource_event head;
      nchan_subscriber_first_message newest;
    }}
  }}
}}
"""


class Server:
    """A running server."""

    memory_taken: ClassVar[str]

    def __init__(self, command: list[str], log: IO[str] | None = None, **env: str) -> None:
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            env=os.environ | env,
        )

    def __enter__(self) -> Self:
        """Wait until it answers."""
        end = time.monotonic() + PATIENCE
        while not answers(self.port):
            if time.monotonic() > end or self._process.poll() is not None:
                self.__exit__()
                raise RuntimeError(f"{type(self).__name__} did not start.")
            time.sleep(0.05)
        return self

    def __exit__(self, *error: object) -> None:
        self._process.terminate()
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process.stdin.close()
        self._process.stdout.close()

    @property
    def pids(self) -> list[int]:
        """The processes that serve."""
        return [self._process.pid]

    def memory(self) -> int:
        """Bytes resident in all that serve."""
        raise NotImplementedError

    def cpu(self) -> float:
        """Seconds of processor time used so far by all that serve."""
        return sum(cpu_seconds(pid) for pid in self.pids)

    def publish(self, rev: int) -> tuple[int, int]:
        """Publish a revision; return it and when, in nanoseconds."""
        raise NotImplementedError


class Dateline(Server):
    """The real serving process."""

    memory_taken = "RSS of the serving process"

    def __init__(self, data: Path) -> None:
        self.port = free_port()
        super().__init__(
            [sys.executable, "-c", SERVE.format(port=self.port)],
            DATELINE_DATA=str(data),
            DJANGO_SETTINGS_MODULE="dateline.server.settings",
        )
        self._process.stdout.readline()

    def memory(self) -> int:
        """Bytes resident: one process, without the worker, which serves nobody."""
        return resident(self._process.pid)

    def publish(self, rev: int) -> tuple[int, int]:
        """Let the event loop publish; it takes the time right before."""
        self._process.stdin.write(f"{rev}\n")
        self._process.stdin.flush()
        return rev, int(self._process.stdout.readline())


class Nginx(Server):
    """nginx with nchan, and the same files beside it."""

    memory_taken = "RSS of master and workers, shared memory counted once"
    module = Path("/usr/lib/nginx/modules/ngx_nchan_module.so")

    def __init__(self, folder: Path, site: Path, workers: str) -> None:
        self.port = free_port()
        conf = folder / "nginx.conf"
        conf.write_text(
            NGINX.format(
                module=self.module,
                folder=folder,
                workers=workers,
                port=self.port,
                site=site,
                blog=BLOG,
            )
        )
        super().__init__(["nginx", "-p", str(folder), "-c", str(conf)])
        self._http = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)

    def __exit__(self, *error: object) -> None:
        self._http.close()
        super().__exit__(*error)

    @property
    def pids(self) -> list[int]:
        """The master and its workers."""
        return [self._process.pid, *children(self._process.pid)]

    def memory(self) -> int:
        """Bytes resident: nchan keeps its messages in memory that the workers share."""
        return shared_once(self.pids)

    def publish(self, rev: int) -> tuple[int, int]:
        """Post the frame over a connection that stays open."""
        moment = time.monotonic_ns()
        self._http.request("POST", "/publish", b'{"rev":%d}' % rev)
        response = self._http.getresponse()
        response.read()
        if response.status not in (201, 202):
            raise RuntimeError(f"nchan answered {response.status} to a publish.")
        return rev, moment


def make_site(folder: Path) -> Path:
    """Write the page and its head, as both servers serve them."""
    site = folder / "site"
    (site / BLOG).mkdir(parents=True)
    update = (
        "<article><h2>Update</h2><p>" + "What was seen, by whom, and since when. " * 12 + "</p>"
    )
    page = "<!doctype html><title>A day</title>" + update * (PAGE_BYTES // len(update) + 1)
    (site / PAGE).write_text(page[:PAGE_BYTES])
    (site / HEAD).write_text('{"format": 1, "rev": 1, "updated": "2026-01-01T00:00:00Z"}')
    return site


def free_port() -> int:
    """Return a port that nobody uses."""
    with socket.create_server(("127.0.0.1", 0)) as sock:
        return int(sock.getsockname()[1])


def answers(port: int) -> bool:
    """Tell whether somebody listens."""
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
    except OSError:
        return False
    return True
