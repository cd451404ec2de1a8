"""A page asks no more than it must: not at all of a closed blog, and little where data is dear."""

import re

from playwright.sync_api import expect

from .watch import LOST

HOUR = 3_600_000
SAVING = "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"
COME_BACK = "dispatchEvent(new Event('online'))"


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
    with page.expect_request("**/head.json"):
        page.clock.fast_forward(HOUR)
    blog.close()
    expect(page.locator("#state")).to_have_text("Closed")
    expect(page.locator("#masthead")).to_contain_text(re.compile(r"closed .*\d\d:\d\d"))
    before = asked(page)
    later(page, 24 * HOUR)
    assert asked(page) == before


def test_a_closed_page_holds_no_stream_again_when_the_server_was_away(blog, visit):
    page = visit()
    page.watch.expect(LOST)
    page.watch.expect("status of 503")
    page.route("**/stream", lambda route: route.fulfill(status=503))
    blog.publish("The last one")
    blog.newsroom.settle()
    page.goto(blog.path)
    blog.close()
    blog.newsroom.settle()
    page.evaluate(COME_BACK)
    expect(page.locator("#state")).to_have_text("Closed")
    before = len(page.watch.asked("/stream"))
    page.route("**/head.json", lambda route: route.abort())
    with page.expect_event("requestfailed", lambda one: "head.json" in one.url):
        page.evaluate(COME_BACK)
    page.unroute("**/head.json")
    with page.expect_response("**/head.json"):
        page.evaluate(COME_BACK)
    page.wait_for_timeout(300)
    assert len(page.watch.asked("/stream")) == before


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
