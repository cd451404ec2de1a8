"""Several at one desk: what one publishes others see; who writes is told; offline one goes on."""

import re

import pytest
from playwright.sync_api import expect

from .watch import LOST

SOON = 30_000
"""Milliseconds in which the others see it: beats of a busy machine, before the slow renewal."""


@pytest.fixture
def desk(blog, enter):
    """Open the blog's desk as someone."""
    return lambda name, path=blog.desk: enter(name, path)


def test_what_one_publishes_stands_in_the_others_list_within_seconds(blog, desk):
    alan, alice = desk("alan"), desk("alice")
    expect(alan.locator("#present")).to_have_text(re.compile("two at the desk: Alice is here"))
    alice.get_by_label("Headline").fill("Assad in Moscow")
    alice.get_by_label("Text", exact=True).fill("The Kremlin says so.")
    expect(alan.locator("#present")).to_contain_text("Alice writes a new update", timeout=SOON)
    alan.get_by_label("Text", exact=True).fill("Half a sen")
    alice.get_by_role("button", name="Publish").click()
    row = alan.locator("#list").get_by_role("link", name="Assad in Moscow")
    expect(row).to_be_visible(timeout=SOON)
    expect(alan.get_by_label("Text", exact=True)).to_have_value("Half a sen")


def test_who_opens_an_update_that_another_writes_is_told_and_may_go_on(blog, desk):
    pk = blog.write(headline="Talks in Vienna", body="At nine.")
    alice, alan = desk("alice", f"/desk/updates/{pk}/"), desk("alan")
    alice.get_by_label("Text", exact=True).fill("At ten.")
    held = alan.locator(f"[data-update='{pk}'][data-held-by='Alice writes this']")
    expect(held.locator(".held-by")).to_have_text("Alice writes this", timeout=SOON)
    held.get_by_role("link").click()
    told = alan.get_by_role("status").filter(has_text="Alice is writing this update since")
    expect(told).to_contain_text(re.compile(r"since \d\d:\d\d\. You can go on"), timeout=SOON)
    alan.get_by_label("Text", exact=True).fill("At eleven.")
    expect(alice.locator("#held")).to_contain_text("Alan is writing this update", timeout=SOON)
    alice.goto(blog.desk)
    expect(alan.locator("#held")).to_be_hidden(timeout=SOON)


def test_offline_one_goes_on_writing_and_it_is_sent_later(blog, desk):
    alice = desk("alice")
    alice.watch.expect(LOST)
    alice.watch.expect("htmx:(afterRequest|sendError)")  # the preview, which has to wait
    link = alice.locator("#link")
    alice.context.set_offline(True)
    expect(link).to_have_text("offline: you can go on writing, it is sent later")
    alice.get_by_label("Headline").fill("Written in the dark")
    alice.get_by_label("Text", exact=True).fill("The power is out.")
    expect(alice.locator("#status")).to_contain_text("Kept in this browser")
    alice.context.set_offline(False)
    expect(link).to_have_text("back online: what you wrote is sent", timeout=SOON)
    expect(alice.locator("#status")).to_contain_text("Draft saved")
    expect(link).to_have_text("")
    again = desk("alice")
    expect(again.get_by_text("Written in the dark")).to_be_visible()


def test_what_comes_in_stands_on_the_wire_of_a_page_that_was_scrolled(blog, desk):
    for number in range(55):
        blog.newsroom.bring(address=f"https://wire.example.org/{number:03}")
    alice = desk("alice", blog.desk + "wire/")
    rows = alice.locator("#wire .w-row")
    expect(rows.first).to_contain_text("/054")
    alice.locator("#older").scroll_into_view_if_needed()
    expect(alice.locator("#wire-older .w-row").first).to_be_visible()
    many = rows.count()
    blog.newsroom.bring(address="https://wire.example.org/new")
    expect(rows.first).to_contain_text("/new", timeout=SOON)
    assert rows.count() == many + 1
    expect(alice.locator("#wire .w-row", has_text="/004")).to_have_count(1)
