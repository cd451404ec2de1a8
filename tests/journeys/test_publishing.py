"""From the composer to a page that is open elsewhere."""

import re
import time

from playwright.sync_api import expect

from .conftest import stop_the_clock
from .serving import until


def entry(page, number):
    return page.locator(f"#entries > #u{number}")


def compose(page, headline, body):
    page.get_by_label("Headline").fill(headline)
    page.get_by_label("Text", exact=True).fill(body)


def test_a_published_update_fades_in_at_the_top_of_an_open_page_without_a_reload(
    blog, visit, enter
):
    blog.publish("Kremlin confirms the visit")
    reader, desk = visit(blog.path), enter("alice", blog.desk)
    reader.evaluate("document.body.dataset.mine = 'not reloaded'")
    stop_the_clock(reader)
    compose(desk, "Assad landed in Moscow", "He came **alone**.")
    expect(desk.locator("#seen strong")).to_have_text("alone")
    desk.get_by_role("button", name="Publish", exact=False).first.click()
    expect(reader.get_by_text("He came alone.")).to_be_visible()
    expect(entry(reader, 2)).to_have_class(re.compile("arrived"))
    expect(reader.locator("#entries > .entry").first).to_have_attribute("data-number", "2")
    expect(reader.locator("body")).to_have_attribute("data-mine", "not reloaded")
    reader.clock.fast_forward(2000)
    expect(reader.locator("#announce")).to_have_text("1 new update")
    expect(entry(reader, 2)).not_to_have_class(re.compile("arrived"))


def test_the_first_update_replaces_the_words_that_there_is_none(blog, visit):
    reader = visit(blog.path)
    expect(reader.get_by_text("No updates yet.")).to_be_visible()
    blog.publish("Kremlin confirms the visit")
    expect(entry(reader, 1)).to_be_visible()
    expect(reader.get_by_text("No updates yet.")).to_have_count(0)


def test_ctrl_enter_publishes(blog, visit, enter):
    reader, desk = visit(blog.path), enter("alice", blog.desk)
    desk.get_by_label("Headline").fill("By keys alone")
    desk.get_by_label("Text", exact=True).press_sequentially("Words.")
    desk.keyboard.press("Control+Enter")
    expect(desk.get_by_text("Published.", exact=True)).to_be_visible()
    expect(reader.get_by_role("heading", name="By keys alone")).to_be_visible()


def test_a_closed_tab_loses_nothing(blog, enter):
    desk = enter("alice", blog.desk)
    for field, words in (("Headline", "Half written"), ("Text", "A sentence that nobody saved")):
        desk.get_by_label(field, exact=True).fill(words)
        expect(desk.locator("#status")).to_contain_text("Draft saved")
    desk.close()
    again = enter("alice", blog.desk)
    again.get_by_role("link", name="Half written").click()
    expect(again.get_by_label("Text", exact=True)).to_have_value("A sentence that nobody saved")
    expect(again.get_by_label("Headline")).to_have_value("Half written")


def test_a_tab_that_is_closed_at_once_loses_nothing_either(blog, enter):
    desk = enter("alice", blog.desk)
    desk.get_by_label("Text", exact=True).fill("Typed a blink ago")
    desk.close(run_before_unload=False)
    again = enter("alice", blog.desk)
    draft = again.get_by_role("link", name="without a headline, continue")
    until(lambda: again.reload() and draft.count())
    draft.click()
    expect(again.get_by_label("Text", exact=True)).to_have_value("Typed a blink ago")


def test_the_preview_says_what_keeps_a_text_from_being_published(blog, enter):
    desk = enter("alice", blog.desk)
    desk.watch.expect("status of 400")
    compose(desk, "A picture that is not there", "::media{id=nothing}")
    expect(desk.locator("#seen .problems")).to_contain_text("Line 1")
    desk.keyboard.press("Control+Enter")
    expect(desk.get_by_text("Not done: the text has problems", exact=False)).to_be_visible()
    expect(desk.get_by_label("Text", exact=True)).to_have_value("::media{id=nothing}")


def test_pins_key_events_and_summaries_appear_in_the_open_page(blog, visit, enter):
    pk = blog.publish("Kremlin confirms the visit", "He came alone.")
    reader, desk = visit(blog.path), enter("alice", f"/desk/updates/{pk}/")
    expect(reader.locator("#pinned")).to_be_hidden()
    expect(reader.locator("#key-events")).to_be_hidden()
    for mark in ("Pinned", "Key event", "Summary"):
        desk.get_by_role("button", name=mark).click()
        expect(desk.get_by_role("button", name=mark, pressed=True)).to_be_visible()
        expect(entry(reader, 1).locator(".mark", has_text=mark)).to_be_visible()
    expect(reader.locator("#pinned details")).to_contain_text("He came alone.")
    expect(reader.locator("#key-events li.is-summary a")).to_contain_text("Kremlin confirms")
    desk.get_by_role("button", name="Pinned").click()
    expect(reader.locator("#pinned")).to_be_hidden()


def test_a_pinned_copy_that_the_reader_folded_stays_folded(blog, visit):
    pk = blog.publish("Kremlin confirms the visit", marks=["pinned"])
    reader = visit(blog.path)
    reader.locator("#pinned summary").click()
    expect(reader.locator("#pinned details")).not_to_have_attribute("open", "")
    blog.newsroom.correct(pk=pk, body="He did not come alone.", note="He brought his son.")
    expect(reader.locator("#pinned .body")).to_contain_text("He did not come alone.")
    expect(reader.locator("#pinned details")).not_to_have_attribute("open", "")


def test_a_scheduled_update_is_published_by_the_worker_at_its_time(blog, visit, enter):
    reader, desk = visit(blog.path), enter("alice", blog.desk)
    compose(desk, "The press conference begins", "It is 19:00.")
    desk.get_by_label("Schedule for").fill("2099-07-01T18:30")
    desk.get_by_role("button", name="Schedule", exact=True).click()
    expect(desk.get_by_text("Scheduled.", exact=True)).to_be_visible()
    expect(entry(reader, 1)).to_have_count(0)
    (pk,) = blog.drafts()
    since = time.monotonic()
    blog.newsroom.schedule(pk=pk, seconds=2)  # no test can wait for the field's minutes
    expect(reader.get_by_role("heading", name="The press conference begins")).to_be_visible()
    assert time.monotonic() - since >= 2
