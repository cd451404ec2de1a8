"""The one screen in a real browser: from the wire to a published update by keys alone."""

import re

import pytest
from playwright.sync_api import expect

from dateline.ledger.models import Claim, Incident, Update
from tests.desk.claims.said import killed, proposed, said
from tests.desk.conftest import until
from tests.desk.reports.archive import captured

pytestmark = pytest.mark.browser
SELECT = """(words) => {
  const box = document.querySelector("[data-choose]");
  const walk = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  while (!walk.nextNode().data.includes(words)) continue;
  const text = walk.currentNode, start = text.data.indexOf(words);
  document.getSelection().setBaseAndExtent(text, start, text, start + words.length);
}"""
PRESS_C = """() => document.activeElement.dispatchEvent(
  new KeyboardEvent("keydown", {key: "c", bubbles: true}))"""
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def report(alice):
    return captured(alice)


@pytest.fixture
def claims(report):
    return proposed(report, killed(), said("Rescuers came"))


@pytest.fixture
def screen(as_person, site, alice, blog):
    """Open the screen of the blog, with a record of what its console complained of."""
    page = as_person(alice)
    page.complaints = []
    page.on("console", lambda said: page.complaints.append(said.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.goto(f"{site}/desk/blogs/{blog.pk}/wire/")
    return page


def focused(page):
    return page.evaluate("document.activeElement.closest('.claim')?.id")


def into(page):
    """Go into the claims of the newest report."""
    page.keyboard.press("j")
    page.locator("#report .claim, #report .none").first.wait_for()
    page.keyboard.press("Enter")
    page.locator(".claim:focus").wait_for()


def test_from_the_wire_to_a_published_update_by_keys(report, claims, screen, blog):
    first = claims[0]
    into(screen)
    assert focused(screen) == f"c-{first.pk}"
    screen.keyboard.press("u")
    screen.locator(f"#c-{first.pk}.accepted").wait_for()
    body = screen.locator("#write textarea[name=body]")
    expect(body).to_be_focused()
    expect(body).to_have_value(re.compile(re.escape(f"{{claim={first.pk}}}")))
    screen.keyboard.press("Control+Enter")
    screen.get_by_text("Published.").wait_for()
    assert Update.objects.get().status == "published"
    assert screen.url.endswith(f"/wire/{report.pk}/")
    assert screen.complaints == []


def test_each_decision_is_a_key_and_leads_on(claims, screen):
    first, second = claims
    into(screen)
    screen.keyboard.press("a")
    screen.locator(f"#c-{first.pk}.accepted").wait_for()
    assert focused(screen) == f"c-{second.pk}"
    screen.keyboard.press("x")
    screen.keyboard.type("They say where they went, no more.")
    screen.keyboard.press("Enter")
    screen.locator(f"#c-{second.pk}.rejected").wait_for()
    screen.keyboard.press("z")
    screen.locator(f"#c-{second.pk}.proposed").wait_for()
    assert [one.status for one in Claim.objects.order_by("start")] == ["accepted", "proposed"]
    assert screen.complaints == []


def test_a_claim_is_mended_where_it_stands(claims, screen):
    first, _ = claims
    into(screen)
    screen.keyboard.press("e")
    screen.get_by_label("Words that name who says so").fill("Rescuers")
    screen.get_by_role("button", name="Mend and accept").click()
    screen.locator(f"#c-{first.pk}.accepted").wait_for()
    assert focused(screen) == f"c-{first.pk}"
    assert Claim.objects.get(pk=first.pk).said["speakers"][0]["name"] == "Rescuers"
    assert screen.locator(".slot").count() == 0


def test_what_the_form_refuses_is_said_in_it_and_kept(claims, screen):
    into(screen)
    screen.keyboard.press("e")
    screen.get_by_label("Words that name who says so").fill("Somebody else")
    screen.get_by_role("button", name="Mend", exact=True).click()
    screen.get_by_text("These words do not stand in the text").wait_for()
    field = screen.get_by_label("Words that name who says so")
    expect(field).to_have_value("Somebody else")


def test_a_form_with_typed_words_is_not_left_by_accident(alice, claims, screen):
    captured(alice, address="https://other.example.org/", title="Another report")
    screen.reload()
    screen.keyboard.press("j")
    screen.keyboard.press("j")
    screen.locator("#report .claim").first.wait_for()
    screen.keyboard.press("Enter")
    screen.locator(".claim:focus").wait_for()
    screen.keyboard.press("e")
    field = screen.get_by_label("Words that name who says so")
    field.fill("Half a na")
    screen.keyboard.press("Escape")
    screen.keyboard.press("K")
    screen.get_by_text("This form is not sent yet").wait_for()
    expect(field).to_have_value("Half a na")


def test_a_claim_gets_its_incident_where_it_stands(claims, screen):
    first, _ = claims
    into(screen)
    screen.keyboard.press("a")
    screen.locator(f"#c-{first.pk}.accepted").wait_for()
    screen.keyboard.press("k")
    screen.keyboard.press("i")
    screen.get_by_label("A new incident, called").fill("Sarmin, 20 October")
    screen.keyboard.press("Enter")
    screen.get_by_role("status").filter(has_text="A new incident.").wait_for()
    incident = Incident.objects.get()
    assert (incident.title, incident.groupings.get().claim_id) == ("Sarmin, 20 October", first.pk)


def test_selected_words_become_a_claim(report, claims, screen):
    into(screen)
    screen.evaluate(SELECT, "The town")
    screen.keyboard.press("c")
    screen.locator(".slot form").wait_for()
    expect(screen.locator(".slot textarea[name=quote]")).to_have_value("The town")


def test_a_key_overtakes_what_the_browser_tells_of_the_selection(report, claims, screen):
    into(screen)
    screen.evaluate(f"(words) => {{ ({SELECT})(words); ({PRESS_C})() }}", "The town")
    expect(screen.locator(".slot textarea[name=quote]")).to_have_value("The town")


def test_words_typed_are_not_replaced_by_a_selection_that_stands(report, claims, screen):
    into(screen)
    screen.evaluate(SELECT, "The town")
    screen.locator("#words").fill("Rescuers")
    screen.keyboard.press("Escape")
    screen.evaluate(f"(words) => {{ ({SELECT})(words); ({PRESS_C})() }}", "The town")
    expect(screen.locator(".slot textarea[name=quote]")).to_have_value("Rescuers")


def test_a_check_is_recorded_beside_the_report(report, claims, screen):
    into(screen)
    screen.keyboard.press("v")
    screen.get_by_label("How you found out").fill("Compared with satellite pictures.")
    screen.get_by_role("button", name="Record it").click()
    screen.get_by_role("status").filter(has_text="Recorded.").wait_for()
    assert report.checks.get().method == "Compared with satellite pictures."


def test_claims_flow_from_one_report_into_the_next(alice, claims, screen):
    newer = captured(alice, address="https://other.example.org/", title="Another report")
    (other,) = proposed(newer, said("Rescuers came"))
    screen.reload()
    into(screen)
    assert focused(screen) == f"c-{other.pk}"
    screen.keyboard.press("j")
    screen.locator(f"#c-{claims[0].pk}:focus").wait_for()
    screen.keyboard.press("Escape")
    expect(screen.locator("#wire a.row").nth(1)).to_be_focused()


def test_a_server_that_is_away_is_told_and_nothing_is_lost(claims, screen):
    into(screen)
    screen.locator("#write textarea[name=body]").fill("Half a sentence")
    screen.keyboard.press("Escape")
    screen.locator(".claim").first.focus()
    screen.context.set_offline(True)
    screen.keyboard.press("a")
    screen.get_by_text("The server cannot be reached").first.wait_for()
    screen.keyboard.press("e")
    screen.get_by_text("What you typed stays here").wait_for()
    expect(screen.locator("#write textarea[name=body]")).to_have_value("Half a sentence")
    screen.context.set_offline(False)
    screen.locator(".claim").first.focus()
    screen.keyboard.press("a")
    screen.locator(".claim.accepted").first.wait_for()


def test_on_a_phone_the_columns_stand_below_each_other(claims, screen):
    screen.set_viewport_size(PHONE)
    screen.locator("#wire a.row").first.click()
    screen.locator("#report .claim").first.wait_for()
    assert screen.evaluate("document.documentElement.scrollWidth <= innerWidth")
    screen.locator(".claim button", has_text="Accept").first.click()
    screen.locator(".claim.accepted").first.wait_for()


def test_without_a_script_the_same_is_done_by_links_and_forms(
    as_person, alice, site, blog, claims, page
):
    context = page.context.browser.new_context(java_script_enabled=False)
    context.add_cookies(as_person(alice).context.cookies())
    plain = context.new_page()
    plain.goto(f"{site}/desk/blogs/{blog.pk}/wire/")
    plain.locator("#wire a.row").first.click()
    plain.locator(".claim form[data-use] button").first.click()
    assert f"{{claim={claims[0].pk}}}" in plain.locator("#write textarea[name=body]").input_value()
    context.close()


def test_a_renewal_that_a_decision_overtook_does_not_undo_it_on_the_page(report, claims, screen):
    first, second = claims
    into(screen)
    held = []
    screen.route(f"**/wire/{report.pk}/", lambda route: held.append((route, route.fetch())))
    screen.evaluate("document.body.dispatchEvent(new CustomEvent('claims-changed'))")
    until(screen, lambda: held)
    screen.keyboard.press("a")
    screen.locator(f"#c-{first.pk}.accepted").wait_for()
    route, older = held.pop(0)
    route.fulfill(response=older)
    screen.wait_for_timeout(500)
    assert screen.locator(f"#c-{first.pk}.accepted").count() == 1
    assert focused(screen) == f"c-{second.pk}"
    screen.unroute_all(behavior="ignoreErrors")
