"""How soon do 2,000 readers hear of an update, what do they cost, and do pages keep up?

    python -m benchmarks.stream [--readers 2000] [--frames 100] [--workers auto] [--json]

Measures the real serving process, then nginx with nchan, on loopback: the same readers, the same
frames, the same files. Needs nginx, libnginx-mod-nchan and wrk from Debian.
"""

import argparse
import json
import os
import resource
import shutil
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import NamedTuple

from benchmarks.stream.client import Client, Heard
from benchmarks.stream.pages import rate
from benchmarks.stream.report import report
from benchmarks.stream.servers import BLOG, HEAD, PAGE, Dateline, Nginx, Server, make_site
from benchmarks.stream.system import OthersClock

RUNS = 3
PAGES_EVERY = 1.0
"""Seconds between frames of a busy blog, while pages are asked for."""
SETTLE = 1.0
LIMIT = 240
"""Seconds for everything; a machine too busy to finish by then would measure nothing anyway."""


class Plan(NamedTuple):
    """What is done to each server."""

    readers: int
    frames: int
    interval: float
    workers: str


def main() -> None:
    """Run and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--readers", type=int, default=2000)
    parser.add_argument("--frames", type=int, default=100)
    parser.add_argument("--interval", type=float, default=0.2, help="seconds between frames")
    parser.add_argument("--workers", default="auto", help="nginx's worker_processes")
    parser.add_argument("--json", action="store_true", help="print every figure as JSON instead")
    options = parser.parse_args()
    if missing := missing_programs():
        sys.exit(f"Skipped: {', '.join(missing)} is not installed (Debian packages).")
    raise_file_limit(options.readers)
    signal.signal(signal.SIGALRM, too_late)
    signal.alarm(LIMIT)
    plan = Plan(options.readers, options.frames, options.interval, options.workers)
    with tempfile.TemporaryDirectory() as folder:
        site = make_site(Path(folder))
        dateline = measure(lambda: Dateline(Path(folder)), plan)
        nchan = measure(lambda: Nginx(Path(folder), site, plan.workers), plan)
    if options.json:
        print(json.dumps({"plan": plan._asdict(), "dateline": dateline, "nchan": nchan}))
    else:
        report(plan._asdict(), dateline, nchan)


def too_late(*_: object) -> None:
    """Give up; on the way out every process that was started is ended."""
    sys.exit(f"Not done after {LIMIT} s: the machine is too busy, or a server hangs.")


def missing_programs() -> list[str]:
    """Name what this machine lacks."""
    found = {
        "nginx": shutil.which("nginx"),
        "libnginx-mod-nchan": Nginx.module.exists(),
        "wrk": shutil.which("wrk"),
    }
    return [name for name, here in found.items() if not here]


def raise_file_limit(readers: int) -> None:
    """Let this process and the ones it starts open a socket per reader."""
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    if hard < readers + 200:
        sys.exit(f"Only {hard} open files are allowed here: too few for {readers} readers.")
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def measure(start: Callable[[], Server], plan: Plan) -> dict[str, object]:
    """Measure one server.

    Memory comes before the page requests: what those leave on the heap, readers would reuse, and
    would seem cheaper than they are.
    """
    load, others = os.getloadavg(), OthersClock()
    revisions = count(1000)
    with start() as server:
        warm_up(server)
        alone = server.memory()
        with Client(server.port, f"/{BLOG}/stream", plan.readers) as client:
            time.sleep(SETTLE)
            idle = server.memory()
            runs = [frames_run(server, client, revisions, plan) for _ in range(RUNS)]
            busy = server.memory()
        rounds = [pages_round(server, revisions, plan) for _ in range(RUNS)]
    return {
        "load": load,
        "load_after": os.getloadavg(),
        "others_cores": others.cores(),
        "latency": median_of([heard for heard, _ in runs]),
        "runs": [heard._asdict() for heard, _ in runs],
        "cpu_ms_a_frame": statistics.median(cpu for _, cpu in runs) * 1000 / plan.frames,
        "reader_kib_idle": (idle - alone) / plan.readers / 1024,
        "reader_kib": (busy - alone) / plan.readers / 1024,
        "alone_mib": alone / 2**20,
        "memory_taken": server.memory_taken,
        "pages": rounds,
    }


def warm_up(server: Server) -> None:
    """Touch what any reader or page touches, so that it is not counted as the readers'."""
    with Client(server.port, f"/{BLOG}/stream", 20) as client:
        client.heard([server.publish(rev) for rev in range(100, 110)])
    time.sleep(SETTLE)


def frames_run(
    server: Server, client: Client, revisions: "count[int]", plan: Plan
) -> tuple[Heard, float]:
    """Publish the frames; return what the readers heard and the server's CPU seconds."""
    before = server.cpu()
    sent = []
    started = time.monotonic()
    for n in range(plan.frames):
        time.sleep(max(0.0, started + n * plan.interval - time.monotonic()))
        sent.append(server.publish(next(revisions)))
    time.sleep(SETTLE)
    return client.heard(sent), server.cpu() - before


def pages_round(server: Server, revisions: "count[int]", plan: Plan) -> dict[str, dict[str, float]]:
    """Ask for pages with readers and at once without: the machine is then about as busy."""
    with Client(server.port, f"/{BLOG}/stream", plan.readers) as client:
        often = pages_under(server, client, revisions, plan.interval)
        once = pages_under(server, client, revisions, PAGES_EVERY)
    time.sleep(SETTLE)
    return {"alone": pages(server), "once": once, "often": often}


def pages_under(
    server: Server, client: Client, revisions: "count[int]", interval: float
) -> dict[str, float]:
    """Ask for pages while a frame goes to every reader each `interval`."""
    sent: list[tuple[int, int]] = []
    measured = pages(server, lambda: sent.append(server.publish(next(revisions))), interval)
    time.sleep(SETTLE / 2)
    return measured | {"p99_ms": client.heard(sent).p99_ms}


def pages(
    server: Server, meanwhile: Callable[[], object] = lambda: None, interval: float = 1.0
) -> dict[str, float]:
    """Return the requests a second that the page and its head are served with."""
    url = f"http://127.0.0.1:{server.port}"
    return {
        "page": rate(f"{url}/{PAGE}", meanwhile, interval),
        "head": rate(f"{url}/{HEAD}", meanwhile, interval),
    }


def median_of(runs: list[Heard]) -> dict[str, float]:
    """Return each figure's median over the runs."""
    return {name: statistics.median(getattr(run, name) for run in runs) for name in Heard._fields}


if __name__ == "__main__":
    main()
