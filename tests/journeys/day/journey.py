"""The whole day by keys: Olga enters who speaks, Alice reviews the page and sums it up."""

from collections import Counter
from dataclasses import dataclass, field

from tests.day.review import decisions, review

from . import pages
from .grouping import group
from .keyboard import Keyboard
from .pages import link
from .screen import Screen


@dataclass
class Journey:
    """The desk's pages, one after another; each person has a browser of their own."""

    olga: Keyboard
    alice: Keyboard
    screen: Screen
    report: str
    counts: Counter[str] = field(default_factory=Counter)

    def play(self) -> None:
        """Go from what was imported to what is published."""
        self._know_sources()
        self._open_the_wire()
        for one in decisions():
            self.screen.decide(one)
            self.counts[one.do] += 1
        group(self.screen, review()["incident"])
        self._judge()
        self._sum_up()

    def _know_sources(self) -> None:
        hands = self.olga
        hands.follow(link(hands, "Sources"))
        hands.follow(link(hands, "Parties"))
        for one in review()["party"]:
            pages.add_party(hands, one)
            hands.follow(link(hands, "Parties"))
        for one in review()["source"]:
            hands.follow(link(hands, "Sources"))
            pages.add_source(hands, one)
        hands.follow(link(hands, "Wire"))
        hands.follow(hands.page.locator(f"#r-{self.report}"))
        pages.attribute(hands, review()["page"]["source"])

    def _open_the_wire(self) -> None:
        hands = self.alice
        hands.follow(link(hands, "Dateline"))
        hands.follow(hands.page.locator("a.row:has(.live)").first)
        self.screen.open(self.report)

    def _judge(self) -> None:
        """Sign what the desk judges of incidents, and say how they stand to one another."""
        hands, known = self.alice, self.screen.incidents
        hands.press("Escape")
        hands.follow(link(hands, "To group"))
        for told in review()["incident"]:
            if "part_of" in told or "assessment" in told:
                pages.open_incident(hands, known[told["name"]])
            if whole := told.get("part_of"):
                pages.relate(hands, self.screen.titles[known[whole]], "Part of it")
            if sentence := told.get("assessment"):
                pages.sign(hands, sentence)
        for told in review()["apart"]:
            pages.open_incident(hands, known[told["one"]])
            other = self.screen.titles[known[told["other"]]]
            pages.relate(hands, other, "Not the same", told["reason"])

    def _sum_up(self) -> None:
        hands = self.alice
        hands.follow(hands.page.locator("header a", has_text="incidents"))
        hands.follow(link(hands, "Fronts"))
        for told in review()["front"]:
            pages.add_front(hands, told["name"], told["areas"])
        hands.follow(link(hands, "Summary"))
        pages.sum_up(hands, **review()["summary"])


def sign_in(hands: Keyboard, way: str) -> None:
    """Enter the desk by a link that was sent."""
    hands.address(way)
    hands.follow(hands.page.get_by_role("button", name="Sign in as"))
