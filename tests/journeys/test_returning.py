"""Whoever comes back is told how much is new, and led to the first of it."""

import re

from playwright.sync_api import expect


def test_a_first_visit_says_nothing(blog, visit):
    blog.fill(count=3)
    expect(visit(blog.path).locator("#unread")).to_be_hidden()


def test_the_first_unread_update_is_one_press_away(blog, visit, return_to):
    blog.fill(count=5)
    page = visit(blog.path)
    expect(page.locator("#u5")).to_be_visible()
    page.close()
    blog.fill(count=11)
    again = return_to(page, blog.path)
    link = again.get_by_role("link", name="6 updates since you were here: go to the first")
    link.click()
    expect(again).to_have_url(re.compile("#u6$"))
    expect(again.locator("#u6")).to_be_in_viewport()
    expect(link).to_be_hidden()
    expect(return_to(page, blog.path).locator("#unread")).to_be_hidden()


def test_one_unread_update_is_said_in_the_singular(blog, visit, return_to):
    blog.fill(count=2)
    page = visit(blog.path)
    page.close()
    blog.fill(count=3)
    again = return_to(page, blog.path)
    expect(again.locator("#unread")).to_have_text("1 update since you were here: go to it")


def test_the_first_unread_may_stand_on_a_numbered_page(blog, visit, return_to):
    blog.fill(count=5)
    page = visit(blog.path)
    expect(page.locator("#u5")).to_be_visible()
    page.close()
    blog.fill(count=82)
    again = return_to(page, blog.path)
    again.get_by_role("link", name="77 updates since you were here").click()
    expect(again).to_have_url(re.compile("/page/1/#u6$"))
    expect(again.locator("#u6")).to_be_in_viewport()
    elsewhere = return_to(page, f"{blog.path}#u3")
    expect(elsewhere).to_have_url(re.compile("/page/1/#u3$"))


def test_what_waits_behind_the_button_counts_as_unread(blog, visit, return_to):
    blog.fill(count=12)
    page = visit(blog.path)
    page.evaluate("document.querySelector('#u3').scrollIntoView()")
    page.wait_for_timeout(100)
    blog.publish("Update 13")
    expect(page.get_by_role("button", name="1 new update")).to_be_visible()
    page.close()
    expect(return_to(page, blog.path).locator("#unread")).to_contain_text("1 update since")
