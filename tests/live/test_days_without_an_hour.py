"""Updates and blogs that were published elsewhere, of which but the day is known."""

import json
import re
from datetime import UTC, date, datetime

import feedparser
import pytest

from dateline.ledger.verbs.blogs import Masthead, start_blog
from dateline.ledger.verbs.follow_ups import link_updates
from dateline.ledger.verbs.publishing import import_update, mark_update
from dateline.ledger.verbs.writing import Text, write_update

DAY = date(2015, 10, 20)
MIDNIGHT = datetime(2015, 10, 19, 21, tzinfo=UTC)
"""Of the day, in the column's zone."""
CLOCK = re.compile(r"2015-10-(?:19|20)T|\b(?:21:00|00:00) (?:GMT|EEST)")
BLOG = "putin-in-syria/2015-10-20"


@pytest.fixture
def old(alice, column):
    """A blog of 20 October of which no hour is known, with two updates."""
    head = Masthead(headline="The day before")
    blog = start_blog(by=alice, column=column, slug="2015-10-20", masthead=head, day=DAY)
    one, two = [
        import_update(
            by=alice,
            update=write_update(by=alice, blog=blog, text=Text(headline=headline, body="Words.")),
            at=MIDNIGHT,
            day=DAY,
        )
        for headline in ("School struck", "Market struck")
    ]
    mark_update(by=alice, update=one, mark="pinned", on=True)
    mark_update(by=alice, update=one, mark="key_event", on=True)
    link_updates(by=alice, update=two, on=one, kind="follows")
    return blog


def test_no_page_shows_an_hour_that_nobody_knows(old, follow, site):
    follow()
    files = [path for path in (site.root / BLOG).rglob("*") if path.suffix in (".html", ".json")]
    assert len(files) > 5
    for path in files:
        assert not CLOCK.search(path.read_text()), path
    page = site.text(f"{BLOG}/index.html")
    assert page.count('<time datetime="2015-10-20" title="20 October 2015">20 Oct</time>') > 3
    assert "data-ago" not in page


def test_search_engines_are_told_the_day_alone(old, follow, site):
    follow()
    said = re.search(r'ld\+json">(.*?)</script>', site.text(f"{BLOG}/index.html"), re.DOTALL)
    value = json.loads(said[1])
    assert value["datePublished"] == value["coverageStartTime"] == "2015-10-20"
    assert {one["datePublished"] for one in value["liveBlogUpdate"]} == {"2015-10-20"}


def test_feeds_tell_the_day_in_words_and_date_only_what_they_know(old, follow, site):
    follow()
    read = feedparser.parse((site.root / BLOG / "feed.atom").read_bytes())
    assert not read.bozo
    for entry in read.entries:
        assert "published" not in entry
        assert not entry.updated.startswith("2015")
        assert "20 October 2015" in entry.summary
    for item in site.json(f"{BLOG}/feed.json")["items"]:
        assert "date_published" not in item
        assert not item["date_modified"].startswith("2015")


def test_an_imported_update_with_its_hour_shows_it_as_any_other(alice, blog, write, follow, site):
    import_update(by=alice, update=write("Then"), at=datetime(2015, 10, 21, 8, 30, tzinfo=UTC))
    follow()
    page = site.text("putin-in-syria/2015-10-21/index.html")
    assert "11:30 EEST" in page
    assert 'data-ago="2015-10-21T08:30:00Z"' in page


def test_open_pages_are_told_that_it_was_added(old, follow, site):
    follow()
    changes = [
        one["change"]
        for path in (site.root / BLOG / "rev").glob("*.json")
        for one in json.loads(path.read_text()).get("entries", [])
    ]
    assert changes.count("added") == 2
