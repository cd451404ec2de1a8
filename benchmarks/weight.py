"""What does a reader's phone load before any image?

    python -m benchmarks.weight

Writes the demo's site, opens page one in Chromium, and counts what really travelled: HTML, style
and script as the real server sends them (gzip), and every request that went elsewhere. The peers
are what the design names: rivals ship 122 kB of script before the first update.
"""

import tempfile
from typing import NamedTuple

from playwright.sync_api import Response, sync_playwright

from benchmarks.click import BLOG, CHROMIUM, free_port, start
from benchmarks.table import machine, print_table

RIVAL_SCRIPT = 122_000
"""Bytes, gzipped, that the live-blog programs that were looked at send before the first update."""


class Loaded(NamedTuple):
    """One response: what it was for, its size on the wire in bytes, and from where."""

    kind: str
    size: int
    url: str


def main() -> None:
    """Run and print the table."""
    with tempfile.TemporaryDirectory() as data:
        port = free_port()
        server = start(data, port)
        try:
            loaded = load(f"http://localhost:{port}/{BLOG}")
        finally:
            server.terminate()
            server.wait(timeout=15)
    print(machine())
    rows = [[one.kind, f"{one.size:,}"] for one in loaded if one.kind != "image"]
    text = sum(one.size for one in loaded if one.kind in ("document", "stylesheet", "script"))
    script = sum(one.size for one in loaded if one.kind == "script")
    home = f"http://localhost:{port}/"
    foreign = [one.url for one in loaded if not one.url.startswith((home, "data:"))]
    print_table(["what", "bytes on the wire"], [*rows, ["HTML + CSS + JS", f"{text:,}"]])
    print(
        f"\naim: at most 60,000 together, 15,000 script; script is {script / RIVAL_SCRIPT:.0%} of"
    )
    print(f"the rivals' {RIVAL_SCRIPT:,}. Requests to third parties: {len(foreign)}")


def load(url: str) -> list[Loaded]:
    """Open a page in a fresh browser and return all that it loaded within two seconds."""
    responses: list[Response] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM)
        page = browser.new_page()
        page.on("response", lambda response: responses.append(response))
        page.goto(url)
        page.wait_for_timeout(2000)
        loaded = [weigh(response) for response in responses]
        browser.close()
    return loaded


def weigh(response: Response) -> Loaded:
    """Return what a response weighed on the wire; a stream has no end and weighs nothing here."""
    kind = response.request.resource_type
    sizes = {"responseBodySize": 0} if kind == "eventsource" else response.request.sizes()
    return Loaded(kind, sizes["responseBodySize"], response.url)


if __name__ == "__main__":
    main()
