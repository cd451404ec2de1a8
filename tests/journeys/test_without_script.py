"""Without JavaScript both sides are complete: reading and publishing."""

import re

import pytest
from playwright.sync_api import expect

from .serving import until

PLAIN = {"java_script_enabled": False}


@pytest.fixture
def long_blog(blog):
    """85 updates: page one, and one full page behind it."""
    blog.fill(count=84)
    blog.publish("Kremlin confirms", "He came **alone**.", marks=["pinned", "key_event"])
    return blog


def numbers(page):
    articles = page.locator("#entries > .entry")
    return [int(one.get_attribute("data-number")) for one in articles.all()]


def test_a_long_day_can_be_read_to_its_first_update(long_blog, visit):
    page = visit(long_blog.path, **PLAIN)
    expect(page.locator("#u85")).to_contain_text("He came alone.")
    read = numbers(page)
    with page.expect_navigation(url=re.compile("/page/1/$")):
        page.locator("#pager").get_by_role("link", name="Older updates").click()
    read += numbers(page)
    assert read == list(range(85, 0, -1))
    for _ in ("page two", "page one"):
        page.get_by_role("link", name="Newer updates").first.click()
        expect(page.locator("#u80")).to_have_count(1)
    expect(page.locator("#u85")).to_be_visible()


def test_pinned_copies_fold_and_key_events_lead_to_their_update(long_blog, visit):
    page = visit(long_blog.path, **PLAIN)
    copy = page.locator("#pinned .body")
    expect(copy).to_be_visible()
    page.locator("#pinned summary").click()
    expect(copy).to_be_hidden()
    page.locator("#key-events").get_by_role("link", name="Kremlin confirms").click()
    expect(page).to_have_url(re.compile("#u85$"))
    expect(page.locator("#u85")).to_be_in_viewport()


def test_a_permalink_shows_its_update_and_leads_back(long_blog, visit):
    page = visit(f"{long_blog.path}u/7/", **PLAIN)
    expect(page.locator("#u7")).to_contain_text("Text 7.")
    page.get_by_role("link", name="Read it among the others of that day").click()
    expect(page).to_have_url(re.compile("/page/1/#u7$"))
    expect(page.locator("#u7")).to_be_in_viewport()


def test_no_button_stands_there_that_does_nothing(long_blog, visit):
    page = visit(long_blog.path, **PLAIN)
    expect(page.get_by_role("button")).to_have_count(0)
    expect(page.locator("#unread")).to_be_hidden()


def test_an_editor_signs_in_writes_and_publishes(blog, newsroom, visit):
    desk = visit(newsroom.link(name="alan"), **PLAIN)
    desk.get_by_role("button", name="Sign in as Alan").click()
    expect(desk).to_have_url(re.compile("/desk/profile/$"))
    desk.goto(blog.desk)
    desk.get_by_label("Headline").fill("Without a script")
    desk.get_by_label("Text", exact=True).fill("First **draft**.")
    desk.get_by_role("button", name="Save draft").click()
    expect(desk.get_by_text("Draft saved.", exact=True)).to_be_visible()
    expect(desk.locator("#seen strong")).to_have_text("draft")
    desk.get_by_role("button", name="Publish").click()
    expect(desk.get_by_text("Published.", exact=True)).to_be_visible()
    desk.get_by_role("link", name="Without a script").click()
    desk.get_by_role("button", name="Key event").click()
    desk.get_by_label("Text", exact=True).fill("Second draft.")
    desk.get_by_label("What was put right, for readers").fill("The first was a draft.")
    desk.get_by_role("button", name="Correct").click()
    expect(desk.get_by_text("Corrected. Readers see the note.")).to_be_visible()
    reader = visit(**PLAIN)

    def reads():
        reader.goto(blog.path)
        return reader.locator("#u1 .correction").count()

    until(reads)
    expect(reader.locator("#u1")).to_contain_text("Second draft.")
    expect(reader.locator("#u1 .mark")).to_have_text("Key event")
