"""What comes late, cut short or out of order puts no older words over newer ones."""

import itertools
import re

import pytest
from playwright.sync_api import expect

from .serving import until
from .test_losing_touch import has_caught_up

_slugs = (f"late-{n}" for n in itertools.count(1))
HAMA = {"name": "Hama", "lat": 35.13, "lon": 36.75, "within": ["Hama"], "day": "2015-10-20"}
HOMS = {"name": "Homs", "lat": 34.73, "lon": 36.72, "within": ["Homs"], "day": "2015-10-20"}


@pytest.fixture
def theatre(newsroom):
    """A column with a blog in it, and one strike: its id and path."""
    slug = next(_slugs)
    pk = newsroom.theatre(slug=slug)
    newsroom.strike(blog_pk=pk, dead=9, title="House of Zamira")
    return pk, f"/{slug}/day/"


def patient(page):
    """What fails here is meant to."""
    page.watch.expect(".")
    return page


@pytest.fixture
def chart(theatre, visit):
    page = patient(visit(theatre[1]))
    page.locator("#map").scroll_into_view_if_needed()
    expect(page.get_by_role("button", name="Sarmin")).to_be_visible()
    return page


def test_an_older_map_that_comes_late_is_not_drawn(theatre, newsroom, chart):
    held = []
    chart.route("**/map.geojson", lambda route: held.append((route, route.fetch())), times=1)
    newsroom.strike(blog_pk=theatre[0], dead=3, **HAMA)
    until(lambda: chart.wait_for_timeout(50) or held)
    newsroom.strike(blog_pk=theatre[0], dead=4, **HOMS)
    homs = chart.get_by_role("button", name="Homs")
    expect(homs).to_be_visible()
    (route, answer) = held.pop()
    route.fulfill(response=answer)
    chart.wait_for_timeout(500)
    expect(homs).to_be_visible()


def test_a_map_that_could_not_follow_tries_again(newsroom, chart):
    chart.route("**/map.geojson", lambda route: route.abort(), times=1)
    answers = []
    chart.on("response", lambda one: one.url.endswith("map.geojson") and answers.append(one))
    newsroom.redact_words(words="Zamira", reason="It named a shelter.")
    expect(chart.locator("#situation")).not_to_contain_text("Zamira")
    until(lambda: chart.wait_for_timeout(300) or answers)
    chart.get_by_role("button", name="Sarmin").click()
    expect(chart.locator(".maplibregl-popup")).not_to_contain_text("Zamira")


def test_a_map_that_did_not_open_is_asked_for_again(theatre, newsroom, visit):
    page = patient(visit())
    page.route("**/map.geojson", lambda route: route.abort(), times=1)
    newsroom.settle()
    page.goto(theatre[1])
    page.locator("#map").scroll_into_view_if_needed()
    page.get_by_role("button", name="The map cannot be shown here").click()
    expect(page.get_by_role("button", name="Sarmin")).to_be_visible()


def test_what_is_read_far_below_page_one_is_taken_out_too(blog, visit):
    blog.fill(count=78)
    page = patient(visit(blog.path))
    page.locator("#u5").evaluate("one => one.scrollIntoView()")
    page.context.set_offline(True)
    blog.fill(count=122)
    blog.newsroom.withdraw(pk=blog.updates()[4], reason="It never happened.")
    blog.newsroom.correct(pk=blog.updates()[3], body="Put right.", note="It was wrong.")
    blog.newsroom.settle()
    page.context.set_offline(False)
    has_caught_up(page, blog)
    expect(page.locator("#u5.stone")).to_contain_text("It never happened.")
    expect(page.locator("#u5")).to_be_in_viewport()
    expect(page.locator("#u4 .correction")).to_contain_text("It was wrong.")
    link = page.locator("#u4 a[href*='u/4/']").first
    assert link.evaluate("one => one.href").endswith(f"{blog.path}u/4/")


def test_a_page_that_is_newer_than_the_head_read_before_it_does_not_go_back(blog, visit):
    blog.fill(count=2)
    first = blog.updates()[0]
    page = patient(visit())
    held = []

    def hold(route):
        held.append(route) if route.request.resource_type == "fetch" else route.continue_()

    blog.publish("Third")
    blog.newsroom.settle()
    page.route("**/u/1/", hold)
    page.goto(f"{blog.path}u/1/")
    until(lambda: page.wait_for_timeout(50) or held)
    blog.newsroom.correct(pk=first, body="It is in cellar seven.", note="Where.")
    blog.newsroom.withdraw(pk=first, reason="It never happened.")
    blog.newsroom.settle()
    page.route(f"**/rev/{blog.revision()}.json", lambda route: route.abort())
    held[0].continue_()
    expect(page.locator("#u1.stone")).to_be_visible()
    page.wait_for_timeout(1500)
    expect(page.locator("#u1")).not_to_contain_text("cellar seven")


def test_a_head_that_lags_behind_makes_no_storm(blog, visit):
    blog.fill(count=2)
    page = patient(visit(f"{blog.path}u/1/"))
    has_caught_up(page, blog)
    old = page.request.get(f"{blog.path}head.json").text()
    page.route("**/head.json", lambda route: route.fulfill(body=old))
    page.route("**/rev/*.json", lambda route: route.fulfill(status=404))
    page.watch.requests.clear()
    blog.publish("Third")
    until(lambda: page.wait_for_timeout(50) or page.watch.asked("/head.json"))
    page.wait_for_timeout(3000)
    assert len(page.watch.requests) < 12


@pytest.mark.parametrize("revision", ["{", "{}", "gone"])
def test_a_page_that_was_cut_short_is_not_taken_for_the_whole(revision, blog, visit):
    blog.fill(count=12)
    page = patient(visit(blog.path))

    def cut(route):
        text = route.fetch().text()
        route.fulfill(body=text[: text.index("</article>", text.index('id="u8"'))])

    page.route(re.compile(f"{re.escape(blog.path)}$"), cut, times=1)
    status = 404 if revision == "gone" else 200
    page.route("**/rev/*.json", lambda route: route.fulfill(status=status, body=revision))
    blog.publish("Update 13")
    has_caught_up(page, blog)
    expect(page.locator("#entries > .entry")).to_have_count(13)


def test_a_line_that_ends_each_stream_at_once_is_given_up_for_looks(blog, visit):
    blog.fill(count=1)
    page = patient(visit())
    head = 'retry: 500\n\nid: 1\nevent: head\ndata: {"rev":1}\n\n'
    kind = "text/event-stream"
    page.route("**/stream", lambda route: route.fulfill(body=head, content_type=kind))
    blog.newsroom.settle()
    with page.expect_request("**/head.json"):
        page.goto(blog.path)
    expect(page.locator("#freshness")).to_have_text(re.compile("^updated "))
    page.wait_for_timeout(2000)
    assert len(page.watch.asked("/stream")) == 3


def test_a_look_that_fails_late_says_nothing_over_a_newer_one(blog, visit):
    blog.fill(count=1)
    page = patient(visit(blog.path))
    held = []
    page.route("**/head.json", lambda route: held.append(route), times=1)
    page.evaluate("dispatchEvent(new Event('online'))")
    until(lambda: page.wait_for_timeout(50) or held)
    with page.expect_response("**/head.json"):
        page.evaluate("dispatchEvent(new Event('online'))")
    held[0].abort()
    page.wait_for_timeout(300)
    expect(page.locator("#freshness")).to_have_text(re.compile("^updated "))


def test_the_place_in_the_list_of_places_stays(theatre, newsroom, visit):
    for number in range(12):
        near = {**HOMS, "name": f"Town {number}", "lat": 34.0 + number / 10}
        newsroom.strike(blog_pk=theatre[0], dead=1, **near)
    page = patient(visit(theatre[1]))
    page.locator(".places summary").click()
    listed = page.locator(".places > .plain")
    listed.evaluate("one => one.scrollTo(0, 200)")
    newsroom.strike(blog_pk=theatre[0], dead=3, **HAMA)
    expect(listed).to_contain_text("Hama")
    assert listed.evaluate("one => one.scrollTop") == 200
