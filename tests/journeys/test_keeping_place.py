"""Whoever reads is not disturbed: what they see stays where it is."""

import re

import pytest
from playwright.sync_api import expect

from .conftest import PHONE

TOPS = """() => Object.fromEntries([...document.querySelectorAll("#entries > .entry:not([hidden])")]
  .map(entry => [entry.id, entry.getBoundingClientRect()])
  .filter(([, box]) => box.bottom > 80 && box.top < innerHeight)
  .map(([id, box]) => [id, box.top]))"""


@pytest.fixture(params=["laptop", "phone"])
def reader(request, blog, visit):
    """A reader in the middle of a page of twelve updates."""
    blog.fill(count=12)
    options = {"viewport": PHONE} if request.param == "phone" else {}
    page = visit(blog.path, **options)
    expect(page.locator("#u12")).to_be_visible()
    page.evaluate("document.querySelector('#u6').scrollIntoView({block: 'center'})")
    page.wait_for_timeout(200)
    return page


def tops(page):
    """Return where the updates on the screen stand."""
    found = page.evaluate(TOPS)
    assert found
    return found


def still(before, after):
    both = before.keys() & after.keys()
    assert both
    return all(abs(before[one] - after[one]) <= 1 for one in both)


def shown(page, revision):
    expect(page.locator("body")).to_have_attribute("data-rev", str(revision))


def test_new_updates_wait_behind_a_button_and_move_nothing(blog, reader):
    before, title = tops(reader), reader.title()
    for n in (13, 14, 15):
        blog.publish(f"Update {n}")
    button = reader.get_by_role("button", name="3 new updates")
    expect(button).to_be_visible()
    assert still(before, tops(reader))
    expect(reader).to_have_title(f"(3) {title}")
    expect(reader.locator("#u15")).to_be_hidden()
    button.click()
    for n in (13, 14, 15):
        expect(reader.locator(f"#u{n}")).to_be_visible()
    expect(reader.locator("#u15 h2")).to_be_focused()
    expect(reader.locator("#u15")).to_be_in_viewport()
    expect(reader).to_have_title(title)
    expect(reader.locator("#arrivals")).to_be_hidden()


def test_whoever_scrolls_back_to_the_top_sees_them_without_a_press(blog, reader):
    title = reader.title()
    blog.publish("Update 13")
    expect(reader.locator("#arrivals")).to_be_visible()
    reader.evaluate("scrollTo(0, 0)")
    expect(reader.locator("#u13")).to_be_visible()
    expect(reader).to_have_title(title)


def test_a_correction_above_the_screen_moves_nothing(blog, reader):
    newest = blog.updates()[-1]
    before = tops(reader)
    blog.newsroom.correct(pk=newest, body="Longer. " * 300, note="Much was missing. " * 9)
    expect(reader.locator("#u12 .correction")).to_have_count(1)
    assert still(before, tops(reader))
    blog.newsroom.withdraw(pk=newest, reason="All of it was wrong.")
    expect(reader.locator("#u12.stone")).to_have_count(1)
    assert still(before, tops(reader))


def test_pins_and_a_longer_masthead_move_nothing(blog, reader):
    before, pk = tops(reader), blog.updates()[0]
    for mark in ("pinned", "key_event"):
        blog.newsroom.mark(pk=pk, mark=mark, on=True)
    blog.rename(headline="A headline that is a good deal longer " * 4, lead="And a lead. " * 40)
    shown(reader, blog.revision())
    expect(reader.locator("#pinned details")).to_have_count(1)
    assert still(before, tops(reader))


def test_updates_that_leave_page_one_stay_while_the_reader_looks_at_them(blog, visit):
    blog.fill(count=78)
    page = visit(blog.path)
    page.evaluate("document.querySelector('#u5').scrollIntoView()")
    page.wait_for_timeout(200)
    before = tops(page)
    blog.fill(count=81)
    shown(page, blog.revision())
    assert still(before, tops(page))
    page.evaluate("scrollTo(0, 0)")
    expect(page.locator("#u5")).to_have_count(0)
    expect(page.locator("#u41")).to_have_count(1)
    expect(page.locator("#pager a.older")).to_have_attribute("href", re.compile("page/1/$"))


def test_a_reader_at_the_top_has_no_button_and_a_clean_title(blog, visit):
    blog.fill(count=3)
    page = visit(blog.path)
    title = page.title()
    blog.publish("Update 4")
    expect(page.locator("#u4")).to_be_visible()
    expect(page.locator("#arrivals")).to_be_hidden()
    expect(page).to_have_title(title)
