"""Bringing things in by a real browser: an address that is pasted becomes a card at once."""

import re

import pytest

from dateline.ledger.models import Report
from tests.desk.conftest import until
from tests.desk.reports.archive import ADDRESS, captured, lead_image

pytestmark = pytest.mark.browser

PASTE = """([where, words]) => {
  const field = document.querySelector(where);
  const data = new DataTransfer();
  data.setData("text/plain", words);
  field.focus();
  const how = { clipboardData: data, bubbles: true, cancelable: true };
  const paste = new ClipboardEvent("paste", how);
  if (field.dispatchEvent(paste)) document.execCommand("insertText", false, words);
}"""
BODY = "#write textarea[name=body]"


@pytest.fixture
def desk(as_person, carl, blog, site):
    """Carl's browser at the blog's desk."""
    page = as_person(carl)
    page.goto(f"{site}/desk/blogs/{blog.pk}/")
    return page


@pytest.fixture
def text(desk):
    """The field of the update's text."""
    return desk.locator(BODY)


def paste(desk, words):
    desk.evaluate(PASTE, [BODY, words])


def said(desk, words):
    desk.locator("#brought").filter(has_text=re.compile(words)).wait_for()


def test_a_pasted_address_becomes_a_card_and_the_caret_stays(desk, text):
    text.fill("Rescuers say so.\n\n")
    paste(desk, f"{ADDRESS}\n")
    said(desk, r"Brought in: being captured\.")
    card = f"::card{{report={Report.objects.get().pk}}}"
    desk.keyboard.type("And more.")
    assert text.input_value() == f"Rescuers say so.\n\n{card}\nAnd more."
    desk.locator("#seen .card", has_text="smart.example.org").wait_for()
    desk.locator("#seen .card", has_text="being captured").wait_for()


def test_undo_brings_the_address_back(desk, text):
    text.press_sequentially("So. ")
    desk.keyboard.press("Enter")
    paste(desk, ADDRESS)
    said(desk, "Brought in")
    assert "::card{report=" in text.input_value()
    desk.keyboard.press("Control+z")
    assert text.input_value() == f"So. \n{ADDRESS}"


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("See ", ADDRESS),
        ("", f"Look at {ADDRESS}"),
        ("", "no address"),
        (":::quote{source=x}\n", ADDRESS),
        (":::quote{source=x}\nq\n:::\n```\n", ADDRESS),
    ],
)
def test_what_does_not_stand_alone_stays(desk, text, before, words):
    text.fill(before)
    paste(desk, words)
    desk.wait_for_timeout(200)
    assert text.input_value() == before + words
    assert not Report.objects.exists()


def test_after_a_quote_that_is_closed_it_becomes_a_card(desk, text):
    text.fill(":::quote{source=x}\nq\n:::\n\n")
    paste(desk, ADDRESS)
    said(desk, "Brought in")
    assert "::card{report=" in text.input_value()


def test_typing_on_meanwhile_loses_nothing(desk, text):
    waiting = []
    desk.route("**/desk/wire/", lambda route: waiting.append(route))
    paste(desk, ADDRESS)
    desk.keyboard.type("\nTyped meanwhile")
    said(desk, "Bringing it in…")
    desk.locator("#write input[name=headline]").fill("Elsewhere")
    until(desk, lambda: waiting)
    waiting.pop().continue_()
    said(desk, "Brought in")
    card = f"::card{{report={Report.objects.get().pk}}}"
    assert text.input_value() == f"{card}\nTyped meanwhile"
    assert desk.evaluate("document.activeElement.name") == "headline"


def test_an_address_that_is_gone_meanwhile_is_not_looked_for_elsewhere(desk, text):
    waiting = []
    desk.route("**/desk/wire/", lambda route: waiting.append(route))
    paste(desk, ADDRESS)
    said(desk, "Bringing it in…")
    text.fill("Other words")
    until(desk, lambda: waiting)
    waiting.pop().continue_()
    said(desk, r"Its line: ::card\{report=")
    assert text.input_value() == "Other words"


def test_a_refusal_leaves_the_address_and_says_why(desk, text):
    address = "https://user:word@example.org/"
    paste(desk, address)
    said(desk, "Not brought in.*Take it out")
    assert text.input_value() == address


def test_a_server_that_is_away_leaves_the_address(desk, text):
    desk.route("**/desk/wire/", lambda route: route.abort())
    paste(desk, ADDRESS)
    said(desk, "the server cannot be reached")
    assert text.input_value() == ADDRESS


def test_whoever_is_signed_out_meanwhile_is_told(desk, text):
    desk.context.clear_cookies(name="dateline_session")
    paste(desk, ADDRESS)
    said(desk, "You are signed out")
    assert text.input_value() == ADDRESS


def test_without_a_script_it_becomes_a_card_when_it_is_saved(as_person, carl, blog, site, page):
    context = page.context.browser.new_context(java_script_enabled=False)
    context.add_cookies(as_person(carl).context.cookies())
    plain = context.new_page()
    plain.goto(f"{site}/desk/blogs/{blog.pk}/")
    plain.get_by_label("Headline").fill("No script")
    plain.get_by_label("Text", exact=True).fill(f"So.\n\n{ADDRESS}")
    plain.get_by_role("button", name="Save draft").click()
    plain.get_by_role("status").filter(has_text="Draft saved.").wait_for()
    assert "::card{report=" in blog.updates.get().body
    plain.goto(f"{site}/desk/wire/")
    plain.get_by_label("Address of a page").fill("https://b.example.org/")
    plain.get_by_role("button", name="Bring in", exact=True).click()
    plain.get_by_role("status").filter(has_text="Brought in: being captured.").wait_for()
    context.close()


@pytest.mark.parametrize("width", [320, 390, 800, 1366])
def test_nothing_sticks_out_at_any_width(as_person, alice, site, width):
    report = captured(
        alice,
        f"https://example.org/{'long-' * 60}",
        text="x" * 900,
        title="Untitled" * 40,
        picture=lead_image(),
        source_name="Source" * 15,
    )
    page = as_person(alice)
    page.set_viewport_size({"width": width, "height": 800})
    for path in (
        *("wire/", f"reports/{report.pk}/", "sources/", f"sources/{report.source_id}/"),
        *("parties/", "watches/"),
    ):
        page.goto(f"{site}/desk/{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
