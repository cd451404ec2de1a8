"""Filling the fields of a form by keys, as somebody who walks through it with Tab."""

from collections.abc import Callable, Mapping
from typing import Any

from playwright.sync_api import Locator

from .keyboard import Keyboard

PLACE = ("place_words", "place_name")
ORDER = "form => [...new Set([...form.elements].map(one => one.name))]"
KIND = "one => one.type"


def fill_form(hands: Keyboard, form: Locator, fields: Mapping[str, Any]) -> None:
    """Fill some fields, in the order in which Tab comes by them."""
    for name in sorted(fields, key=form.evaluate(ORDER).index):
        fill(hands, form, name, fields[name])
        if name in PLACE:
            hands.press("Tab")  # leaving the field looks the place up
            hands.settle()


def fill(hands: Keyboard, form: Locator, name: str, value: Any) -> None:
    """Fill one field, whatever its kind."""
    field = form.locator(f"[name='{name}']:not([type=hidden])")
    kind = field.first.evaluate(KIND)
    FILLS.get(kind, _write)(hands, field, value)


def _write(hands: Keyboard, field: Locator, value: Any) -> None:
    hands.tab_to(field)
    if field.input_value():
        hands.press("Control+a")
        hands.press("Delete") if value == "" else None
    hands.type(str(value))
    assert field.input_value() == str(value)


def _choose(hands: Keyboard, field: Locator, value: Any) -> None:
    """Type a choice's first letters until it is the one that stands there."""
    wanted = value[0] if isinstance(value, list) else str(value)
    hands.tab_to(field)
    label = field.locator(f"option[value='{wanted}']").text_content() or ""
    for letter in label:
        if field.input_value() == wanted:
            return
        hands.type(letter)
    assert field.input_value() == wanted, f"{label} cannot be typed"


def _tick(hands: Keyboard, field: Locator, value: bool) -> None:
    hands.tab_to(field)
    if field.is_checked() != value:
        hands.press("Space")


def _pick(hands: Keyboard, field: Locator, value: str) -> None:
    """Walk through the choices with the arrow."""
    wanted = field.and_(hands.page.locator(f"[value='{value}']")).first
    wanted.wait_for()
    if wanted.is_checked():
        return
    hands.tab_to(field.and_(hands.page.locator(":checked")))
    for _ in range(field.count()):
        if wanted.is_checked():
            return
        hands.press("ArrowDown")
    raise AssertionError(f"{value} is not among the choices")


FILLS: dict[str, Callable[[Keyboard, Locator, Any], None]] = {
    "select-one": _choose,
    "select-multiple": _choose,
    "checkbox": _tick,
    "radio": _pick,
}
