"""Accepting waits for nobody: keys go on while the server thinks, and what it refuses is told."""

import re

import pytest
from playwright.sync_api import expect

from dateline.ledger.models import Claim
from dateline.ledger.verbs.claims import withdraw_claim
from tests.desk.claims.said import killed, proposed, said
from tests.desk.conftest import until
from tests.desk.reports.archive import captured

pytestmark = pytest.mark.browser


@pytest.fixture
def claims(alice):
    return proposed(captured(alice), killed(), said("Rescuers came"))


@pytest.fixture
def here(as_person, site, alice, claims):
    here = as_person(alice)
    here.goto(f"{site}/desk/reports/{claims[0].report_id}/claims/")
    return here


@pytest.fixture
def waiting(here):
    """What was asked of the server, none of which it has answered."""
    held = []
    here.route("**/accept/", lambda route: held.append(route))
    return held


def row(here, claim):
    return here.locator(f"#c-{claim.pk}")


def sent(here, waiting, count):
    expect(here.locator(".claim:has(form.htmx-request)")).to_have_count(count)
    until(here, lambda: len(waiting) >= count)
    assert len(waiting) == count


def test_a_claim_after_the_other_is_accepted_without_waiting(here, claims, waiting):
    second = claims[1]
    here.keyboard.press("j")
    here.keyboard.press("a")
    expect(row(here, second)).to_be_focused()
    here.keyboard.press("a")
    sent(here, waiting, 2)
    for one in reversed(waiting):
        one.continue_()
    for one in claims:
        row(here, one).and_(here.locator(".accepted")).wait_for()
    expect(row(here, second)).to_be_focused()
    assert {one.status for one in Claim.objects.all()} == {"accepted"}


def refuse(alice, claim):
    why = "Another editor was faster."
    withdraw_claim(by=alice, claim=claim, based_on=claim.revision, reason=why)


def test_a_refusal_names_its_claim_and_takes_the_focus_from_no_other(here, claims, waiting, alice):
    first, second = claims
    refuse(alice, first)
    here.keyboard.press("j")
    here.keyboard.press("a")
    sent(here, waiting, 1)
    waiting[0].continue_()
    expect(row(here, first).get_by_role("alert")).to_be_visible()
    expect(here.locator("#said")).to_contain_text("Not done. “Twelve people were killed")
    expect(row(here, second)).to_be_focused()  # the next key is meant for it


def test_a_refusal_takes_no_words_from_whoever_went_on(here, claims, waiting, alice):
    first, second = claims
    refuse(alice, first)
    here.keyboard.press("j")
    here.keyboard.press("a")
    here.keyboard.press("x")
    here.keyboard.type("No one")
    sent(here, waiting, 1)
    waiting[0].continue_()
    expect(here.locator("#said")).to_contain_text("is withdrawn already")
    here.keyboard.type(" says so.")
    here.keyboard.press("Enter")
    row(here, second).and_(here.locator(".rejected")).wait_for()
    second.refresh_from_db()
    assert second.reason == "No one says so."


def test_the_last_claim_s_answer_takes_the_focus_from_nothing_typed(here, claims, waiting):
    here.keyboard.press("k")
    here.keyboard.press("a")
    field = here.get_by_label("Make a claim of these words")
    field.fill("Half a ")
    sent(here, waiting, 1)
    waiting[0].continue_()
    row(here, claims[1]).and_(here.locator(".accepted")).wait_for()
    here.keyboard.type("quote")
    assert field.input_value() == "Half a quote"


def test_a_lost_connection_stands_at_the_claim_that_was_left(here, claims, waiting):
    first, second = claims
    here.keyboard.press("j")
    here.keyboard.press("a")
    here.keyboard.press("a")
    sent(here, waiting, 2)
    waiting[0].abort()
    told = here.locator("#said")
    expect(told).to_contain_text("“Twelve people were killed")
    expect(told).to_contain_text("The server cannot be reached. Try again.")
    expect(row(here, second)).to_be_focused()
    waiting[1].continue_()
    expect(told).to_have_text(re.compile("Accepted"))
    expect(row(here, first).get_by_role("alert")).to_contain_text("The server cannot be reached.")
    here.unroute("**/accept/")
    here.keyboard.press("k")
    here.keyboard.press("a")
    row(here, first).and_(here.locator(".accepted")).wait_for()
    expect(row(here, first).get_by_role("alert")).to_have_count(0)


def test_a_claim_that_is_being_sent_takes_no_other_key(here, claims, waiting):
    first, second = claims
    here.keyboard.press("j")
    here.keyboard.press("a")
    here.keyboard.press("k")
    here.keyboard.press("x")
    expect(here.locator("#said")).to_have_text("This claim is being sent.")
    expect(row(here, first).locator("details.why[open]")).to_have_count(0)
    sent(here, waiting, 1)
    waiting[0].continue_()
    row(here, first).and_(here.locator(".accepted")).wait_for()
    expect(row(here, second)).to_be_focused()


def test_a_mouse_stays_at_its_claim(here, claims, waiting):
    first, second = claims
    row(here, first).get_by_role("button", name="Accept").click()
    sent(here, waiting, 1)
    assert here.evaluate("document.activeElement.closest('.claim')?.id") == f"c-{first.pk}"
    waiting[0].continue_()
    expect(row(here, second)).to_be_focused()


def test_whoever_leaves_while_something_is_sent_is_asked(here, claims, waiting):
    here.keyboard.press("j")
    here.keyboard.press("a")
    sent(here, waiting, 1)
    with here.expect_event("dialog") as asked:
        here.close(run_before_unload=True)
    assert asked.value.type == "beforeunload"
    asked.value.dismiss()
    waiting[0].continue_()
    row(here, claims[0]).and_(here.locator(".accepted")).wait_for()


def test_a_refusal_of_a_report_that_was_left_is_told(as_person, site, alice, claims, blog):
    first, second = claims
    other = captured(alice, address="https://example.org/other", text="Five were hurt in Homs.")
    here = as_person(alice)
    here.goto(f"{site}/desk/blogs/{blog.pk}/wire/{first.report_id}/")
    waiting = []
    here.route("**/accept/", lambda route: waiting.append(route))
    refuse(alice, second)
    row(here, second).focus()
    here.keyboard.press("a")
    sent(here, waiting, 1)
    here.locator(f"#r-{other.pk}").click()
    here.locator(f"#report[data-report='{other.pk}']").wait_for()
    waiting[0].continue_()
    expect(here.locator("#said")).to_contain_text("Not done. “Rescuers came”")
    expect(here.locator("#said")).to_contain_text("is withdrawn already")
