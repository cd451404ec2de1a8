"""The composer in a real browser: nothing typed is lost, every action has its key."""

import re

import pytest
from playwright.sync_api import expect

from dateline.ledger.models import Draft, Media
from tests.desk.conftest import until
from tests.pictures import picture

pytestmark = pytest.mark.browser


@pytest.fixture
def desk(as_person, alice, blog, site):
    """Alice's browser at the blog's desk."""
    page = as_person(alice)
    page.goto(f"{site}/desk/blogs/{blog.pk}/")
    return page


def saved(page):
    page.get_by_text(re.compile(r"Draft saved \d\d:\d\d")).wait_for()


def test_typing_is_kept_and_previewed(desk):
    desk.get_by_label("Headline").fill("Who was hit?")
    desk.get_by_label("Text", exact=True).fill("**Twelve** people.\n\n::media{id=none}")
    desk.locator("#seen strong", has_text="Twelve").wait_for()
    desk.locator("#seen h2", has_text="Who was hit?").wait_for()
    desk.get_by_text("things to put right before publishing").wait_for()
    saved(desk)
    assert Draft.objects.get().headline == "Who was hit?"


def test_keys_write_and_publish(desk, blog):
    desk.keyboard.press("n")
    desk.keyboard.type("By keys alone")
    assert desk.get_by_label("Headline").input_value() == "By keys alone"
    desk.get_by_label("Text", exact=True).fill("Words.")
    with desk.expect_navigation():  # until its script has come too, and keys are heard
        desk.keyboard.press("Control+Enter")
    desk.get_by_role("status").filter(has_text="Published.").wait_for()
    assert blog.updates.get().number == 1
    desk.keyboard.press("j")
    with desk.expect_navigation():
        desk.keyboard.press("e")
    desk.get_by_label("What was put right").wait_for()
    desk.keyboard.press("?")
    desk.get_by_role("heading", name="Keys", exact=True).wait_for()
    desk.keyboard.press("Escape")
    desk.locator("#keys").wait_for(state="hidden")


def test_a_new_one_beside_one_that_is_begun(desk, blog):
    headline = desk.get_by_label("Headline")
    headline.fill("Begun")
    desk.keyboard.press("Escape")
    with desk.expect_navigation():
        desk.keyboard.press("n")
    desk.get_by_role("link", name="Begun, continue").wait_for()
    expect(headline).to_be_focused()
    assert headline.input_value() == ""


def test_an_impatient_press_publishes_once(desk, blog):
    desk.get_by_label("Headline").fill("Once")
    desk.get_by_role("button", name="Publish").dblclick()
    desk.get_by_role("status").filter(has_text="Published.").wait_for()
    assert blog.updates.count() == 1
    assert not Draft.objects.exists()


def test_escape_leaves_the_text_where_it_is(desk):
    text = desk.get_by_label("Text", exact=True)
    text.fill("Half a thought")
    desk.keyboard.press("Escape")
    assert text.input_value() == "Half a thought"


def test_text_outlives_a_server_that_is_away(desk, blog):
    desk.route("**/updates/draft", lambda route: route.abort())
    desk.get_by_label("Headline").fill("Kept here")
    desk.get_by_text("Kept in this browser, not yet on the server").wait_for()
    desk.reload()
    desk.get_by_text("kept in this browser, not yet on the server").wait_for()
    desk.get_by_role("button", name="Continue").click()
    assert desk.get_by_label("Headline").input_value() == "Kept here"

    desk.unroute("**/updates/draft")
    desk.reload()
    desk.get_by_role("link", name="Kept here, continue").wait_for()
    assert Draft.objects.get().headline == "Kept here"


def test_signing_in_again_in_another_tab_loses_nothing(desk, alice, as_person, blog):
    desk.get_by_label("Headline").fill("Typed before")
    saved(desk)
    desk.context.clear_cookies(name="dateline_session")
    desk.get_by_label("Headline").fill("Typed while signed out")
    desk.locator("#status").get_by_text("You are signed out").wait_for()
    desk.context.clear_cookies()
    as_person(alice)
    other = desk.context.new_page()
    other.goto(desk.url)  # brings a new token
    desk.get_by_role("button", name="Publish").click()
    desk.get_by_role("status").filter(has_text="Published.").wait_for()
    assert blog.updates.get().headline == "Typed while signed out"


def test_leaving_in_the_middle_of_a_word_keeps_it(desk, site):
    desk.get_by_label("Headline").press_sequentially("In the mid")
    desk.goto(f"{site}/desk/")
    until(desk, Draft.objects.exists)
    desk.reload()
    desk.get_by_role("link", name="In the mid, continue").wait_for()


def test_a_refused_text_stays_on_the_page(desk):
    desk.get_by_label("Headline").fill("Refused")
    desk.get_by_label("Text", exact=True).fill("::media{id=none}")
    desk.keyboard.press("Control+Enter")
    desk.get_by_role("alert").filter(has_text="Not done").wait_for()
    assert desk.get_by_label("Headline").input_value() == "Refused"


def test_a_picture_is_brought_in_at_the_caret(desk):
    text = desk.get_by_label("Text", exact=True)
    text.fill("Before.")
    desk.get_by_text("Picture", exact=True).first.click()
    file = {"name": "a.png", "mimeType": "image/png", "buffer": picture()}
    desk.locator("#up-file").set_input_files(file)
    desk.get_by_role("button", name="Bring it in").click()
    desk.locator("#up-said").get_by_text("This field is required").wait_for()
    desk.locator("#up-alt").fill('A "red" field')
    desk.locator("#up-credit").fill("Alice")
    desk.get_by_role("button", name="Bring it in").click()
    desk.locator("#seen img").wait_for()
    media = Media.objects.get()
    assert text.input_value().startswith(f"Before.\n\n::media{{id={media.pk} ")


def test_a_quote_is_put_around_what_is_chosen(desk):
    text = desk.get_by_label("Text", exact=True)
    text.fill("We did it.")
    text.select_text()
    desk.get_by_role("button", name="Quote", exact=True).click()
    assert text.input_value() == ':::quote{source="…"}\nWe did it.\n:::\n\n'


def test_a_mark_is_set_without_leaving_the_page(desk, publish, site):
    update = publish("Pin me")
    desk.goto(f"{site}/desk/updates/{update.pk}/")
    desk.get_by_label("Text", exact=True).fill("Half typed")
    desk.get_by_role("button", name="Pinned").click()
    desk.locator('#marks button[aria-pressed="true"]').wait_for()
    desk.locator("#list .mark", has_text="pinned").wait_for()
    assert desk.get_by_label("Text", exact=True).input_value() == "Half typed"


def test_finding_in_the_list(desk, publish, blog, site):
    for headline in ("Sarmin", "Aleppo"):
        publish(headline)
    desk.goto(f"{site}/desk/blogs/{blog.pk}/")
    desk.keyboard.press("/")
    desk.keyboard.type("alep")
    desk.locator(".updates li", has_text="Sarmin").wait_for(state="hidden")
    assert desk.locator(".updates li", has_text="Aleppo").is_visible()


def test_it_all_works_without_a_script(as_person, alice, blog, site, page):
    context = page.context.browser.new_context(java_script_enabled=False)
    context.add_cookies(as_person(alice).context.cookies())
    plain = context.new_page()
    plain.goto(f"{site}/desk/blogs/{blog.pk}/")
    plain.get_by_label("Headline").fill("No script")
    plain.get_by_role("button", name="Publish").click()
    plain.get_by_role("status").filter(has_text="Published.").wait_for()
    plain.get_by_role("link", name="No script").click()
    plain.get_by_role("button", name="Key event").click()
    plain.locator('#marks button[aria-pressed="true"]').wait_for()
    context.close()


@pytest.mark.parametrize("width", [320, 390, 800, 1366])
def test_nothing_sticks_out_at_any_width(desk, width):
    desk.set_viewport_size({"width": width, "height": 800})
    assert desk.evaluate("document.documentElement.scrollWidth") <= width
