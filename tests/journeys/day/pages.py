"""The desk's other pages by keys: sources and parties, incidents, fronts and the summary."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from playwright.sync_api import Locator

from .filling import fill, fill_form
from .keyboard import Keyboard


def link(hands: Keyboard, name: str) -> Locator:
    """Return a link of the page by its name."""
    return hands.page.get_by_role("link", name=name, exact=True).first


def button(hands: Keyboard, name: str) -> Locator:
    """Return a button of the page by its name."""
    return hands.page.get_by_role("button", name=name, exact=True).first


def add_party(hands: Keyboard, told: Mapping[str, Any]) -> None:
    """Add a party with its other names; the list of parties is open."""
    fields = {"name": told["name"], "aliases": "\n".join(told.get("aliases", ()))}
    _add(hands, {name: value for name, value in fields.items() if value})


def add_source(hands: Keyboard, told: Mapping[str, Any]) -> None:
    """Add a source, and its other names as sources that are merged into it; the list is open."""
    _add(hands, {"name": told["name"], "kind": told["kind"]}, told.get("party", ""))
    for other in told.get("also", ()):
        hands.follow(link(hands, "Sources"))
        _add(hands, {"name": other})
        _merge(hands, told["name"])


def _add(hands: Keyboard, fields: Mapping[str, Any], party: str = "") -> None:
    with hands.decision():
        hands.enter(hands.page.locator("details.fold > summary", has_text="Add a"))
        form = hands.page.locator("form:has(button:text-is('Add it'))")
        fill_form(hands, form, fields)
        if party:
            option = form.locator("[name=party] option", has_text=party).first
            fill(hands, form, "party", option.get_attribute("value"))
        hands.follow(button(hands, "Add it"))


def _merge(hands: Keyboard, into: str) -> None:
    with hands.decision():
        hands.enter(hands.page.locator("details.fold > summary", has_text="Merge into"))
        hands.tab_to(hands.page.locator("[name=into]"))
        hands.type(into)
        hands.follow(button(hands, "Show what happens"))
        hands.follow(button(hands, "Merge them"))


def attribute(hands: Keyboard, source: str) -> None:
    """Say which source a report comes from; its page is open."""
    with hands.decision():
        field = hands.page.locator("[name=source]")
        if not field.is_visible():
            hands.enter(hands.page.locator("details.fold > summary", has_text="Source"))
        hands.tab_to(field)
        hands.press("Control+a")
        hands.type(source)
        hands.follow(button(hands, "Set the source"))


def open_incident(hands: Keyboard, incident: str) -> None:
    """Go to an incident's page from any other that names the column's incidents."""
    hands.follow(
        hands.page.locator("header a", has_text="incidents").or_(link(hands, "Incidents")).first
    )
    hands.follow(hands.page.locator(f".updates a[href$='/{incident}/']"))


def sign(hands: Keyboard, sentence: str) -> None:
    """Sign a sentence about the incident whose page is open."""
    with hands.decision():
        hands.tab_to(hands.page.locator("#sentence"))
        hands.type(sentence)
        hands.follow(button(hands, "Sign"))


def relate(hands: Keyboard, title: str, act: str, reason: str = "") -> None:
    """Say how the incident whose page is open stands to another: part of it, or not the same."""
    with hands.decision():
        hands.tab_to(hands.page.locator("#find"))
        hands.type(title)
        with hands.page.expect_navigation():
            hands.press("Enter")
        if reason:
            hands.tab_to(hands.page.locator("#reason"))
            hands.type(reason)
        hands.follow(button(hands, act))


def add_front(hands: Keyboard, name: str, areas: Sequence[str]) -> None:
    """Add a front with its areas by name; the list of fronts is open."""
    with hands.decision():
        with hands.page.expect_navigation():
            hands.press("n")
        hands.tab_to(hands.page.locator("#name"))
        hands.type(name)
        hands.tab_to(hands.page.locator("#areas"))
        hands.type(", ".join(areas))
        hands.follow(button(hands, "Add it"))


def sum_up(hands: Keyboard, since: datetime, until: datetime) -> None:
    """Draft the summary of some hours, sign and publish it; its page is open."""
    with hands.decision():
        for name, at in (("since", since), ("until", until)):
            hands.tab_to(hands.page.locator(f"[name={name}]"))
            hands.type(f"{at:%m%d%Y}")
            hands.press("ArrowRight")  # from the year to the hour
            hands.type(f"{at:%I%M%p}")
        hands.follow(button(hands, "Draft from the incidents"))
    with hands.decision():
        hands.follow(hands.page.get_by_role("button", name="Sign and publish"))
