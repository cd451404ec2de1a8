"""The claims' incidents, on the one screen: each a key or two, or a title that is typed."""

from collections.abc import Mapping
from typing import Any

from lxml import html
from playwright.sync_api import Locator, expect

from .keyboard import PATIENCE
from .screen import Screen


def group(screen: Screen, told: list[Mapping[str, Any]]) -> None:
    """Walk down the claims and say which incident each is about; then what may be about others."""
    about = {claim: one for one in told for claim in one["claims"]}
    for claim in screen.claims:  # in the order of the page
        if claim in about:
            _say_what_about(screen, claim, about[claim])
    for one in told:
        for answer in ("may_be", "not_same"):
            for claim in one.get(answer, ()):
                _answer(screen, claim, screen.incidents[one["name"]], answer)


def _say_what_about(screen: Screen, claim: str, told: Mapping[str, Any]) -> None:
    if told["name"] in screen.incidents:
        _answer(screen, claim, screen.incidents[told["name"]], "same")
    else:
        screen.incidents[told["name"]] = _open(screen, claim, told["title"])


def _asked(screen: Screen, claim: str) -> tuple[Locator, Locator]:
    """Open what a claim may be about, inside the claim; return both."""
    found = screen.go_to(screen.claims[claim])
    screen.hands.press("i")
    slot = found.locator(".slot")
    screen.hands.has_focus(slot.locator(":focus"))
    return found, slot


def _open(screen: Screen, claim: str, title: str) -> str:
    """Open a new incident, called otherwise than is proposed."""
    with screen.hands.decision():
        found, slot = _asked(screen, claim)
        field = slot.locator("[name=title]")
        screen.hands.tab_to(field)
        screen.hands.press("Control+a")
        screen.hands.type(title)
        screen.hands.press("Enter")
        _closed(screen, found, slot)
    # Which one it is now, is looked up as an editor would see it.
    incident = _incident_of(screen, claim, title)
    screen.titles[incident] = title
    return incident


def _incident_of(screen: Screen, claim: str, title: str) -> str:
    at = f"/desk/claims/{screen.claims[claim]}/incident/"
    page = html.fromstring(screen.hands.page.request.get(at).text())
    (way,) = set(page.xpath("//li/p/a[normalize-space() = $title]/@href", title=title))
    return str(way).split("/")[-2]


def _answer(screen: Screen, claim: str, incident: str, answer: str) -> None:
    """Answer about an incident: by its number where one is offered, else by its button or title."""
    with screen.hands.decision():
        found, slot = _asked(screen, claim)
        form = slot.locator(f"form:has([name=incident][value='{incident}'])")
        if not form.count():
            _find(screen, slot, incident)
        button = form.first.locator(f"button[value={answer}]")
        key = button.get_attribute("data-act")
        typing = slot.locator("input:focus, textarea:focus").count()
        if key and not typing:
            screen.hands.press(key)
        else:
            screen.hands.enter(button)
        _closed(screen, found, slot)


def _find(screen: Screen, slot: Locator, incident: str) -> None:
    """Find an incident by its title."""
    screen.hands.tab_to(slot.locator("[name=q]"))
    screen.hands.type(screen.titles[incident])
    screen.hands.press("Enter")
    slot.locator(f"form:has([name=incident][value='{incident}'])").wait_for()


def _closed(screen: Screen, claim: Locator, slot: Locator) -> None:
    expect(slot).to_have_count(0, timeout=PATIENCE)
    screen.hands.has_focus(claim)
