"""The one screen by keys: every claim of a report is decided, and put into its incident."""

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Locator, expect

from tests.day.review import Decision

from .filling import fill_form
from .keyboard import PATIENCE, Keyboard

CLAIMS = """() => [...document.querySelectorAll(".claim")].map(one => ({
  id: one.id.slice(2), quote: one.querySelector("blockquote")?.textContent ?? "",
  proposed: one.matches(".proposed"), here: one.contains(document.activeElement)}))"""


@dataclass
class Screen:
    """One report on the screen, and what became of its claims: ids by the record's names."""

    hands: Keyboard
    text: str = ""
    """The report's, as it is kept."""
    claims: dict[str, str] = field(default_factory=dict)
    incidents: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    """Of incidents, by their ids."""

    def open(self, report: str) -> None:
        """Walk down the wire to a report, and into its claims."""
        row = self.hands.page.locator(f"#r-{report}")
        while row.get_attribute("aria-current") != "true":
            self.hands.press("j")
            self.hands.page.wait_for_timeout(20)
        expect(
            self.hands.page.locator(f"#report[data-report='{report}'] .claim")
        ).not_to_have_count(0)
        self.text = self.hands.page.locator("#kept-text").text_content() or ""
        self.hands.press("Enter")
        self.hands.has_focus(self.hands.page.locator(".claim:focus"))

    def decide(self, one: Decision) -> None:
        """Do what the record says of one claim."""
        with self.hands.decision():
            claim = getattr(self, f"_{one.do}")(one)
        if one.name:
            self.claims[one.name] = claim

    def go_to(self, claim: str) -> Locator:
        """Walk to a claim with j or k."""
        rows = self._rows()
        ids = [one["id"] for one in rows]
        if claim not in ids:
            self._turn()
            return self.go_to(claim)
        self._walk(rows, ids.index(claim))
        return self.hands.page.locator(f"#c-{claim}")

    def _rows(self) -> list[dict[str, Any]]:
        """Look at the claims of the report that the screen shows at once."""
        rows: list[dict[str, Any]] = self.hands.page.evaluate(CLAIMS)
        return rows

    def _walk(self, rows: list[dict[str, Any]], there: int) -> None:
        here = next((n for n, one in enumerate(rows) if one["here"]), None)
        if here is None:
            self.hands.press("Escape")
            self.hands.press("Enter")
            self.hands.has_focus(self.hands.page.locator(".claim:focus"))
            return self._walk(self._rows(), there)
        self.hands.press("j" if there > here else "k", abs(there - here))
        self.hands.has_focus(self.hands.page.locator(f"#c-{rows[there]['id']}"))
        return None

    def _turn(self) -> None:
        """Go on over the end of a long report's claims, or back over their beginning."""
        rows = self._rows()
        onward = self.hands.page.locator("#claims > nav a[rel=next]").count() > 0
        self._walk(rows, -1 % len(rows) if onward else 0)
        self.hands.press("j" if onward else "k")
        other = "1" if not onward else "2"
        self.hands.page.locator(f"#claims > nav .dl:text-matches('^{other} of')").wait_for()
        self.hands.has_focus(self.hands.page.locator(".claim:focus"))

    def _accept(self, one: Decision) -> str:
        claim = self._proposed(one)
        found = self.go_to(claim)
        self.hands.press("a")
        self._decided(found, "accepted")
        return claim

    def _reject(self, one: Decision) -> str:
        claim = self._proposed(one)
        found = self.go_to(claim)
        self.hands.press("x")
        self.hands.type(one.reason)
        self.hands.press("Enter")
        self._decided(found, "rejected")
        return claim

    def _mend(self, one: Decision) -> str:
        claim = self._proposed(one)
        found = self.go_to(claim)
        self.hands.press("e")
        self._send(found.locator(".slot form"), one.fields)
        self._decided(found, "accepted")
        return claim

    def _make(self, one: Decision) -> str:
        known = {each["id"] for each in self._rows()}
        self.hands.press("c")
        self.hands.has_focus(self.hands.page.locator("#words"))
        self.hands.type(self._quote(one))
        self.hands.press("Enter")
        self._send(self.hands.page.locator("#slot .slot form"), one.fields)
        made = self.hands.page.locator(".claim.accepted:focus").get_attribute("id") or ""
        assert made.removeprefix("c-") not in known
        return made.removeprefix("c-")

    def _send(self, form: Locator, fields: dict[str, Any]) -> None:
        form.wait_for()
        fill_form(self.hands, form, fields)
        self.hands.press("Control+Enter")
        said = self.hands.page.locator(".slot :is([role=alert], .error)")
        expect(form.or_(said)).to_have_count(0, timeout=PATIENCE)
        self.hands.has_focus(self.hands.page.locator(".claim:focus"))

    def _decided(self, claim: Locator, standing: str) -> None:
        expect(claim).to_have_class(f"claim {standing}", timeout=PATIENCE)
        self.hands.has_focus(self.hands.page.locator(".claim:focus"))
        self.hands.settle()

    def _quote(self, one: Decision) -> str:
        return " ".join(self.text[slice(*one.at)].split())

    def _proposed(self, one: Decision) -> str:
        quote = self._quote(one)
        found = [
            each["id"]
            for each in self._rows()
            if each["proposed"] and " ".join(each["quote"].split()) == quote
        ]
        if not found and self.hands.page.locator("#claims > nav a[rel=next]").count():
            self._turn()
            return self._proposed(one)
        assert len(found) == 1, f"{len(found)} claims are proposed with {quote}"
        return found[0]
