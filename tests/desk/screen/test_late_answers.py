"""An answer that comes late takes neither the words nor the focus of whoever has gone on."""

import re

import pytest
from playwright.sync_api import expect

from dateline.ledger.models import Claim, Update
from tests.desk.conftest import until
from tests.desk.reports.archive import captured

from .test_nothing_typed_is_lost import (  # noqa: F401  fixtures
    SPEAKER,
    body_of,
    claims,
    focused,
    half_a_reason,
    screen,
)

pytestmark = pytest.mark.browser
REPORT = "**/wire/*-*/"
CHANGED = "document.body.dispatchEvent(new CustomEvent('claims-changed'))"


def hold(page, which):
    """Let what is asked wait: return the requests, as they come."""
    held = []
    page.route(which, lambda route: held.append(route))
    return held


def let(page, held):
    """Let the first of them be answered, and the page do with the answer what it will."""
    until(page, lambda: held)
    route = held.pop(0)
    with page.expect_response(route.request.url):
        route.continue_()
    page.wait_for_timeout(300)


def reason(page, claim):
    return page.locator(f"#reject_claim-{claim.pk}")


def test_a_renewal_leaves_the_composer_to_who_writes_there(claims, screen):  # noqa: F811
    held = hold(screen, REPORT)
    screen.evaluate(CHANGED)
    screen.keyboard.press("n")
    screen.keyboard.type("They s")
    let(screen, held)
    screen.keyboard.type("aid so")
    assert body_of(screen).input_value() == "They said so"
    assert {one.status for one in Claim.objects.all()} == {"proposed"}


def test_a_renewal_gives_the_focus_back_to_its_claim(claims, screen):  # noqa: F811
    held = hold(screen, REPORT)
    screen.evaluate(CHANGED)
    screen.keyboard.press("j")
    let(screen, held)
    assert focused(screen) == f"c-{claims[1].pk}"


def test_a_renewal_of_a_report_that_was_left_is_not_shown(alice, claims, screen):  # noqa: F811
    captured(alice, address="https://other.example.org/", title="Another report")
    screen.reload()
    held = hold(screen, REPORT)
    screen.evaluate(CHANGED)
    screen.locator(".claim").first.focus()
    screen.keyboard.press("K")
    until(screen, lambda: len(held) == 2)
    let(screen, held[1:])
    let(screen, held)
    expect(screen.locator("#report h2")).to_have_text("Another report")


def test_a_form_that_was_sent_leaves_a_reason_typed_meanwhile(claims, screen):  # noqa: F811
    screen.keyboard.press("v")
    screen.get_by_label("How you found out").fill("Compared with pictures.")
    held = hold(screen, REPORT)
    screen.get_by_role("button", name="Record it").click()
    until(screen, lambda: held)
    screen.locator(".claim").first.focus()
    typed = half_a_reason(screen, claims[0])
    let(screen, held)
    expect(typed).to_have_value("Not what it")
    expect(screen.locator("#said")).to_contain_text(
        "The list shows it once what is open here is sent or closed."
    )
    with screen.expect_request(REPORT):
        screen.locator("details.why[open] summary").click()


@pytest.mark.parametrize("key", ["x", "e"])
def test_the_next_report_leaves_words_that_were_begun_meanwhile(key, alice, claims, screen):  # noqa: F811
    captured(alice, address="https://other.example.org/", title="Another report")
    screen.reload()
    screen.locator(".claim").first.focus()
    held = hold(screen, REPORT)
    screen.keyboard.press("K")
    screen.keyboard.press(key)
    screen.locator(".claim :is(input, textarea, select):focus").wait_for()
    screen.keyboard.type("half a ")
    let(screen, held)
    screen.keyboard.type("word")
    expect(screen.locator(".claim :focus")).to_have_value(re.compile("half a word"))
    assert {one.status for one in Claim.objects.all()} == {"proposed"}


def test_a_form_asked_for_twice_keeps_what_is_typed_in_the_first(claims, screen):  # noqa: F811
    held = hold(screen, "**/mend/*")
    screen.keyboard.press("e")
    screen.keyboard.press("e")
    until(screen, lambda: len(held) == 2)
    let(screen, held)
    screen.get_by_label(SPEAKER).fill("Somebody")
    let(screen, held)
    expect(screen.get_by_label(SPEAKER)).to_have_value("Somebody")


def test_a_form_that_comes_late_opens_without_taking_the_focus(claims, screen):  # noqa: F811
    held = hold(screen, "**/mend/*")
    screen.keyboard.press("e")
    screen.keyboard.press("j")
    screen.keyboard.press("x")
    screen.keyboard.type("Not ")
    let(screen, held)
    screen.keyboard.type("what")
    expect(screen.locator(f"#c-{claims[0].pk} .slot form")).to_be_visible()
    expect(reason(screen, claims[1])).to_have_value("Not what")


def test_words_that_come_late_take_the_focus_from_nothing(claims, screen):  # noqa: F811
    held = hold(screen, "**/use/")
    screen.keyboard.press("u")
    screen.keyboard.press("j")
    screen.keyboard.press("x")
    screen.keyboard.type("Not ")
    let(screen, held)
    screen.keyboard.type("what")
    expect(reason(screen, claims[1])).to_have_value("Not what")
    expect(body_of(screen)).to_have_value(re.compile(f"claim={claims[0].pk}"))


def test_a_claim_is_used_once_by_two_presses(claims, screen):  # noqa: F811
    held = hold(screen, "**/use/")
    screen.keyboard.press("u")
    screen.keyboard.press("u")
    screen.get_by_text("This claim is being sent.").wait_for()
    let(screen, held)
    assert held == []
    assert body_of(screen).input_value().count("claim=") == 1


def test_back_online_an_update_is_sent_once_whatever_the_beats_say(claims, screen):  # noqa: F811
    screen.route("**/here/", lambda route: route.abort())
    body_of(screen).fill("They met.")
    screen.context.set_offline(True)
    screen.keyboard.press("Control+Enter")
    screen.get_by_text("Not sent: the server cannot be reached.").wait_for()
    screen.context.set_offline(False)
    screen.keyboard.press("Control+Enter")
    screen.get_by_text("Published.").wait_for()
    assert Update.objects.get().body == "They met."


def test_what_was_typed_and_taken_back_is_not_said_to_be_typed(screen):  # noqa: F811
    field = body_of(screen)
    field.press_sequentially("x")
    field.press("Backspace")
    expect(screen.locator("#status")).not_to_contain_text("Typing")
