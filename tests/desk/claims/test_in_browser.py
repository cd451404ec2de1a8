"""The list of claims in a real browser: by keys, by selecting words, and without a script."""

import re

import pytest
from playwright.sync_api import expect

from dateline.ledger.models import Claim
from dateline.ledger.verbs.claims import accept_claim, withdraw_claim
from tests.desk.claims.said import ARABIC, QUOTED, killed, proposed, said
from tests.desk.reports.archive import captured

pytestmark = pytest.mark.browser

SELECT = """(words) => {
  const text = document.querySelector("[data-choose]").firstChild;
  const start = text.data.lastIndexOf(words);
  document.getSelection().setBaseAndExtent(text, start, text, start + words.length);
}"""


@pytest.fixture
def report(alice):
    return captured(alice)


@pytest.fixture
def at(as_person, site):
    """Open the claims of a report: `at(person, report)`."""

    def _at(person, report):
        page = as_person(person)
        page.goto(f"{site}/desk/reports/{report.pk}/claims/")
        return page

    return _at


def statuses():
    return [one.status for one in Claim.objects.order_by("start")]


def focused(page):
    return page.evaluate("document.activeElement.closest('.claim')?.id")


def test_claims_appear_by_themselves_while_words_are_being_copied(at, alice, report):
    page = at(alice, report)
    field = page.get_by_label("Make a claim of these words")
    field.fill("Half a quo")
    proposed(report)
    page.locator(".claim").first.wait_for()
    assert field.input_value() == "Half a quo"


def test_a_report_is_gone_through_by_keys_alone(at, alice, report):
    first, second = proposed(report, killed(), said("Rescuers came"))
    page = at(alice, report)
    page.keyboard.press("j")
    assert focused(page) == f"c-{first.pk}"
    page.keyboard.press("a")
    page.locator(f"#c-{first.pk}.accepted").wait_for()
    page.get_by_role("status").filter(has_text="Accepted.").wait_for()
    assert focused(page) == f"c-{second.pk}"  # on to the next that waits
    page.keyboard.press("x")
    page.keyboard.type("They say where they went, no more.")
    page.keyboard.press("Enter")
    page.locator(f"#c-{second.pk}.rejected").wait_for()
    assert statuses() == ["accepted", "rejected"]
    page.keyboard.press("z")
    page.locator(f"#c-{second.pk}.proposed").wait_for()
    page.keyboard.press("k")
    assert focused(page) == f"c-{first.pk}"
    page.keyboard.press("e")
    page.get_by_role("heading", name="Mend a claim").wait_for()
    page.get_by_label("Words that name who says so").fill("Rescuers")
    page.get_by_role("button", name="Mend", exact=True).click()
    page.get_by_role("status").filter(has_text="The claim is accepted.").wait_for()
    assert Claim.objects.get(pk=first.pk).said["speakers"][0]["name"] == "Rescuers"


def test_what_counts_and_when_it_is_seen_is_decided_by_keys_and_the_focus_stays(
    at, alice, column, report
):
    claim, waiting = proposed(report, killed(), said("Rescuers came"))
    accept_claim(by=alice, claim=claim, column=column, based_on=1)
    accept_claim(by=alice, claim=waiting, column=column, based_on=1)
    page = at(alice, report)
    for key, typed, stands in (
        ("s", ["Counted already."], "Set aside"),
        ("h", ["07012099", "0630PM"], "Held from readers until 1 Jul 2099 18:30"),
    ):
        page.keyboard.press("j" if key == "s" else "Shift")
        page.keyboard.press(key)
        for part in typed:
            page.keyboard.type(part)
            page.keyboard.press("ArrowRight")  # from the year to the hour
        page.keyboard.press("Enter")
        page.locator(f"#c-{claim.pk} .stands").filter(has_text=stands).wait_for()
        page.locator(f"#c-{claim.pk}:focus").wait_for()
    for key, gone in (("s", "Set aside"), ("h", "Held")):
        page.keyboard.press(key)
        page.locator(f"#c-{claim.pk} .stands").filter(has_text=gone).wait_for(state="detached")
    page.locator(f"#c-{claim.pk}:focus").wait_for()
    with page.expect_navigation():  # the claim itself is labelled by these words too
        page.keyboard.press("o")
    page.get_by_label("Rescuers came").check()
    page.get_by_role("button", name="Keep this").click()
    page.get_by_role("status").filter(has_text="It supersedes the older claim.").wait_for()
    assert Claim.objects.get(pk=claim.pk).supersedes == waiting


def test_the_text_shows_what_the_claim_quotes_that_has_the_focus(at, alice, report):
    first, second = proposed(report, killed(), said("Rescuers came"))
    page = at(alice, report)
    marked = page.locator("mark.on")
    page.keyboard.press("j")
    assert marked.all_inner_texts() == [first.said["quote"]]
    page.keyboard.press("j")
    assert marked.all_inner_texts() == [second.said["quote"]]


def test_quotes_are_marked_once_their_claims_appear(at, alice, report):
    page = at(alice, report)
    proposed(report)
    page.locator("mark").first.wait_for()
    assert page.locator("mark").count() == 2


def test_places_are_looked_up_while_the_rest_stays_as_it_was_typed(
    as_person, site, alice, report, gazetteer
):
    (claim, _) = proposed(report)
    page = as_person(alice)
    page.goto(f"{site}/desk/claims/{claim.pk}/mend/")
    page.get_by_label("Words that say who did it").fill("people")
    page.get_by_label("Words that say where").fill("Idlib")
    page.keyboard.press("Tab")
    page.get_by_label("Idlib, Syria (governorate").check()
    page.get_by_role("button", name="Mend", exact=True).click()
    page.get_by_role("status").filter(has_text="The claim is proposed.").wait_for()
    said = Claim.objects.get(pk=claim.pk).said
    assert (said["place"]["gazetteer"], said["actor"]["words"]) == ("t:id", "people")


def test_keys_stay_out_of_what_is_typed(at, alice, report):
    proposed(report)
    page = at(alice, report)
    page.get_by_label("Make a claim of these words").press_sequentially("jack marched up a creek")
    assert page.get_by_label("Make a claim of these words").input_value().startswith("jack")
    assert statuses() == ["proposed", "proposed"]


def test_a_refusal_keeps_the_reason_and_has_the_focus(at, alice, report):
    (claim, _) = proposed(report)
    page = at(alice, report)
    page.keyboard.press("j")
    page.keyboard.press("x")
    withdraw_claim(
        by=alice, claim=claim, based_on=claim.revision, reason="Another editor was faster."
    )
    page.keyboard.type("Too late")
    page.keyboard.press("Enter")
    page.get_by_role("alert").filter(has_text="is withdrawn already").wait_for()
    page.get_by_role("alert").filter(has_text="You wrote: Too late").wait_for()
    page.locator("[role=alert]:focus").wait_for()


def test_whoever_is_signed_out_meanwhile_is_told_and_loses_nothing(at, alice, report):
    proposed(report)
    page = at(alice, report)
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.keyboard.type("My reason")
    page.context.clear_cookies(name="dateline_session")
    page.keyboard.press("Enter")
    page.get_by_role("status").filter(has_text=re.compile("Not done.*signed out")).wait_for()
    assert page.locator("input[name=reason]").first.input_value() == "My reason"


@pytest.mark.parametrize(("text", "words"), [("So.\r\n🚑🚑 Hit. Hit.", "Hit."), (ARABIC, QUOTED)])
def test_selected_words_become_a_claim_where_they_stand(at, carl, alice, text, words):
    report = captured(alice, text=text, language="ar")
    page = at(carl, report)
    page.evaluate(SELECT, words)
    expect(page.locator("#words")).not_to_have_value("")
    page.keyboard.press("c")
    page.get_by_role("heading", name="Make a claim").wait_for()
    assert page.get_by_label("Quote", exact=True).input_value() == words
    page.get_by_role("button", name="Make it a proposal").click()
    page.get_by_role("status").filter(has_text="The claim is proposed.").wait_for()
    claim = Claim.objects.get()
    assert (claim.start, claim.said["quote"]) == (text.rindex(words), words)


def test_without_a_script_everything_is_done_by_forms(as_person, alice, report, site, page):
    first, second = proposed(report, killed(), said("Rescuers came"))
    context = page.context.browser.new_context(java_script_enabled=False)
    context.add_cookies(as_person(alice).context.cookies())
    plain = context.new_page()
    plain.goto(f"{site}/desk/reports/{report.pk}/claims/")
    plain.locator(f"#c-{first.pk}").get_by_role("button", name="Accept").click()
    plain.get_by_role("status").filter(has_text="Accepted.").wait_for()
    plain.locator(f"#c-{second.pk}").get_by_text("Reject…").click()
    plain.get_by_label("Why it is not what the report says").fill("No claim.")
    plain.locator(f"#c-{second.pk}").get_by_role("button", name="Reject", exact=True).click()
    plain.get_by_role("status").filter(has_text="Rejected.").wait_for()
    assert statuses() == ["accepted", "rejected"]
    plain.locator(f"#c-{second.pk}").get_by_role("button", name="Take it back").click()
    plain.get_by_role("status").filter(has_text="Taken back.").wait_for()
    claim = plain.locator(f"#c-{first.pk}")
    claim.get_by_text("Set aside…").click()
    claim.get_by_label("Why it does not count").fill("Counted already.")
    claim.get_by_role("button", name="Set aside", exact=True).click()
    plain.get_by_role("status").filter(has_text="Set aside.").wait_for()
    claim.get_by_role("button", name="Put back").click()
    claim.get_by_text("Hold…").click()
    claim.get_by_label("Until, in the time of").fill("2099-07-01T18:30")
    claim.get_by_role("button", name="Hold", exact=True).click()
    plain.get_by_role("status").filter(has_text="Held.").wait_for()
    claim.get_by_role("button", name="Release").click()
    claim.get_by_role("link", name="Supersedes…").click()
    plain.get_by_role("button", name="Keep this").click()
    plain.get_by_label("Make a claim of these words").fill("The town lies in Idlib")
    plain.get_by_role("button", name=re.compile("Make a claim")).click()
    plain.get_by_role("button", name="Make and accept").click()
    plain.get_by_role("status").filter(has_text="The claim is accepted.").wait_for()
    assert Claim.objects.filter(status="accepted").count() == 2
    context.close()


@pytest.mark.parametrize("width", [320, 390, 800, 1366])
def test_nothing_sticks_out_at_any_width(as_person, alice, site, width):
    text = f"{'long' * 200} were hit. {ARABIC}"
    report = captured(alice, text=text, title="Untitled" * 40)
    (claim,) = proposed(report, said(text=text, quote=text))
    page = as_person(alice)
    page.set_viewport_size({"width": width, "height": 800})
    for path in (f"reports/{report.pk}/claims/", f"claims/{claim.pk}/mend/"):
        page.goto(f"{site}/desk/{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
