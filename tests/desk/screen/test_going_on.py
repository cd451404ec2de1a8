"""After each thing that is done on the one screen, the focus stands where one goes on."""

import re
from unittest.mock import patch

from playwright.sync_api import expect

from dateline.ledger.models import Claim, Update
from dateline.ledger.verbs.claims import accept_claim
from dateline.ledger.verbs.incidents import open_incident
from tests.desk.claims.said import killed, proposed, said

from .test_in_browser import SELECT, claims, into, report, screen  # noqa: F401  fixtures

FOUND = "A bridge falls into the river"


def test_the_focus_stays_in_the_form_when_a_place_was_looked_up(
    claims,  # noqa: F811
    screen,  # noqa: F811
    gazetteer,
):
    into(screen)
    screen.keyboard.press("e")
    screen.get_by_label("Words that say where").press_sequentially("Idlib")
    screen.keyboard.press("Tab")
    screen.get_by_label("Look it up as").press_sequentially("Idlib")
    screen.keyboard.press("Tab")
    screen.get_by_label("Idlib, Syria").first.wait_for()
    expect(screen.locator(".slot [name=place]:checked")).to_be_focused()


def test_control_enter_sends_the_form_that_is_open_and_never_the_update(claims, screen):  # noqa: F811
    first, _ = claims
    screen.get_by_label("Text", exact=True).fill("Half a sentence")
    screen.keyboard.press("Escape")
    into(screen)
    screen.keyboard.press("e")
    screen.locator(".slot form").wait_for()
    screen.evaluate("document.activeElement.blur()")
    screen.keyboard.press("Control+Enter")
    screen.locator(f"#c-{first.pk}.accepted:focus").wait_for()
    assert not Update.objects.exists()


def test_a_claim_that_was_made_has_the_focus(claims, screen):  # noqa: F811
    into(screen)
    screen.keyboard.press("c")
    screen.keyboard.type("The town")
    screen.keyboard.press("Enter")
    screen.locator("#slot form.sheet").wait_for()
    screen.keyboard.press("Control+Enter")
    screen.locator(".claim.accepted:focus blockquote", has_text="The town").wait_for()


def test_who_relays_it_is_told_at_once(claims, screen):  # noqa: F811
    into(screen)
    screen.keyboard.press("e")
    expect(screen.get_by_label("Words that name who relays it (1)")).to_be_visible()


def test_an_incident_that_is_not_offered_is_found_where_the_claim_stands(
    alice,
    column,
    claims,  # noqa: F811
    screen,  # noqa: F811
):
    first, second = claims
    for one in claims:
        accept_claim(by=alice, claim=one, column=column, based_on=one.revision)
    there = Claim.objects.get(pk=second.pk)
    incident = open_incident(by=alice, column=column, title=FOUND, claims=[there])
    into(screen)
    screen.keyboard.press("i")
    screen.get_by_label("Another incident, by its title").press_sequentially("bridge")
    screen.keyboard.press("Enter")
    expect(screen.locator(".found button").first).to_be_focused()
    screen.keyboard.press("Enter")
    screen.locator(f"#c-{first.pk}:focus").wait_for()
    assert incident.groupings.filter(claim=first, answer="same").exists()


def test_claims_go_on_over_the_pages_of_a_long_report(alice, report, screen):  # noqa: F811
    with patch("dateline.desk.claims.rows.PAGE", 1):
        first, second = proposed(report, killed(), said("Rescuers came"))
        screen.reload()
        into(screen)
        screen.locator(f"#c-{first.pk}:focus").wait_for()
        screen.keyboard.press("j")
        screen.locator(f"#c-{second.pk}:focus").wait_for()
        expect(screen).to_have_url(re.compile("/wire/"))
        screen.keyboard.press("a")
        screen.locator(f"#c-{second.pk}.accepted").wait_for()
        screen.keyboard.press("k")
        screen.locator(f"#c-{first.pk}:focus").wait_for()


def test_selected_words_mend_the_part_that_one_was_in(claims, screen):  # noqa: F811
    into(screen)
    screen.keyboard.press("e")
    part = screen.get_by_label("Words that name who says so")
    part.focus()
    screen.evaluate(SELECT, "The town")
    expect(part).to_have_value("The town")
    expect(screen.get_by_label("Make a claim of these words")).to_have_value("")
    screen.locator(".slot [data-leave]").click()
    screen.evaluate(SELECT, "lies in Idlib")
    expect(screen.get_by_label("Make a claim of these words")).to_have_value("lies in Idlib")
