"""The composer in a real browser: what lost its source is underlined, told, and mended by a key."""

import re

import pytest
from playwright.sync_api import expect

from dateline.codebook import Hedge
from tests.ledger.happened import Desk, speaker

pytestmark = pytest.mark.browser
WORDS = "A SMART report claimed that 12 people were killed in the market."


@pytest.fixture
def claim(alice, column):
    at = WORDS.index("claimed")
    return Desk(alice, column).claim(
        WORDS,
        event="killing",
        speakers=(speaker("SMART", WORDS),),
        hedge=Hedge("claimed", "claimed", (at, at + 7)),
    )


@pytest.fixture
def desk(as_person, alice, blog, site):
    page = as_person(alice)
    page.goto(f"{site}/desk/blogs/{blog.pk}/")
    return page


def text_of(page):
    return page.get_by_label("Text", exact=True)


def test_a_flat_sentence_is_mended_by_one_key_while_typing(desk, claim, blog):
    desk.get_by_label("Headline").fill("At the market")
    text = text_of(desk)
    text.focus()
    desk.keyboard.type(f"[Twelve people were killed]{{claim={claim.pk}}} at noon.")
    expect(desk.locator(".mirror u")).to_have_text(re.compile("^Twelve people were killed"))
    told = desk.locator("#warnings p")
    expect(told).to_contain_text("Hedge dropped. SMART claims this")
    expect(told.locator("kbd")).to_have_text("Ctrl .")
    desk.keyboard.press("Control+.")
    mended = f"[Twelve people were killed]{{claim={claim.pk}}} at noon, SMART claims."
    expect(text).to_have_value(mended)
    expect(told).to_have_count(0)
    desk.keyboard.press("Control+z")
    expect(text).not_to_have_value(mended)
    expect(told).to_have_count(1)
    desk.keyboard.press("Control+Enter")  # nothing is ever held up by a warning
    desk.get_by_role("status").filter(has_text="Published.").wait_for()
    assert blog.updates.get().number == 1


def test_outside_the_text_a_full_stop_mends_and_the_text_is_left(desk, claim):
    text_of(desk).fill(f"[12 people were killed]{{claim={claim.pk}}}.")
    expect(desk.locator("#warnings p")).to_have_count(1)
    desk.keyboard.press("Escape")
    expect(desk.locator("#warnings kbd")).to_have_text(".")
    desk.keyboard.press(".")
    expect(text_of(desk)).to_have_value(
        f"[12 people were killed]{{claim={claim.pk}}}, SMART claims."
    )
    expect(text_of(desk)).not_to_be_focused()


def test_a_source_that_only_the_editor_knows_is_left_to_be_typed(desk):
    text_of(desk).fill("Jets bombed a market.")
    desk.locator("#warnings button").click()
    desk.keyboard.type("two residents")
    expect(text_of(desk)).to_have_value("Jets bombed a market, according to two residents.")
    expect(desk.locator("#warnings p")).to_have_count(0)


def test_a_button_stays_under_the_finger_that_presses_it(desk):
    text_of(desk).fill("Jets bombed a market.")
    button = desk.locator("#warnings button")
    button.hover()
    before = button.bounding_box()
    desk.mouse.down()
    assert button.bounding_box() == before
    desk.mouse.up()
    expect(text_of(desk)).to_have_value("Jets bombed a market, according to ….")


def test_a_full_stop_that_is_typed_is_a_full_stop(desk):
    text_of(desk).fill("Jets bombed a market")
    expect(desk.locator("#warnings p")).to_have_count(1)
    desk.keyboard.press(".")
    expect(text_of(desk)).to_have_value("Jets bombed a market.")


def test_underlines_move_with_their_words_before_an_answer_comes(desk):
    text_of(desk).fill("Jets bombed a market.")
    expect(desk.locator(".mirror u")).to_have_text("bombed")
    desk.route("**/warnings/", lambda route: route.abort())
    text_of(desk).evaluate("one => one.setSelectionRange(0, 0)")
    desk.keyboard.type("Now ")
    expect(desk.locator(".mirror u")).to_have_text("bombed")
    desk.locator("#warnings button").click()
    expect(text_of(desk)).to_have_value("Now Jets bombed a market, according to ….")


def test_offline_it_is_silent_and_the_text_is_kept(desk):
    desk.route("**/warnings/", lambda route: route.fulfill(status=500, body="no"))
    text_of(desk).fill("Jets bombed a market.")
    desk.get_by_text(re.compile(r"Draft saved")).wait_for()
    expect(desk.locator("#warnings")).to_be_hidden()


def test_a_line_lies_under_its_words_when_the_text_scrolls(desk):
    text_of(desk).fill("Words.\n\n" * 60 + "Jets bombed a market.")
    line = desk.locator(".mirror u")
    expect(line).to_have_text("bombed")
    text_of(desk).evaluate("one => one.scrollTop = one.scrollHeight")
    expect(line).to_be_in_viewport()
    mark, field = line.bounding_box(), text_of(desk).bounding_box()
    assert field["y"] < mark["y"] < field["y"] + field["height"]
