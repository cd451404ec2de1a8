"""robots.txt by RFC 9309, from a real server."""

import pytest

from dateline.archive.watch.robots import MOST_DELAY, Robots
from dateline.archive.watch.told import WatchError


class Clock:
    def __init__(self):
        self.now = 1_000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def robots(fetcher, clock):
    return Robots(fetcher, clock=clock)


def rules(hostile, text, status=200):
    hostile.put("/robots.txt", text.encode(), {"Content-Type": "text/plain"}, status)


def test_it_refuses_what_the_site_disallows(robots, hostile):
    rules(hostile, "User-agent: *\nDisallow: /private\nAllow: /private/open")
    assert robots.verdict(hostile.url("/news")) == "allowed"
    assert robots.verdict(hostile.url("/private/x")) != "allowed"
    assert robots.verdict(hostile.url("/private/open")) == "allowed"


def test_our_own_name_comes_before_all(robots, hostile):
    rules(
        hostile,
        "User-agent: *\nDisallow:\n\nUser-Agent: other\nUser-agent: DateLine # us\nDisallow: /",
    )
    assert robots.verdict(hostile.url("/news")) == "refused"


def test_others_rules_are_not_ours(robots, hostile):
    rules(hostile, "User-agent: Googlebot\nUser-agent: Line\nDisallow: /")
    assert robots.verdict(hostile.url("/news")) == "allowed"


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_no_file_allows_everything(robots, hostile, status):
    rules(hostile, "User-agent: *\nDisallow: /", status)
    assert robots.verdict(hostile.url("/news")) == "allowed"


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_site_in_trouble_is_left_alone_for_now(robots, hostile, clock, status):
    rules(hostile, "", status)
    assert robots.verdict(hostile.url("/news")) == "not now"
    assert robots.verdict(hostile.url("/news")) != "allowed"
    rules(hostile, "")
    clock.now += 599
    assert robots.verdict(hostile.url("/news")) != "allowed"
    clock.now += 2
    assert robots.verdict(hostile.url("/news")) == "allowed"


@pytest.mark.parametrize("path", ["/cut-off", "/hangs-up", "/loop", "/inward/metadata"])
def test_a_site_that_is_not_reached_is_left_alone_for_now(robots, hostile, path):
    hostile.put("/robots.txt", b"", {"Location": path}, 302)
    assert robots.verdict(hostile.url("/news")) == "not now"


def test_one_question_a_day_and_site(robots, hostile, clock):
    rules(hostile, "")
    for number in range(5):
        robots.verdict(hostile.url(f"/news/{number}"))
    assert hostile.paths() == ["/robots.txt"]
    clock.now += 86_401
    robots.verdict(hostile.url("/news"))
    assert hostile.paths() == ["/robots.txt"] * 2


def test_it_remembers_a_bounded_number_of_sites(robots, hostile, monkeypatch):
    monkeypatch.setattr("dateline.archive.watch.robots.MOST_HOSTS", 1)
    rules(hostile, "")
    for _ in range(2):
        robots.verdict(hostile.url("/news"))
        robots.verdict("http://user@10.0.0.1/")
    assert hostile.paths() == ["/robots.txt"] * 2


def test_a_crawl_delay_spaces_visits(robots, hostile, clock):
    rules(hostile, "User-agent: *\nCrawl-delay: 10")
    page = hostile.url("/news")
    assert [robots.wait_for(page) for _ in range(3)] == [0, 10, 20]
    clock.now += 25
    assert robots.wait_for(page) == 5


@pytest.mark.parametrize(
    ("delay", "second"), [("soon", 0), ("-5", 0), ("nan", 0), ("1e9", MOST_DELAY), ("0.5", 0.5)]
)
def test_a_strange_delay_is_bounded(robots, hostile, delay, second):
    rules(hostile, f"User-agent: *\nCrawl-delay: {delay}")
    robots.wait_for(hostile.url("/"))
    assert robots.wait_for(hostile.url("/")) == second


@pytest.mark.parametrize("url", ["", "ftp://example.org/", "http://[", "//example.org"])
def test_what_is_no_address_is_refused(robots, url):
    assert robots.verdict(url) != "allowed"
    assert robots.wait_for(url) == 0


def test_twenty_thousand_names_with_as_many_rules_stay_small(robots, hostile):
    """Each name would get a copy of each rule: 400 million."""
    names = "".join(f"User-agent: bot{number}\n" for number in range(20_000))
    paths = "".join(f"Disallow: /{number}\n" for number in range(15_000))
    rules(hostile, names + paths)
    assert robots.verdict(hostile.url("/news")) == "allowed"
    kept = robots._site(hostile.url("/")).rules
    assert list(kept._user_agents) == ["other"]


def test_a_page_that_robots_refuses_is_not_watched(look_at, hostile):
    rules(hostile, "User-agent: *\nDisallow: /news")
    page = hostile.put("/news", b"<title>N</title><p>Words")
    for kind in ("", "page"):
        with pytest.raises(WatchError, match="asks programs not to read"):
            look_at(page, kind=kind)
    assert hostile.paths().count("/news") == 1  # a known page is not even asked for


def test_a_feed_is_read_whatever_robots_says(look_at, hostile):
    rules(hostile, "User-agent: *\nDisallow: /")
    feed = hostile.put("/feed", b"<rss><channel><item><title>A</title></item></channel></rss>")
    assert len(look_at(feed).items) == 1
    assert hostile.paths() == ["/feed"]
