"""A browser on the one screen: keys are pressed, and the page itself tells how long each took."""

import random
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.click import CHROMIUM

from .newsroom import EACH, Newsroom

WATCH = """() => {
  window.pressed = 0; window.took = []; window.long = []; window.rows = 0; window.awaited = [];
  addEventListener('keydown', (event) => { window.pressed = event.timeStamp; }, true);
  new MutationObserver(() => {
    if (!window.rows && document.querySelector('#wire .w-row')) window.rows = performance.now();
    while (window.awaited.length && document.querySelector(window.awaited[0])) {
      window.took.push(performance.now() - window.pressed);
      window.awaited.shift();
    }
  }).observe(document, {childList: true, subtree: true, attributeFilter: ['class', 'data-report']});
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) window.long.push(one.duration);
  }).observe({type: 'longtask', buffered: true});
}"""
CLAIM = "['form.htmx-request', '#' + document.activeElement.closest('.claim').id + '.accepted']"
REPORT = "[`#report[data-report]:not([data-report='${report.dataset.report}'])`]"
"""What is awaited of a key, one after the other, as selectors that the page makes before it."""
PAUSE = (150, 600)
"""Milliseconds between one answer and the next key."""


@contextmanager
def browser() -> Iterator[Browser]:
    """Start Chromium."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM)
        try:
            yield started
        finally:
            started.close()


def screen_of(started: Browser, address: str, room: Newsroom) -> Page:
    """Open the one screen as whoever is measured."""
    context = started.new_context(viewport={"width": 1440, "height": 900})
    url, session = f"{address}/desk/", room.sessions[0]
    context.add_cookies([{"name": "dateline_session", "value": session, "url": url}])
    context.add_init_script(f"({WATCH})()")
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.goto(f"{address}/desk/blogs/{room.blog}/wire/")
    return page


def press(page: Page, key: str, awaited: str) -> list[float]:
    """Press a key; return the milliseconds until each that is awaited came into the page."""
    page.evaluate(f"() => {{ window.awaited = {awaited}; window.took = []; }}")
    page.keyboard.press(key)
    page.wait_for_function("() => !window.awaited.length")
    took: list[float] = page.evaluate("() => window.took")
    page.wait_for_timeout(random.uniform(*PAUSE))  # noqa: S311  no secret
    return took


def accepting(page: Page, presses: int) -> list[list[float]]:
    """Accept claim after claim, report after report: until one is told, until it is done."""
    found = list[list[float]]()
    while len(found) < presses:
        press(page, "j", REPORT)
        page.locator("#wire a.row[aria-current]").focus()  # a wire that was renewed may lose it
        page.keyboard.press("Enter")
        page.wait_for_selector(".claim.proposed:focus")
        left = presses - len(found)
        found += [press(page, "a", CLAIM) for _ in range(min(EACH, left))]
        page.keyboard.press("Escape")
        page.wait_for_selector("#wire a.row:focus")
    return found


def walking(page: Page, presses: int) -> list[float]:
    """Go down the wire from the report that is open."""
    return [press(page, "j", REPORT)[0] for _ in range(presses)]


def scrolling(page: Page, pages: int) -> tuple[int, list[float]]:
    """Scroll down so many pages of the wire; return how many rows there are, and long tasks."""
    page.evaluate("() => { window.long = []; }")
    for _ in range(pages):
        rows = page.locator("#wire .w-row").count()
        page.evaluate("() => document.querySelector('#older').scrollIntoView()")
        page.wait_for_function(
            "n => document.querySelectorAll('#wire .w-row').length > n", arg=rows
        )
    return page.locator("#wire .w-row").count(), page.evaluate("() => window.long")
