"""Pages turn at every 40th update: who stands where, and that no link leads nowhere meanwhile."""

import re

import pytest

from dateline.live.files import SiteFolder
from tests.live.site import BLOG, words_of

FULL_RUN = 122


@pytest.fixture
def checked_at_once(monkeypatch, site):
    """Look at every page in the moment that it is put in place; return what led nowhere."""
    faults, write = [], SiteFolder.write

    def _write(self, path, data):
        write(self, path, data)
        if path.endswith(".html"):
            faults.extend(one for one in site.broken_links(path) if not leads_to_itself(one))

    monkeypatch.setattr(SiteFolder, "write", _write)
    return faults


def leads_to_itself(fault):
    """Tell whether a new permalink leads to its place on page one, which is written just after."""
    found = re.fullmatch(r".*/u/(\d+)/index\.html: .*#u(\d+)", fault)
    return bool(found and found[1] == found[2])


def test_no_link_leads_nowhere_at_any_moment_of_a_long_day(
    publish, follow, site, checked_at_once, blog
):
    follow()
    checked_at_once.clear()  # the very first page of a blog stands before the list that names it
    for count in range(1, FULL_RUN + 1):
        publish(f"Update {count}")
        follow()
        assert checked_at_once == [], count
        assert site.broken_links() == [], count
        full = count // 40
        first = 40 * max(0, full - 1) + 1
        assert list(site.articles(f"{BLOG}/index.html")) == list(range(count, first - 1, -1))
        assert len(list((site.root / BLOG).glob("page/*"))) == full
    for k in (1, 2, 3):
        page = site.articles(f"{BLOG}/page/{k}/index.html")
        assert list(page) == list(range(40 * k, 40 * k - 40, -1))


def test_newer_and_older_lead_through_all_pages_and_back(short_pages, publish, follow, site):
    for n in range(1, 15):
        publish(f"Update {n}")
        follow()
    ways = {
        path: (leads(site, path, "newer"), leads(site, path, "older"))
        for path in ("", "page/1/", "page/2/", "page/3/")
    }
    assert ways == {
        "": ("", "page/2/"),
        "page/1/": ("page/2/", ""),
        "page/2/": ("page/3/", "page/1/"),
        "page/3/": ("/", "page/2/"),
    }


def leads(site, path, way):
    """Return where the pager of a page leads, from the blog's folder; each page says it twice."""
    pager = site.parsed(f"{BLOG}/{path}index.html").find_class(way)
    found = {link.get("href").partition("2015-10-21")[2] for link in pager}
    assert len(found) <= 1
    return (found.pop().removeprefix("/") or "/") if found else ""


def test_a_short_blog_has_no_older_updates_to_lead_to(short_pages, publish, follow, site):
    for n in range(1, 8):
        publish(f"Update {n}")
    follow()
    pager = site.parsed(f"{BLOG}/index.html").get_element_by_id("pager")
    assert pager.get("hidden") is not None
    assert words_of(pager) == ""


@pytest.mark.parametrize("count", [1, 4, 5, 8, 11, 13])
def test_a_site_made_in_one_go_has_the_same_pages(count, short_pages, publish, follow, site, fresh):
    for n in range(1, count + 1):
        publish(f"Update {n}")
        follow()
    at_once = fresh()
    assert at_once.html_files() == site.html_files()
    assert at_once.broken_links() == []
    for path in site.html_files():
        assert at_once.articles(path) == site.articles(path), path
        assert at_once.page(path) == site.page(path), path


def test_a_permalink_leads_to_page_one_and_then_for_good_to_its_page(
    short_pages, publish, follow, site
):
    homes = []
    for n in range(1, 12):
        publish(f"Update {n}")
        follow()
        (words,) = site.parsed(f"{BLOG}/u/1/index.html").find_class("in-blog")
        homes.append(words.find("a").get("href").partition("2015-10-21")[2])
    assert homes == ["/#u1"] * 4 + ["/page/1/#u1"] * 7


def test_key_events_lead_to_where_the_update_stands_now(
    short_pages, publish, follow, site, alice, mark
):
    mark(publish("A key event"), "key_event")
    for n in range(2, 12):
        publish(f"Update {n}")
        follow()
        assert site.broken_links(f"{BLOG}/index.html") == []
    assert re.search(r'href="[^"]*page/1/#u1"', site.text(f"{BLOG}/index.html"))
