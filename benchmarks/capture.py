"""What does a capture cost, and does the worker's memory stay flat over 10,000 of them?

    python -m benchmarks.capture [--pages 181] [--many 10000]

Serves real pages from a process of its own. First captures each of them, one after the other, as
the worker does: fetch, extraction in its child, WARC, hashes, likenesses, the ledger on a real
disk. Beside it, in the same run, the plain peer: urllib, trafilatura, warcio, in one thread,
nothing else. Then `dateline worker` itself captures many, every address with words of its own,
while its memory and its extraction child's are looked at.
"""

import argparse
import io
import os
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from rich.progress import Progress

from benchmarks.press import SITES
from benchmarks.table import machine, print_table

PAGES = Path(__file__).parents[2] / "shared/bench/extraction"
EVERY = 500
WARM = 1_000
"""Captures after which memory is judged: caches fill, libraries load."""
FLAT = 2.0
"""Megabytes for each thousand captures; a leak of one page's text each would be more than 3."""
FEWEST = 4
"""Marks through which a line says something."""


class Mark(NamedTuple):
    """Where the worker stood after some captures: seconds since the last mark, megabytes."""

    done: int
    seconds: float
    worker: float
    child: float


def main() -> None:
    """Run and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=181)
    parser.add_argument("--many", type=int, default=10_000)
    given = parser.parse_args()
    if not (PAGES / "html").is_dir():
        sys.exit(f"Nothing was measured: the pages are not in {PAGES}.")
    print(machine())
    with tempfile.TemporaryDirectory() as folder, press(given.pages) as address, Progress() as seen:
        os.environ |= {
            "DATELINE_DATA": folder,
            "DATELINE_ALLOW": "127.0.0.0/8",
            "DJANGO_SETTINGS_MODULE": "dateline.server.settings",
        }
        found()
        plain, ours = one_by_one(address, given.pages, seen)
        marks = list(many(address, given.pages, given.many, folder, seen))
    tell_speed(plain, ours)
    if marks:
        tell_memory(marks)


@contextmanager
def press(pages: int) -> Iterator[Callable[[int], str]]:
    """Serve the pages; give what returns the address of page N."""
    command = [sys.executable, "-m", "benchmarks.press", str(PAGES), str(pages)]
    server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    port = int(server.stdout.readline())
    try:
        yield lambda n: f"http://127.0.0.{1 + n % SITES}:{port}/page/{n}"
    finally:
        server.stdin.close()
        server.wait(timeout=15)


def found() -> None:
    """Found a site in the fresh data folder."""
    import django

    django.setup()
    from dateline.ledger.verbs.people import found_site
    from dateline.server.prepare import prepare

    prepare()
    found_site(email="bench@example.org")


def one_by_one(
    address: Callable[[int], str], pages: int, seen: Progress
) -> tuple[list[float], list[float]]:
    """Keep every page in both ways, turn by turn; return the seconds that each took."""
    from dateline.archive import outward
    from dateline.archive.bring import bring_address
    from dateline.archive.capture import Capturer
    from dateline.archive.extract.apart import Apart
    from dateline.archive.keep import Keeper
    from dateline.ledger.verbs.in_hand import take

    plain: list[float] = []
    ours: list[float] = []
    with (
        closing(outward.fetcher()) as fetcher,
        closing(Apart()) as apart,
        tempfile.TemporaryFile() as out,
    ):
        capturer = Capturer(fetcher, Keeper(fetcher, apart))
        apart.extract(b"<p>", url="", declared_type="", charset="")  # the child starts
        for n in seen.track(range(pages), description="One by one"):
            plain.append(timed(keep_plainly, address(n), out))
            report = take(bring_address(by=None, address=address(n)))
            ours.append(timed(capturer.look, report))
            assert report.newest is not None, report.trouble
    return plain, ours


def timed(work: Callable[..., object], *given: object) -> float:
    """Return how long something takes, in seconds."""
    started = time.perf_counter()
    work(*given)
    return time.perf_counter() - started


def keep_plainly(url: str, out: io.BufferedIOBase) -> None:
    """Do what a short script would: fetch, extract, write a record."""
    import trafilatura
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with urllib.request.urlopen(url) as answer:
        body, headers = answer.read(), answer.getheaders()
    trafilatura.bare_extraction(body, url=url, with_metadata=True)
    writer = WARCWriter(out)
    http = StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1")
    record = writer.create_warc_record(url, "response", io.BytesIO(body), http_headers=http)
    writer.write_record(record)


def many(
    address: Callable[[int], str], pages: int, most: int, folder: str, seen: Progress
) -> Iterator[Mark]:
    """Have the real worker capture many addresses; yield a mark each 500."""
    from dateline.archive.bring import bring_address
    from dateline.ledger.models import Capture

    for n in seen.track(range(pages, pages + most), description="Bringing in"):
        bring_address(by=None, address=address(n))
    task = seen.add_task("The worker captures", total=most)
    command = [sys.executable, "-m", "dateline.cli", "--data", folder, "worker", "--attached"]
    worker = subprocess.Popen(command, stdin=subprocess.PIPE)
    try:
        last, child, began = 0, 0.0, time.perf_counter()
        while last + EVERY <= most:
            time.sleep(0.2)
            assert worker.poll() is None, "the worker ended"
            done = Capture.objects.count() - pages
            child = max(child, largest_child(worker.pid))
            seen.update(task, completed=done)
            if done >= last + EVERY:
                last = done - done % EVERY
                now = time.perf_counter()
                yield Mark(last, now - began, resident(worker.pid), child)
                child, began = 0.0, now
    finally:
        worker.stdin.close()
        worker.wait(timeout=60)


def resident(process: int) -> float:
    """Return the megabytes of memory that a process really holds; 0 for one that is gone."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def largest_child(process: int) -> float:
    """Return the memory of the largest child of a process, which is the one that extracts."""
    tasks = Path(f"/proc/{process}/task").glob("*/children")
    children = [child for task in tasks for child in task.read_text().split()]
    return max((resident(int(child)) for child in children), default=0.0)


def tell_speed(plain: list[float], ours: list[float]) -> None:
    """Print what one capture costs beside the peer."""
    peer = len(plain) / sum(plain)
    rows = [speed_row(*one, peer) for one in (("Dateline", ours), ("plain peer", plain))]
    head = ["one after the other", "captures/s", "p50, ms", "p95, ms", "speed / peer"]
    print_table(head, rows)


def speed_row(name: str, seconds: list[float], peer: float) -> list[str]:
    cuts = statistics.quantiles(seconds, n=20)
    rate = len(seconds) / sum(seconds)
    figures = [f"{rate:.1f}", f"{cuts[9] * 1000:.0f}", f"{cuts[18] * 1000:.0f}"]
    return [name, *figures, f"{rate / peer:.2f}"]


def tell_memory(marks: list[Mark]) -> None:
    """Print how the worker's memory went, and whether it is flat."""
    print()
    head = ["captures by the worker", "captures/s", "worker, MB", "its child, at most, MB"]
    rows = [
        [f"{m.done:,}", f"{EVERY / m.seconds:.1f}", f"{m.worker:.0f}", f"{m.child:.0f}"]
        for m in marks
    ]
    print_table(head, rows)
    judged = [mark for mark in marks if mark.done > WARM]
    if len(judged) < FEWEST:
        print("\ntoo few captures to judge memory by")
        return
    for name in ("worker", "child"):
        done = [mark.done / 1000 for mark in judged]
        slope = statistics.linear_regression(done, [getattr(m, name) for m in judged]).slope
        verdict = "flat" if slope < FLAT else "NOT flat"
        print(f"\n{name}: {slope:+.2f} MB for each 1,000 captures after {WARM:,}: {verdict}")


if __name__ == "__main__":
    main()
