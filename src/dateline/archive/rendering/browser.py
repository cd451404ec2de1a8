"""The browser's process: Chromium with one page in it, started by `renderer.Session`.

    python -m dateline.archive.rendering.browser DESCRIPTOR

As root it becomes "nobody" first: Chromium's sandbox refuses to work for root, and a browser that
shows strangers' pages never runs without it.
"""

import asyncio
import os
import pwd
import sys
import threading
from multiprocessing.connection import Connection
from typing import Any

from playwright.async_api import Browser, Error, async_playwright

from dateline.archive.rendering.message import Said, receive, send
from dateline.archive.rendering.nowhere import Nowhere
from dateline.archive.rendering.page import Page
from dateline.archive.rendering.values import TOO_BUSY, WIDTH

FLAGS = (
    "--proxy-bypass-list=<-loopback>",  # this machine, too, only through the proxy
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # names are never asked for
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",  # as it was called before
    "--webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--disable-quic",
    "--no-pings",
    "--disable-3d-apis",
    "--disable-speech-api",
    "--js-flags=--max-old-space-size=512",
)
NOT_WANTED = (  # of what playwright starts a browser with, for tests of one's own pages
    "--disable-popup-blocking",
    "--disable-ipc-flooding-protection",
    "--enable-unsafe-swiftshader",
)
HEIGHT = 900
LAST_WORDS = 2.0
"""Seconds before the end in which this process still says what went wrong."""


class Asking:
    """The line to our fetcher: an address goes out, its answer comes back."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._loop = asyncio.get_running_loop()
        self._waiting: dict[int, asyncio.Future[tuple[Said, bytes]]] = {}
        self._number = 0
        threading.Thread(target=self._listen, daemon=True).start()

    async def ask(self, what: str, url: str) -> tuple[Said, bytes]:
        """Return the answer to a request; its "found" is false where there is none."""
        self._number += 1
        waiting = self._waiting[self._number] = self._loop.create_future()
        send(self._connection, {"what": what, "number": self._number, "url": url})
        answer: tuple[Said, bytes] = await waiting
        return answer

    def _listen(self) -> None:
        try:
            while True:
                said, data = receive(self._connection)
                self._loop.call_soon_threadsafe(self._hand_on, said, data)
        except (EOFError, OSError):
            os._exit(1)  # nobody waits for the page any more; Chromium ends with us

    def _hand_on(self, said: Said, data: bytes) -> None:
        self._waiting.pop(said["number"]).set_result((said, data))


def main() -> None:
    """Render one page and say what came of it."""
    connection = Connection(int(sys.argv[1]))
    order, _ = receive(connection)
    if os.geteuid() == 0:
        become_nobody()
    try:
        said, data = asyncio.run(in_time(connection, order))
    except Error as error:
        said, data = {"trouble": f"The browser could not show the page: {first_line(error)}"}, b""
    except TimeoutError:
        said, data = {"trouble": TOO_BUSY}, b""
    send(connection, {"what": "done"} | said, data)
    os._exit(0)


def become_nobody() -> None:
    """Give up root for good."""
    nobody = pwd.getpwnam("nobody")
    os.setgroups([])
    os.setgid(nobody.pw_gid)
    os.setuid(nobody.pw_uid)


def first_line(error: Error) -> str:
    """Return what went wrong without the log of all that was tried."""
    return error.message.splitlines()[0][:200]


async def in_time(connection: Connection, order: Said) -> tuple[Said, bytes]:
    """Render within the time that there is."""
    async with asyncio.timeout(order["seconds"] - LAST_WORDS):
        return await render(connection, order)


async def render(connection: Connection, order: Said) -> tuple[Said, bytes]:
    """Start Chromium, let it show the page, and return what stands there."""
    asking = Asking(connection)
    async with Nowhere() as nowhere, async_playwright() as playwright:
        try:
            browser = await playwright.chromium.launch(
                executable_path=order["chromium"],
                chromium_sandbox=True,
                args=[*FLAGS, f"--proxy-server=http://127.0.0.1:{nowhere.port}"],
                ignore_default_args=NOT_WANTED,
            )
        except Error as error:
            return {"does not start": first_line(error)}, b""
        send(connection, {"what": "started", "process": await process_of(browser)})
        context = await browser.new_context(
            accept_downloads=False,
            service_workers="block",
            user_agent=order["agent"],
            viewport={"width": WIDTH, "height": HEIGHT},
            locale="en-US",
            timezone_id="UTC",
            reduced_motion="reduce",
        )
        page = Page(await context.new_page(), asking.ask)
        await page.open(order["url"], seconds=order["seconds"] / 2)
        html, screenshot = await page.taken(order["html"], order["height"])
        said = {
            "html": len(html),
            "missing": sorted(page.missing),
            "version": browser.version,
            "astray": nowhere.came,
        }
        return said, html + screenshot


async def process_of(browser: Browser) -> int:
    """Return the process that leads Chromium's group, so that all of it can be ended."""
    session = await browser.new_browser_cdp_session()
    told: dict[str, Any] = await session.send("SystemInfo.getProcessInfo")
    return next(int(one["id"]) for one in told["processInfo"] if one["type"] == "browser")


if __name__ == "__main__":
    main()
