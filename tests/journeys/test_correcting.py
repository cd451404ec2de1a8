"""What happens to an update afterwards reaches every open page, and is never silent."""

import re

import pytest
from playwright.sync_api import expect

from .conftest import stop_the_clock

SECRET = "the cellar beneath the bakery"


@pytest.fixture
def update(blog):
    blog.publish("Earlier")
    return blog.publish("Three rescuers wounded", f"They hid in {SECRET}.")


@pytest.fixture
def reader(blog, update, visit):
    page = visit(blog.path)
    expect(page.locator("#u2")).to_be_visible()
    return page


def test_a_correction_shows_in_place_with_its_label_note_and_time(reader, update, enter):
    stop_the_clock(reader)
    desk = enter("alice", f"/desk/updates/{update}/")
    desk.get_by_label("Headline").fill("Five rescuers wounded")
    desk.get_by_label("What was put right, for readers").fill("There were five, not three.")
    desk.get_by_role("button", name="Correct").click()
    expect(desk.get_by_text("Corrected. Readers see the note.")).to_be_visible()
    entry = reader.locator("#u2")
    expect(entry.get_by_role("heading")).to_have_text("Five rescuers wounded")
    expect(entry.locator(".correction strong")).to_have_text(re.compile(r"Corrected \d\d:\d\d"))
    expect(entry.locator(".correction time")).to_have_attribute("datetime", re.compile("Z$|[+]"))
    expect(entry.locator(".correction")).to_contain_text("There were five, not three.")
    expect(reader.locator("#entries > .entry").first).to_have_id("u2")
    expect(reader.locator("#announce")).to_have_text("An update was corrected.")


def test_a_correction_without_a_note_is_refused_and_nothing_is_lost(update, enter):
    desk = enter("alice", f"/desk/updates/{update}/")
    desk.watch.expect("status of 400")
    desk.get_by_label("Headline").fill("Five rescuers wounded")
    desk.get_by_role("button", name="Correct").click()
    expect(desk.get_by_role("alert")).to_contain_text("The correction's note")
    expect(desk.get_by_label("Headline")).to_have_value("Five rescuers wounded")


def test_a_withdrawal_leaves_a_stone_with_the_reason_and_can_be_undone(reader, update, enter):
    desk = enter("alice", f"/desk/updates/{update}/")
    desk.get_by_text("Withdraw…").click()
    desk.get_by_label("Reason, for readers").fill("The source took it back.")
    desk.get_by_role("button", name="Withdraw", exact=True).click()
    stone = reader.locator("#u2.stone")
    expect(stone.get_by_role("heading")).to_have_text("This update was withdrawn")
    expect(stone).to_contain_text("The source took it back.")
    expect(reader.get_by_text(SECRET)).to_have_count(0)
    desk.get_by_role("button", name="Restore").click()
    expect(reader.locator("#u2:not(.stone)")).to_contain_text(SECRET)


def test_the_words_of_a_redacted_update_are_nowhere_in_the_open_page(
    reader, blog, update, visit, enter
):
    blog.newsroom.mark(pk=update, mark="pinned", on=True)
    blog.newsroom.mark(pk=update, mark="key_event", on=True)
    alone = visit(f"{blog.path}u/2/")
    expect(alone).to_have_title("Three rescuers wounded – Assad in Moscow")
    expect(reader.locator("#pinned")).to_contain_text(SECRET)
    desk = enter("olga", f"/desk/updates/{update}/redact/")
    desk.get_by_role("textbox").fill("It named a shelter.")
    desk.get_by_role("button", name="Redact it for good").click()
    expect(reader.locator("#u2.stone")).to_contain_text("It named a shelter.")
    expect(reader.locator("#pinned")).to_be_hidden()
    expect(alone.locator("#u2.stone")).to_be_visible()
    expect(alone).to_have_title("Assad in Moscow")
    for page in (reader, alone):
        assert SECRET not in page.content()
        assert "Three rescuers wounded" not in page.content()


def test_redacted_words_leave_a_note_and_are_nowhere_in_the_open_page(reader, blog, update, enter):
    desk = enter("olga", "/desk/redaction/words/")
    desk.get_by_label("Words to take out").fill(SECRET)
    desk.get_by_role("button", name="Show where they stand").click()
    desk.get_by_label("Reason, for readers").fill("It named a shelter.")
    desk.get_by_role("button", name="Take them out for good").click()
    expect(reader.locator("#u2 .correction")).to_contain_text("Words removed")
    expect(reader.locator("#u2")).to_contain_text("They hid in")
    assert SECRET not in reader.content()


def test_a_change_of_headline_reaches_masthead_and_tab(reader, blog, visit):
    blog.publish("Third", "Words.")
    alone = visit(f"{blog.path}u/1/")
    blog.rename(headline="Assad & Putin <in Moscow>", lead="A new lead.")
    for page in (reader, alone):
        expect(page.get_by_role("heading", level=1)).to_have_text("Assad & Putin <in Moscow>")
        expect(page).to_have_title(re.compile("Assad & Putin <in Moscow>"))
    expect(reader.locator("#masthead")).to_contain_text("A new lead.")
