"""An answer that comes late takes neither the words nor the focus of whoever has gone on."""

import re

import pytest
from playwright.sync_api import expect

from dateline.ledger.models import Check, Claim, Draft, Update
from dateline.ledger.verbs.claims import accept_claim
from tests.desk.claims.said import proposed
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


def test_a_form_is_asked_for_once_by_two_presses(claims, screen):  # noqa: F811
    held = hold(screen, "**/mend/*")
    screen.keyboard.press("e")
    screen.keyboard.press("e")
    let(screen, held)
    expect(screen.get_by_label(SPEAKER)).to_be_visible()
    assert held == []


def test_a_form_that_was_closed_meanwhile_stays_closed(claims, screen):  # noqa: F811
    screen.keyboard.press("e")
    screen.locator(".slot form").wait_for()
    screen.locator(".slot button.primary").focus()
    held = hold(screen, "**/mend/*")
    screen.keyboard.press("e")
    screen.locator(".slot [data-leave]").click()
    let(screen, held)
    expect(screen.locator(".slot")).to_have_count(0)


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


@pytest.fixture
def another(alice, claims, screen):  # noqa: F811
    """Have a newer report with a claim, and the first claim of the older one in hand."""
    report = captured(alice, address="https://other.example.org/", title="Another report")
    proposed(report)
    screen.reload()
    screen.locator(".claim").first.focus()
    return report


def test_the_next_report_leaves_the_composer_to_who_writes_there(another, screen):  # noqa: F811
    held = hold(screen, REPORT)
    screen.keyboard.press("K")
    screen.keyboard.press("n")
    screen.keyboard.type("They s")
    let(screen, held)
    screen.keyboard.type("aid also")
    expect(screen.locator("#report h2")).to_have_text("Another report")
    assert body_of(screen).input_value() == "They said also"
    assert {one.status for one in Claim.objects.all()} == {"proposed"}


@pytest.fixture
def paged(monkeypatch, another, screen):  # noqa: F811
    """Have one claim on each page of a report."""
    monkeypatch.setattr("dateline.desk.claims.rows.PAGE", 1)
    screen.reload()
    screen.locator(".claim").first.focus()


def test_the_next_claims_leave_the_composer_to_who_writes_there(paged, screen):  # noqa: F811
    held = hold(screen, f"{REPORT}?page=2*")
    screen.keyboard.press("j")
    until(screen, lambda: held)
    screen.keyboard.press("n")
    screen.keyboard.type("They s")
    let(screen, held)
    screen.keyboard.type("aid also")
    assert body_of(screen).input_value() == "They said also"
    assert {one.status for one in Claim.objects.all()} == {"proposed"}


def test_the_next_claims_of_a_report_that_was_left_are_not_shown(paged, screen):  # noqa: F811
    held = hold(screen, f"{REPORT}?page=2*")
    screen.keyboard.press("j")
    until(screen, lambda: held)
    screen.keyboard.press("K")
    screen.locator("#report h2", has_text="Another report").wait_for()
    held.pop().continue_()
    screen.wait_for_timeout(500)
    expect(screen.locator("#report h2")).to_have_text("Another report")


def test_a_form_of_a_report_that_was_left_does_not_open(another, screen):  # noqa: F811
    held = hold(screen, "**/checks/")
    screen.keyboard.press("v")
    until(screen, lambda: held)
    screen.keyboard.press("K")
    screen.locator("#report h2", has_text="Another report").wait_for()
    let(screen, held)
    expect(screen.locator(".slot")).to_have_count(0)


@pytest.mark.parametrize("key", ["K", "a"])
def test_a_form_that_was_refused_is_still_typed(key, another, screen):  # noqa: F811
    screen.keyboard.press("e")
    screen.get_by_label(SPEAKER).fill("Somebody")
    screen.keyboard.press("Control+Enter")
    screen.get_by_text("These words do not stand in the text").wait_for()
    screen.locator(".slot button.primary").focus()
    screen.keyboard.press(key)
    screen.get_by_text("This form is not sent yet").wait_for()
    expect(screen.get_by_label(SPEAKER)).to_have_value("Somebody")
    assert {one.status for one in Claim.objects.all()} == {"proposed"}


def test_a_form_is_sent_once_and_closes_no_other(claims, screen):  # noqa: F811
    screen.keyboard.press("v")
    screen.get_by_label("How you found out").fill("Compared with pictures.")
    held = hold(screen, "**/checks/")
    screen.get_by_role("button", name="Record it").dblclick()
    screen.get_by_text("This form is being sent.").wait_for()
    screen.locator("#slot [data-leave]").click()
    screen.locator("#words").fill("Rescuers came")
    screen.locator("#words").press("Enter")
    screen.get_by_label(SPEAKER).fill("Somebody")
    let(screen, held)
    until(screen, Check.objects.exists)
    assert held == []
    expect(screen.get_by_label(SPEAKER)).to_have_value("Somebody")


def test_the_older_of_two_renewals_is_not_shown_over_the_newer(alice, column, claims, screen):  # noqa: F811
    screen.route("**/here/", lambda route: route.abort())
    held = []
    screen.route(REPORT, lambda route: held.append((route, route.fetch())))
    screen.evaluate(CHANGED)
    until(screen, lambda: held)
    accept_claim(by=alice, claim=claims[0], column=column, based_on=claims[0].revision)
    screen.evaluate(CHANGED)
    until(screen, lambda: len(held) == 2)
    row = screen.locator(f"#c-{claims[0].pk}.accepted")
    for route, answer in reversed(held):
        route.fulfill(response=answer)
        row.wait_for()
        screen.wait_for_timeout(300)
    expect(row).to_be_visible()


def test_a_renewal_that_failed_is_tried_again(alice, column, claims, screen):  # noqa: F811
    screen.route("**/here/", lambda route: route.abort())
    accept_claim(by=alice, claim=claims[0], column=column, based_on=claims[0].revision)
    screen.route(REPORT, lambda route: route.fulfill(status=502, body="Bad gateway"), times=1)
    screen.evaluate(CHANGED)
    screen.locator(f"#c-{claims[0].pk}.accepted").wait_for()


def test_publishing_waits_for_a_decision_that_is_on_its_way(claims, screen):  # noqa: F811
    body_of(screen).fill("They met.")
    screen.locator(".claim").first.focus()
    held = hold(screen, "**/accept/")
    screen.keyboard.press("a")
    body_of(screen).focus()
    screen.keyboard.press("Control+Enter")
    screen.get_by_text("A decision is being sent.").wait_for()
    let(screen, held)
    screen.keyboard.press("Control+Enter")
    screen.get_by_text("Published.").wait_for()


def test_what_is_typed_while_the_update_is_on_its_way_is_kept(blog, screen):  # noqa: F811
    body_of(screen).fill("They met.")
    screen.locator("#status").get_by_text("Draft saved").wait_for()
    held = hold(screen, f"**/desk/blogs/{blog.pk}/")
    screen.keyboard.press("Control+Enter")
    until(screen, lambda: held)
    screen.keyboard.type(" And parted.")
    held.pop().continue_()
    screen.get_by_text("Published.").wait_for()
    until(screen, Draft.objects.filter(body="They met. And parted.").exists)
    assert Update.objects.get().body == "They met."


def test_an_update_is_not_sent_with_what_was_typed_after_the_key(claims, screen):  # noqa: F811
    screen.route("**/here/", lambda route: route.abort())
    screen.get_by_text("offline: you can go on writing").wait_for()
    held = hold(screen, "**/updates/draft")
    body_of(screen).fill("They met.")
    screen.keyboard.press("Control+Enter")
    until(screen, lambda: held)
    body_of(screen).press("Control+End")
    screen.keyboard.type(" The minister is not gu")
    let(screen, held)
    screen.get_by_text("Not sent: you went on typing.").wait_for()
    assert not Update.objects.exists()


def test_what_is_typed_after_a_text_was_saved_is_kept(claims, screen):  # noqa: F811
    body_of(screen).fill("First words.")
    screen.get_by_role("button", name="Schedule", exact=True).click()
    screen.get_by_text("Your text is saved as a draft").wait_for()
    body_of(screen).fill("First words. And second ones.")
    screen.locator("#status").get_by_text("Draft saved").wait_for()
    assert Draft.objects.get().body == "First words. And second ones."


def test_what_is_typed_in_a_second_tab_is_kept_when_the_first_one_publishes(screen):  # noqa: F811
    body_of(screen).fill("They met.")
    until(screen, Draft.objects.filter(body="They met.").exists)
    other = screen.context.new_page()
    other.goto(screen.url)
    expect(body_of(other)).to_have_value("They met.")
    body_of(screen).press("Control+Enter")
    screen.get_by_text("Published.").wait_for()
    body_of(other).fill("They met. And parted.")
    until(other, Draft.objects.filter(body="They met. And parted.").exists)
