"""A person's hands on the keyboard, and nothing else: what is pressed is counted."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page, expect

KEY_SECONDS, DECISION_SECONDS = 0.28, 1.35
"""K of an average typist and M of the keystroke-level model: Card, Moran, Newell 1980."""
ADDRESS_KEYS = 5
"""Ctrl+L, Ctrl+V, Enter: an address that came by mail or stands in a terminal is pasted."""
MOST_TABS = 400
PATIENCE = 60_000
"""Milliseconds that a busy machine may take to answer."""
WAY = """target => {
  const all = [...document.querySelectorAll(
    "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")];
  const stops = all.filter(one => one.tabIndex >= 0 && !one.disabled && one.checkVisibility()
    && (one.type !== "radio" || one.checked || one === target));
  const now = document.activeElement, behind = Node.DOCUMENT_POSITION_FOLLOWING;
  const before = stops.filter(one => one.compareDocumentPosition(now) & behind).length;
  const here = stops[before] === now ? before : now === document.body ? -1 : before - 0.5;
  return stops.indexOf(target) - here;
}"""
"""How many stops of the Tab key lie between here and there, below 0 where they lie before."""
FOCUSED = "one => one === document.activeElement"
AT_REST = "() => !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling')"


@dataclass
class Effort:
    """What it took, of everyone who worked."""

    keys: int = 0
    """A typed character is one, a chord as many as its keys."""
    decisions: int = 0
    began: float = field(default_factory=time.monotonic)

    def row(self, what: str) -> str:
        """Return a row of docs/benchmarks.md: keys, decisions, the machine's s, a person's min."""
        person = self.keys * KEY_SECONDS + self.decisions * DECISION_SECONDS
        machine = time.monotonic() - self.began
        return f"| {what} | {self.keys:,} | {self.decisions} | {machine:.0f} | {person / 60:.0f} |"


class Keyboard:
    """Presses keys in one page. Locators only say where to look."""

    def __init__(self, page: Page, effort: Effort) -> None:
        self.page, self.effort = page, effort

    def press(self, chord: str, times: int = 1) -> None:
        """Press some keys together, so many times."""
        for _ in range(times):
            self.effort.keys += len(chord.split("+"))
            self.page.keyboard.press(chord)

    def type(self, words: str) -> None:
        """Type words; a line's end is Enter."""
        self.effort.keys += len(words)
        self.page.keyboard.type(words)

    def address(self, address: str) -> None:
        """Open an address that stands nowhere on the page."""
        self.effort.keys += ADDRESS_KEYS
        self.page.goto(address)

    def tab_to(self, target: Locator) -> None:
        """Press Tab, or Shift and Tab where that is the way, until something has the focus."""
        stops = target.evaluate(WAY)
        way = "Tab" if stops > 0 else "Shift+Tab"
        self.press(way, int(abs(stops)))
        for _ in range(MOST_TABS):
            if target.evaluate(FOCUSED):
                return
            self.press(way)
        raise AssertionError(f"{target} cannot be reached by keys")

    def enter(self, target: Locator) -> None:
        """Go to a link or a button and press Enter."""
        self.tab_to(target)
        self.press("Enter")

    def follow(self, target: Locator) -> None:
        """Go to what leads to another page, and wait until that is there."""
        with self.page.expect_navigation():
            self.enter(target)

    def settle(self) -> None:
        """Wait until nothing of the page is on its way."""
        self.page.wait_for_function(AT_REST)

    def has_focus(self, target: Locator) -> None:
        """Wait until something has the focus."""
        expect(target).to_be_focused(timeout=PATIENCE)

    @contextmanager
    def decision(self) -> Iterator[None]:
        """Count one decision of the editor."""
        yield
        self.effort.decisions += 1
