"""Nothing that is typed on the one screen is lost: not by a key, a colleague, or another page."""

import pytest
from playwright.sync_api import expect

from dateline.ledger.models import Claim, Draft, Update
from dateline.ledger.verbs.claims import reject_claim
from tests.desk.claims.said import killed, proposed, said
from tests.desk.conftest import until
from tests.desk.reports.archive import captured

pytestmark = pytest.mark.browser
SPEAKER = "Words that name who says so"
WAITS = "This form is not sent yet"
ARABIC_A = "new KeyboardEvent('keydown', {key: 'ش', code: 'KeyA', bubbles: true, cancelable: true})"
PROXY = {"status": 502, "content_type": "text/html", "body": "<html><h1>Bad gateway</h1></html>"}


@pytest.fixture
def claims(alice):
    return proposed(captured(alice), killed(), said("Rescuers came"))


@pytest.fixture
def screen(as_person, site, alice, blog, claims):
    """Open the screen of the blog, with the first claim of its only report in hand."""
    page = as_person(alice)
    page.goto(f"{site}/desk/blogs/{blog.pk}/wire/")
    page.keyboard.press("j")
    page.locator("#report .claim").first.wait_for()
    page.keyboard.press("Enter")
    page.locator(".claim:focus").wait_for()
    return page


def focused(page):
    return page.evaluate("document.activeElement.closest('.claim')?.id")


def half_mended(page):
    """Type into the form that mends a claim, and return its field."""
    page.keyboard.press("e")
    field = page.get_by_label(SPEAKER)
    field.fill("Somebody")
    return field


def half_a_reason(page, claim):
    page.keyboard.press("x")
    page.keyboard.type("Not what it")
    page.keyboard.press("Escape")
    return page.locator(f"#reject_claim-{claim.pk}")


def body_of(page):
    return page.locator("#write textarea[name=body]")


def test_escape_leaves_a_reason_for_its_claim(claims, screen):
    first, second = claims
    reason = half_a_reason(screen, first)
    assert focused(screen) == f"c-{first.pk}"
    screen.keyboard.press("j")
    assert focused(screen) == f"c-{second.pk}"
    expect(reason).to_have_value("Not what it")


def test_a_reason_half_typed_is_not_left_for_another_report(claims, screen):
    reason = half_a_reason(screen, claims[0])
    screen.locator("#wire a.row").first.click()
    screen.get_by_text(WAITS).wait_for()
    expect(reason).to_be_focused()
    expect(reason).to_have_value("Not what it")


@pytest.mark.parametrize("key", ["a", "u", "x"])
def test_no_other_key_of_the_claim_takes_a_form_that_is_not_sent(key, claims, screen):
    field = half_mended(screen)
    screen.locator(".slot button.primary").focus()
    screen.keyboard.press(key)
    screen.get_by_text(WAITS).wait_for()
    expect(screen.locator(".slot [data-leave]")).to_be_focused()
    expect(field).to_have_value("Somebody")
    assert {one.status for one in Claim.objects.all()} == {"proposed"}


def test_a_second_form_that_is_sent_leaves_the_first(claims, screen):
    field = half_mended(screen)
    screen.keyboard.press("Escape")
    screen.keyboard.press("v")
    screen.get_by_label("How you found out").fill("Compared with pictures.")
    screen.get_by_role("button", name="Record it").click()
    screen.get_by_text("Recorded.").wait_for()
    expect(field).to_have_value("Somebody")


def test_publishing_waits_for_a_form_that_is_not_sent(claims, screen):
    field = half_mended(screen)
    body_of(screen).fill("They met.")
    screen.keyboard.press("Control+Enter")
    screen.get_by_text(WAITS).wait_for()
    expect(field).to_have_value("Somebody")
    screen.keyboard.press("Enter")  # "Leave it as it is" has the focus
    body_of(screen).focus()
    screen.keyboard.press("Control+Enter")
    screen.get_by_text("Published.").wait_for()


def test_the_browser_asks_before_another_page_takes_a_form(claims, screen):
    asked = []
    screen.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    field = half_mended(screen)
    with screen.expect_event("dialog"):
        screen.get_by_role("link", name="Updates").click()
    assert asked == ["beforeunload"]
    expect(field).to_have_value("Somebody")


def test_a_form_sent_while_signed_out_stays_and_says_why(claims, screen):
    field = half_mended(screen)
    signed_in = screen.context.cookies()
    screen.context.clear_cookies(name="dateline_session")
    screen.keyboard.press("Control+Enter")
    screen.get_by_text("What you typed stays here: sign in again").wait_for()
    expect(field).to_have_value("Somebody")
    screen.context.add_cookies(signed_in)
    screen.keyboard.press("Control+Enter")
    screen.get_by_text("These words do not stand in the text").wait_for()


def test_publishing_while_the_server_is_away_stays_and_is_done_afterwards(claims, screen):
    body_of(screen).fill("They met.")
    screen.context.set_offline(True)
    screen.keyboard.press("Control+Enter")
    screen.get_by_text("Not sent: the server cannot be reached.").wait_for()
    expect(body_of(screen)).to_have_value("They met.")
    screen.context.set_offline(False)
    screen.keyboard.press("Control+Enter")
    screen.get_by_text("Published.").wait_for()
    assert Update.objects.get().body == "They met."


def test_escape_closes_the_keys_and_nothing_else(claims, screen):
    screen.keyboard.press("?")
    screen.keyboard.press("Escape")
    expect(screen.locator("#keys")).to_be_hidden()
    assert focused(screen) == f"c-{claims[0].pk}"


def test_keys_are_meant_by_their_place_on_an_arabic_keyboard(claims, screen):
    screen.evaluate(f"document.activeElement.dispatchEvent({ARABIC_A})")
    screen.locator(f"#c-{claims[0].pk}.accepted").wait_for()


def test_a_failing_server_is_told_in_words_and_tried_again(alice, claims, screen):
    captured(alice, address="https://other.example.org/", title="Another report")
    screen.reload()
    screen.route("**/wire/*-*/", lambda route: route.fulfill(**PROXY))
    screen.keyboard.press("K")
    expect(screen.locator("#said")).to_have_text("The server failed (502). Try again.")
    screen.unroute("**/wire/*-*/")
    screen.keyboard.press("K")
    expect(screen.locator("#report h2")).to_have_text("Another report")


def test_what_was_done_is_said_in_sight_far_down_the_list(claims, screen):
    screen.set_viewport_size({"width": 1366, "height": 300})
    screen.keyboard.press("j")
    screen.evaluate("document.querySelector('#report').scrollTop = 1e6")
    screen.keyboard.press("s")
    said = screen.locator("#said")
    expect(said).to_have_text("This key does nothing to the claim as it stands.")
    expect(said).to_be_in_viewport(ratio=1)


def test_a_page_loaded_again_in_the_middle_of_a_word_shows_the_word(screen):
    body_of(screen).fill("They met at ni")
    screen.reload()
    expect(body_of(screen)).to_have_value("They met at ni")
    until(screen, Draft.objects.filter(body="They met at ni").exists)
    body_of(screen).fill("They met at nine.")
    screen.reload()
    expect(body_of(screen)).to_have_value("They met at nine.")
    body_of(screen).press("Control+Enter")
    screen.get_by_text("Published.").wait_for()
    screen.wait_for_timeout(500)
    expect(body_of(screen)).to_have_value("")


def test_a_key_that_is_held_down_decides_once(claims, screen):
    second = claims[1]
    screen.keyboard.down("a")
    screen.locator(f"#c-{second.pk}:focus").wait_for()
    screen.keyboard.down("a")
    screen.keyboard.up("a")
    screen.wait_for_timeout(300)
    assert Claim.objects.get(pk=second.pk).status == "proposed"


def test_the_form_that_mends_begins_at_a_field(screen):
    screen.keyboard.press("e")
    screen.locator(".slot form").wait_for()
    expect(screen.locator(".slot :is(input, textarea, select):focus")).to_be_visible()


def test_what_was_refused_and_typed_stays_when_the_list_is_renewed(claims, owner, screen):
    screen.keyboard.press("x")
    screen.keyboard.type("Not what it says")
    reject_claim(by=owner, claim=claims[0], based_on=claims[0].revision, reason="Mine")
    screen.keyboard.press("Enter")
    screen.get_by_text("You wrote:").wait_for()
    screen.evaluate("document.body.dispatchEvent(new CustomEvent('claims-changed'))")
    screen.wait_for_timeout(2500)
    expect(screen.get_by_text("You wrote:")).to_contain_text("Not what it says")
