"""A page asks no more than it must: not at all of a closed blog, and little where data is dear."""

import re

from playwright.sync_api import expect

HOUR = 3_600_000
SAVING = "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"


def asked(page):
    """Return how often the page asked whether there is news."""
    return len(page.watch.asked("/stream")) + len(page.watch.asked("/head.json"))


def visit_in_made_time(visit, blog, **options):
    """Open the blog in a page whose clock is ours."""
    page = visit(**options)
    page.clock.install()
    blog.newsroom.settle()
    page.goto(blog.path)
    return page


def later(page, length):
    """Let time pass in the page, and its requests arrive."""
    page.clock.fast_forward(length)
    page.wait_for_timeout(300)


def test_the_page_of_a_blog_that_closes_says_so_and_stops_asking(blog, visit):
    blog.publish("The last one")
    page = visit_in_made_time(visit, blog)
    expect(page.locator("#state")).to_have_text("Live")
    before = asked(page)
    later(page, HOUR)
    assert asked(page) > before
    blog.close()
    expect(page.locator("#state")).to_have_text("Closed")
    expect(page.locator("#masthead")).to_contain_text(re.compile(r"closed .*\d\d:\d\d"))
    before = asked(page)
    later(page, 24 * HOUR)
    assert asked(page) == before


def test_the_page_of_a_blog_that_is_closed_never_asks(blog, visit):
    blog.publish("The last one")
    blog.close()
    page = visit_in_made_time(visit, blog)
    expect(page.locator("#state")).to_have_text("Closed")
    later(page, 24 * HOUR)
    assert asked(page) == 0


def test_a_reader_who_saves_data_holds_no_stream_and_is_asked_for_little(blog, visit):
    page = visit_in_made_time(visit, blog, before=SAVING)
    page.wait_for_timeout(300)
    assert page.watch.asked("/stream") == []
    before = asked(page)
    later(page, 55_000)
    assert asked(page) == before
    blog.publish("Heard of in the end")
    blog.newsroom.settle()
    later(page, 120_000)
    expect(page.get_by_role("heading", name="Heard of in the end")).to_be_visible()
    assert page.watch.asked("/stream") == []
    for _ in range(10):
        later(page, 60_000)
    assert asked(page) <= before + 10
