"""One page in Chromium: every request of it is answered here, none by Chromium itself."""

import asyncio
import base64
import html
import time
from collections.abc import Awaitable, Callable
from typing import Any

from playwright.async_api import Error, Request, Route, WebSocketRoute
from playwright.async_api import Page as Tab

from dateline.archive.rendering.message import Said
from dateline.archive.rendering.values import WIDTH

Ask = Callable[[str, str], Awaitable[tuple[Said, bytes]]]

NEVER_ASKED = frozenset(["eventsource", "media", "ping", "cspviolationreport", "websocket"])
"""What has no end, what is too large, and what only tells others that the page was read."""
NOT_HANDED_ON = frozenset(
    ["content-disposition", "content-encoding", "content-length", "transfer-encoding"]
)
QUIET = 0.5
"""Seconds without a request after which a page is taken to be finished."""
STEP = 900
"""Pixels: a screen, so that pictures that load when they are seen do."""
SECONDS = 10.0
"""For anything that is asked of the browser."""

OUTER = """(() => {
  const html = document.documentElement ? document.documentElement.outerHTML : "";
  return html.length > MOST ? null : html;
})()"""


class Page:
    """A page, its requests, and what stands in it in the end."""

    def __init__(self, tab: Tab, ask: Ask) -> None:
        self.missing: set[str] = set()
        self._tab = tab
        self._ask = ask
        self._opened = False
        self._waiting = 0
        self._moved_at = time.monotonic()

    async def open(self, url: str, *, seconds: float) -> None:
        """Show the page, and wait until it is quiet, `seconds` at most."""
        # On the context: popups, which are closed at once, ask for nothing either.
        await self._tab.context.route("**/*", self._answer)
        await self._tab.context.route_web_socket("**/*", self._refuse)
        self._tab.context.on("page", self._close)
        self._devtools = await self._tab.context.new_cdp_session(self._tab)
        await self._tab.goto(url, wait_until="commit", timeout=SECONDS * 1000)
        world = {"frameId": await self._frame(), "worldName": "dateline"}
        made = await self._send("Page.createIsolatedWorld", world)
        self._world = made["executionContextId"]
        end = time.monotonic() + seconds
        await self._settle(end)
        await self._scroll(end)

    async def taken(self, most_html: int, most_height: int) -> tuple[bytes, bytes]:
        """Return what stands in the page, and a picture of it."""
        words = await self._run(OUTER.replace("MOST", str(most_html)))
        if words is None:
            raise Error("it grew too large")
        outer = str(words).encode(errors="replace")
        try:
            return outer, await self._screenshot(most_height)
        except (Error, TimeoutError):
            self.missing.add("the picture of it")
            return outer, b""

    async def _answer(self, route: Route, request: Request) -> None:
        self._waiting += 1
        try:
            await self._answered(route, request)
        except Error:
            pass  # the page, or a frame of it, is gone meanwhile
        finally:
            self._waiting -= 1
            self._moved_at = time.monotonic()

    async def _answered(self, route: Route, request: Request) -> None:
        leads_away = request.is_navigation_request() and self._is_whole(request)
        # "aborted" leaves the page as it is; other reasons would put a page of Chromium's there.
        if (leads_away and self._opened) or not self._may_ask(request):
            return await route.abort("aborted")
        what = "document" if leads_away else "part"
        self._opened = self._opened or leads_away
        said, body = await self._ask(what, request.url.partition("#")[0])
        if not said["found"]:
            return await route.abort("failed")
        moved = request.is_navigation_request() and said["url"] != request.url and not leads_away
        if moved:
            # So that the frame has the address that its relative ones are read against.
            return await route.fulfill(content_type="text/html", body=onward(said["url"]))
        headers = {k: v for k, v in said["headers"].items() if k not in NOT_HANDED_ON}
        return await route.fulfill(status=said["status"], headers=headers, body=body)

    def _may_ask(self, request: Request) -> bool:
        """Nothing is ever sent to a site by a page: no form, no report, no beacon."""
        return (
            request.method == "GET"
            and request.resource_type not in NEVER_ASKED
            and request.frame.page == self._tab  # raises Error for a popup that is yet to open
        )

    def _is_whole(self, request: Request) -> bool:
        return request.frame == self._tab.main_frame

    async def _refuse(self, socket: WebSocketRoute) -> None:
        await socket.close()

    async def _close(self, popup: Tab) -> None:
        await popup.close()

    async def _settle(self, end: float) -> None:
        """Wait until nothing has been asked for during a moment."""
        self._moved_at = time.monotonic()
        while time.monotonic() < end:
            if not self._waiting and time.monotonic() - self._moved_at > QUIET:
                return
            await asyncio.sleep(0.05)
        self.missing.add("what came late")

    async def _scroll(self, end: float) -> None:
        """Show the page from top to bottom, so that it loads what it loads only when it is seen."""
        for y in range(STEP, await self._height(), STEP):
            if time.monotonic() > end:
                break
            await self._run(f"window.scrollTo(0, {y})")
            await asyncio.sleep(0.1)
        await self._run("window.scrollTo(0, 0)")
        await self._settle(end)

    async def _screenshot(self, most: int) -> bytes:
        height = await self._height()
        if height > most:
            self.missing.add(f"what stands below {most:,} pixels")
        clip = {"x": 0, "y": 0, "width": WIDTH, "height": min(height, most), "scale": 1}
        how = {"format": "jpeg", "quality": 80, "captureBeyondViewport": True, "clip": clip}
        made = await self._send("Page.captureScreenshot", how)
        return base64.b64decode(made["data"])

    async def _height(self) -> int:
        told = await self._send("Page.getLayoutMetrics")
        return max(1, int(told["cssContentSize"]["height"]))

    async def _frame(self) -> str:
        told = await self._send("Page.getFrameTree")
        return str(told["frameTree"]["frame"]["id"])

    async def _run(self, words: str) -> Any:
        """Run our own words where the page's scripts cannot have changed what they mean."""
        how = {"expression": words, "contextId": self._world, "returnByValue": True}
        return (await self._send("Runtime.evaluate", how))["result"].get("value")

    async def _send(self, what: str, how: dict[str, Any] | None = None) -> Any:
        async with asyncio.timeout(SECONDS):
            return await self._devtools.send(what, how or {})


def onward(url: str) -> str:
    """Return a page that leads on to an address, as the redirect did."""
    return f'<!doctype html><meta http-equiv="refresh" content="0;url={html.escape(url)}">'
