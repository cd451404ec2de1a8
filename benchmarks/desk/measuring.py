"""What is measured on one ledger, as rows of the table."""

import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .keys import accepting, browser, screen_of, scrolling, walking
from .peer import plain_view
from .serving import at_work, fill, serving, told_of

HEAD = ["ledger", "what", "p50, ms", "p95, ms", "most, ms"]
PAGES = 10
WALKED = 40


@dataclass(frozen=True)
class Measured:
    """Rows, and under what they came to be."""

    rows: list[list[str]]
    beside: str
    load: str


def measured(data: Path, claims: int, colleagues: int, presses: int) -> Measured:
    """Fill a folder, serve it, and press keys."""
    room, rows = fill(data, claims, colleagues), list[list[str]]()
    with serving(data) as address, at_work(address, room) as people, browser() as chromium:
        time.sleep(10)  # until everybody has their page
        load, began = os.getloadavg()[0], time.monotonic()
        page = screen_of(chromium, address, room)
        rows.append(["the screen's first rows", *in_ms([page.evaluate("() => window.rows")])])
        told, done = zip(*accepting(page, presses), strict=True)
        rows.append([f"`a` to the next claim and “sending…”, {presses} times", *in_ms(told)])
        rows.append([f"`a` to accepted, {presses} times", *in_ms(done)])
        rows.append([f"`j` to the next report, {WALKED} times", *in_ms(walking(page, WALKED))])
        if claims:
            shown, long = scrolling(page, PAGES)
            rows.append([f"{PAGES} pages scrolled, {shown} rows: long tasks", *in_ms(long or [0])])
        beside = told_of(people, time.monotonic() - began + 10)
    return Measured(rows, beside, f"{load:.1f} before, {os.getloadavg()[0]:.1f} after")


def plain(data: Path, presses: int) -> list[str]:
    """Measure the plain view."""
    return in_ms(plain_view(data, presses))


def in_ms(found: Sequence[float]) -> list[str]:
    """Return median, 95th percentile and maximum."""
    ordered = sorted(found)
    p95 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    return [f"{value:.0f}" for value in (ordered[len(ordered) // 2], p95, ordered[-1])]
