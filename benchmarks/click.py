"""From an editor's click to the text in a second browser: how long does a reader wait?

    python -m benchmarks.click [--clicks 40]

Starts the real server with the demo, signs an editor in through a one-time link in one browser
context, opens the reader's page in another, and publishes through the desk's own form. The clock
runs from the click on Publish until a MutationObserver in the reader's page sees the text, on the
machine's one clock. The peer in the same run is the network itself: a bare request to the server.
"""

import argparse
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.table import machine, print_table

CHROMIUM = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--no-first-run"]
BLOG = "putin-in-syria/2015-10-21/"


def main() -> None:
    """Run and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--clicks", type=int, default=40)
    clicks = parser.parse_args().clicks
    with tempfile.TemporaryDirectory() as data:
        port = free_port()
        server = start(data, port)
        try:
            waits, bare = measure(f"http://localhost:{port}/", data, clicks)
        finally:
            server.terminate()
            server.wait(timeout=15)
    print(machine())
    rows = [
        ["click to text in a second browser", *in_ms(waits)],
        ["a bare request for head.json", *in_ms(bare)],
    ]
    print_table([f"{clicks} times", "p50, ms", "p95, ms", "most, ms"], rows)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return int(probe.getsockname()[1])


def start(data: str, port: int) -> "subprocess.Popen[str]":
    """Start the demo and wait until it serves."""
    command = [sys.executable, "-m", "dateline.cli", "--data", data, "demo", "--port", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ.copy())
    for _ in range(150):
        time.sleep(0.2)
        try:
            urllib.request.urlopen(f"http://localhost:{port}/{BLOG}head.json", timeout=2)
            return server
        except OSError:
            continue
    server.terminate()
    raise SystemExit("The demo did not start.")


def sign_in_link(data: str, base: str) -> str:
    """Return a fresh one-time link for the demo's editor."""
    command = [sys.executable, "-m", "dateline.cli", "--data", data, "link", "editor@example.org"]
    done = subprocess.run([*command, "--at", base], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def measure(base: str, data: str, clicks: int) -> tuple[list[float], list[float]]:
    """Return the waits from click to text, and of bare requests, in seconds."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM)
        try:
            reader = open_reader(browser, base)
            desk = sign_in(browser, sign_in_link(data, base), base)
            waits = [one_click(desk, reader, n) for n in range(clicks)]
        finally:
            browser.close()
    return waits, [bare_request(base) for _ in range(clicks)]


def open_reader(browser: Browser, base: str) -> Page:
    """Open the reader's page with an observer that notes when each headline appeared."""
    page = browser.new_context().new_page()
    page.goto(base + BLOG)
    page.evaluate(
        """() => { window.seen = {}; new MutationObserver(() => {
            for (const h of document.querySelectorAll('#entries h2'))
                window.seen[h.textContent] ??= Date.now();
        }).observe(document.querySelector('#entries'), {childList: true, subtree: true}); }"""
    )
    return page


def sign_in(browser: Browser, link: str, base: str) -> Page:
    """Sign the editor in and open the blog's desk."""
    page = browser.new_context().new_page()
    page.goto(link)
    page.click("main form button")
    page.goto(f"{base}desk/")
    page.click("a:has-text('Assad in Moscow')")
    return page


def one_click(desk: Page, reader: Page, n: int) -> float:
    """Publish one update through the form; return the seconds until the reader's page shows it."""
    headline = f"Measured {n} {time.monotonic_ns()}"
    desk.keyboard.press("Escape")
    desk.locator("a:has-text('New')").first.click()
    desk.fill("[name=headline]", headline)
    desk.fill("[name=body]", "A sentence that travels from the desk to a reader.")
    desk.evaluate(
        """() => document.addEventListener('click',
            () => sessionStorage.setItem('clicked', Date.now()), {capture: true})"""
    )
    desk.locator("button:has-text('Publish')").first.click()
    reader.locator(f"#entries h2:text-is('{headline}')").wait_for(state="attached")
    clicked = float(desk.evaluate("() => sessionStorage.getItem('clicked')"))
    seen = float(reader.evaluate("text => window.seen[text]", headline))
    return (seen - clicked) / 1000


def bare_request(base: str) -> float:
    """Return the seconds that the smallest request takes."""
    started = time.perf_counter()
    urllib.request.urlopen(f"{base}{BLOG}head.json", timeout=5).read()
    return time.perf_counter() - started


def in_ms(seconds: list[float]) -> list[str]:
    """Return median, 95th percentile and maximum in milliseconds."""
    ordered = sorted(seconds)
    p95 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    return [f"{value * 1000:.0f}" for value in (statistics.median(ordered), p95, ordered[-1])]


if __name__ == "__main__":
    main()
