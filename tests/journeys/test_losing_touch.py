"""However the network and the server behave, an open page says what it knows and misses nothing."""

import re

import pytest
from playwright.sync_api import expect

from .watch import LOST

AWAY = re.compile(r"/(stream|head\.json)$")


@pytest.fixture
def reader(blog, visit):
    blog.fill(count=3)
    page = visit(blog.path)
    page.watch.expect(LOST)
    expect(page.locator("#u3")).to_be_visible()
    return page


def numbers(page):
    return page.locator("#entries > .entry").evaluate_all(
        "all => all.map(one => one.dataset.number)"
    )


def leave(page):
    page.context.set_offline(True)
    expect(page.locator("#freshness")).to_have_text(re.compile(r"^offline since \d\d:\d\d"))


def come_back(page):
    page.context.set_offline(False)
    expect(page.locator("#freshness")).to_have_text(re.compile("^updated "))


def has_caught_up(page, blog):
    """Wait for the newest revision; a page may look for a lost server only every 84 seconds."""
    expect(page.locator("body")).to_have_attribute("data-rev", str(blog.revision()), timeout=90_000)


def test_who_was_offline_catches_up_with_everything_in_order(blog, reader):
    leave(reader)
    second = blog.updates()[1]
    blog.publish("Update 4")
    blog.newsroom.correct(pk=second, body="Put right.", note="It was wrong.")
    blog.publish("Update 5")
    blog.newsroom.withdraw(pk=blog.updates()[0], reason="It never happened.")
    come_back(reader)
    has_caught_up(reader, blog)
    expect(reader.locator("#u5")).to_be_visible()
    assert numbers(reader) == ["5", "4", "3", "2", "1"]
    expect(reader.locator("#u2 .correction")).to_contain_text("It was wrong.")
    expect(reader.locator("#u1.stone")).to_contain_text("It never happened.")


def test_who_is_far_behind_takes_the_page_itself(blog, reader):
    leave(reader)
    blog.fill(count=48)
    blog.newsroom.correct(pk=blog.updates()[1], body="Put right.", note="It was wrong.")
    blog.newsroom.settle()
    reader.watch.requests.clear()
    come_back(reader)
    has_caught_up(reader, blog)
    expect(reader.locator("#u48")).to_be_visible()
    assert numbers(reader) == [str(n) for n in range(48, 0, -1)]
    expect(reader.locator("#u2 .correction")).to_contain_text("It was wrong.")
    assert [one for one in reader.watch.requests if "/rev/" in one.url and not one.failure] == []


def test_a_killed_server_that_comes_back_is_caught_up_with(blog, reader, server):
    server.kill()
    blog.publish("Published while the server was down")
    blog.publish("And another")
    expect(reader.locator("#freshness")).to_have_text(re.compile("^(reconnecting|offline since)"))
    server.start()
    has_caught_up(reader, blog)
    expect(reader.locator("#u5")).to_contain_text("And another")
    assert numbers(reader) == ["5", "4", "3", "2", "1"]
    expect(reader.locator("#freshness")).to_have_text(re.compile("^updated "))
    blog.publish("After it")
    expect(reader.locator("#u6")).to_be_visible()


def test_a_stream_given_up_is_held_again_as_soon_as_the_server_answers(blog, visit):
    page = visit()
    page.watch.expect(LOST)
    page.route(AWAY, lambda route: route.abort())
    blog.newsroom.settle()
    with page.expect_event("requestfailed", lambda one: "head.json" in one.url, timeout=60_000):
        page.goto(blog.path)
    with page.expect_response("**/stream", timeout=60_000):
        page.unroute(AWAY)
    expect(page.locator("#freshness")).to_have_text(re.compile("^updated "))
    blog.publish("Told by the stream")
    expect(page.locator("#u1")).to_be_visible()


def test_a_failed_request_for_a_revision_is_tried_again(blog, reader):
    times = []

    def fail_twice(route):
        times.append(1)
        route.abort() if len(times) <= 2 else route.continue_()

    reader.route(re.compile(r"/rev/\d+\.json"), fail_twice)
    blog.publish("Update 4")
    expect(reader.locator("#u4")).to_be_visible()
    assert len(times) == 3


def test_without_a_stream_the_page_asks_now_and_then(blog, visit):
    page = visit()
    page.watch.expect("status of 503")
    page.clock.install()
    page.route("**/stream", lambda route: route.fulfill(status=503))
    blog.newsroom.settle()
    page.goto(blog.path)
    expect(page.locator("#freshness")).to_have_text(re.compile("^updated "))
    blog.publish("Heard of by asking")
    blog.newsroom.settle()
    page.clock.fast_forward(30_000)
    expect(page.get_by_role("heading", name="Heard of by asking")).to_be_visible()
