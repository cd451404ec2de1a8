"""Every public change is seen everywhere: page one, its page, the permalink, day, feeds, embed."""

import pytest

from dateline.ledger.verbs.blogs import Masthead, close_blog, edit_blog, reopen_blog, start_blog
from dateline.ledger.verbs.columns import ColumnText, edit_column
from dateline.ledger.verbs.publishing import correct_update, restore_update, withdraw_update
from dateline.ledger.verbs.redacting import redact_update
from dateline.ledger.verbs.writing import Text
from tests.live.site import BLOG, COLUMN, words_of

EVERYWHERE = {
    "index.html",
    "page/1/index.html",
    "u/4/index.html",
    "day.html",
    "feed.atom",
    "feed.json",
    "embed/index.html",
}
"""Where the fourth update of four stands, on short pages."""

PAGES = {path for path in EVERYWHERE if path.endswith("index.html")}

pytestmark = pytest.mark.usefixtures("short_pages")


@pytest.fixture
def fourth(publish, follow):
    """The fourth update, on a site that shows it."""
    for n in range(1, 4):
        publish(f"Update {n}")
    update = publish("Sarmin hospital", "Two strikes hit the hospital.", place="Idlib")
    follow()
    return update


def test_a_publish(fourth, seen_in):
    assert seen_in("Two strikes hit the hospital.") == EVERYWHERE | {"rev/5.json"}


def test_a_correction_with_its_note_and_time(fourth, seen_in, follow, alice, site):
    text, note = Text(headline="Sarmin clinic", body="One strike hit it."), "It was one strike."
    correct_update(by=alice, update=fourth, text=text, note=note, based_on=1)
    follow()
    assert seen_in("One strike hit it.") == EVERYWHERE | {"rev/6.json"}
    assert seen_in("It was one strike.") == EVERYWHERE | {"rev/6.json"}
    assert seen_in("Two strikes") == {"rev/5.json"}
    for path in PAGES | {"day.html"}:
        (said,) = site.parsed(f"{BLOG}/{path}").find_class("correction")
        assert words_of(said).startswith("Corrected ")
        assert said.find(".//time") is not None
    assert site.newest_delta()["entries"][0]["change"] == "changed"


@pytest.mark.parametrize(
    ("name", "words"), [("key_event", "Key event"), ("summary", "Summary"), ("pinned", "Pinned")]
)
def test_a_mark_and_its_end(name, words, fourth, follow, mark, site):
    mark(fourth, name)
    follow()
    marked = {path for path in PAGES if words in marks_in(site, path)}
    assert marked == PAGES
    assert (words in marks_in(site, "day.html")) == (name != "pinned")
    mark(fourth, name, on=False)
    follow()
    assert not any(words in marks_in(site, path) for path in PAGES | {"day.html"})
    assert site.newest_delta()["entries"][0]["change"] == "changed"


def marks_in(site, path):
    return [words_of(one) for one in site.parsed(f"{BLOG}/{path}").find_class("mark")]


def test_a_pinned_update_stands_in_a_copy_above(fourth, follow, mark, site):
    mark(fourth, "pinned")
    follow()
    pinned = site.parsed(f"{BLOG}/index.html").get_element_by_id("pinned")
    assert "Two strikes hit the hospital." in words_of(pinned)
    assert pinned.get("hidden") is None
    mark(fourth, "pinned", on=False)
    follow()
    assert site.parsed(f"{BLOG}/index.html").get_element_by_id("pinned").get("hidden") == ""


def test_key_events_stand_in_the_timeline_newest_first_and_no_more_than_fit(
    publish, follow, mark, site
):
    for n in range(1, 6):
        mark(publish(f"Event {n}"), "key_event")
    follow()
    listed = site.parsed(f"{BLOG}/index.html").get_element_by_id("key-events").find_class("what")
    assert [words_of(one) for one in listed] == ["Event 5", "Event 4", "Event 3"]


def test_a_withdrawn_stone_shows_its_reason_and_not_the_text(fourth, follow, seen_in, alice, site):
    withdraw_update(by=alice, update=fourth, reason="The film is from 2013.")
    follow()
    assert seen_in("The film is from 2013.") == EVERYWHERE | {"rev/6.json"}
    gone = ("Two strikes", "Sarmin hospital")
    assert [seen_in(words) for words in gone] == [{"rev/5.json"}] * 2
    assert site.newest_delta()["entries"][0]["change"] == "withdrawn"


def test_a_withdrawn_update_is_neither_pinned_nor_a_key_event(fourth, follow, mark, alice, site):
    mark(fourth, "pinned")
    mark(fourth, "key_event")
    follow()
    withdraw_update(by=alice, update=fourth, reason="The film is from 2013.")
    follow()
    page = site.parsed(f"{BLOG}/index.html")
    assert words_of(page.get_element_by_id("pinned")) == ""
    assert page.get_element_by_id("key-events").get("hidden") == ""


def test_a_restored_update_stands_again_where_it_stood(fourth, follow, seen_in, alice, site):
    withdraw_update(by=alice, update=fourth, reason="The film is from 2013.")
    follow()
    restore_update(by=alice, update=fourth)
    follow()
    assert seen_in("Two strikes hit the hospital.") == EVERYWHERE | {"rev/5.json", "rev/7.json"}
    assert seen_in("The film is from 2013.") == {"rev/6.json"}
    assert site.newest_delta()["entries"][0]["change"] == "restored"
    assert list(site.articles(f"{BLOG}/index.html")) == [4, 3, 2, 1]


def test_a_redacted_stone_shows_its_reason_and_nothing_else(fourth, follow, seen_in, owner, site):
    redact_update(by=owner, update=fourth, reason="It named a shelter.")
    follow()
    assert seen_in("It named a shelter.") == EVERYWHERE | {"rev/5.json", "rev/6.json"}
    for words in ("Two strikes", "Sarmin hospital", "Idlib"):
        assert seen_in(words) == set()
    assert site.newest_delta()["entries"][0]["change"] == "redacted"


def test_a_new_masthead(fourth, follow, seen_in, blog, alice, site):
    masthead = Masthead(headline="Assad was in Moscow", lead="He left.")
    edit_blog(by=alice, blog=blog, masthead=masthead)
    follow()
    others = {f"u/{n}/index.html" for n in (1, 2, 3)}
    everywhere = EVERYWHERE | others | {"head.json", "rev/6.json"}
    assert seen_in("Assad was in Moscow") == everywhere
    assert seen_in("Assad in Moscow") == {f"rev/{n}.json" for n in range(1, 6)}
    assert "masthead" in site.newest_delta()["regions"]
    assert "Assad was in Moscow" in site.text("index.html")
    assert "Assad was in Moscow" in site.text(f"{COLUMN}/index.html")


def test_closing_and_opening_again(fourth, follow, blog, alice, site):
    def states():
        pages = [site.parsed(f"{BLOG}/{path}index.html") for path in ("", "embed/")]
        signs = {words_of(page.get_element_by_id("state")) for page in pages}
        listed = "Live" in words_of(site.parsed(f"{COLUMN}/index.html"))
        return signs, {page.find("body").get("data-state") for page in pages}, listed

    close_blog(by=alice, blog=blog)
    follow()
    assert states() == ({"Closed"}, {"closed"}, False)
    assert site.json(f"{BLOG}/head.json")["state"] == site.newest_delta()["state"] == "closed"
    assert "closed" in words_of(site.parsed(f"{BLOG}/day.html"))
    assert site.json(f"{BLOG}/feed.json")["expired"] is True
    reopen_blog(by=alice, blog=blog)
    follow()
    assert states() == ({"Live"}, {"live"}, True)
    assert site.json(f"{BLOG}/head.json")["state"] == site.newest_delta()["state"] == "live"
    assert site.json(f"{BLOG}/feed.json")["expired"] is False


def test_another_name_byline_and_zone_of_the_column(fourth, follow, seen_in, owner, column, site):
    text = ColumnText(
        name="War in Syria", publisher="The Paper", byline="Syria desk", zone="Europe/Moscow"
    )
    edit_column(by=owner, column=column, text=text)
    follow()
    others = {f"u/{n}/index.html" for n in (1, 2, 3)}
    assert seen_in("War in Syria") == EVERYWHERE | others | {"rev/6.json"}
    assert seen_in("The Paper") == EVERYWHERE | others | {"rev/6.json"}
    assert site.newest_delta()["reload"] is True
    assert seen_in("Syria desk") == EVERYWHERE | others
    assert seen_in("MSK") == PAGES | others | {"day.html"}
    for path in ("index.html", f"{COLUMN}/index.html"):
        assert "War in Syria" in site.text(path)


def test_a_new_blog_and_the_one_before_it(fourth, follow, seen_in, alice, column, site, blog):
    masthead = Masthead(headline="The day after", previous=blog)
    start_blog(by=alice, column=column, slug="2015-10-22", masthead=masthead)
    follow()
    assert "The day after" in site.text("index.html")
    listed = site.parsed(f"{COLUMN}/index.html").find_class("listed")
    assert [words_of(one.find("h2")) for one in listed] == ["The day after", "Assad in Moscow"]
    page = site.parsed(f"{COLUMN}/2015-10-22/index.html")
    assert "Previously: Assad in Moscow" in words_of(page.get_element_by_id("masthead"))
    assert "No updates yet." in words_of(page)
    assert site.broken_links() == []


def test_the_next_blog_names_the_new_headline_of_the_one_before(
    fourth, follow, publish, alice, column, site, blog
):
    masthead = Masthead(headline="The day after", previous=blog)
    after = start_blog(by=alice, column=column, slug="2015-10-22", masthead=masthead)
    publish("Update 1", blog=after)
    follow()
    edit_blog(by=alice, blog=blog, masthead=Masthead(headline="Assad was in Moscow"))
    follow()
    for path in ("index.html", "u/1/index.html"):
        page = site.text(f"{COLUMN}/2015-10-22/{path}")
        assert "Assad was in Moscow" in page
        assert "Assad in Moscow" not in page


def test_the_heads_that_moved_are_told(fourth, follow, publish, owner, other_blog):
    follow()
    publish("Update 5")
    assert [tuple(head) for head in follow()] == [(BLOG, 6)]
    publish("Donetsk", blog=other_blog, by=owner)
    assert [tuple(head) for head in follow()] == [("ukraine/2015-10-21", 2)]


def test_a_withdrawn_update_keeps_its_correction_to_itself(fourth, follow, seen_in, alice):
    text, note = Text(headline="Sarmin clinic", body="One strike."), "It was one strike."
    correct_update(by=alice, update=fourth, text=text, note=note, based_on=1)
    withdraw_update(by=alice, update=fourth, reason="The film is from 2013.")
    follow()
    assert seen_in("It was one strike.") == set()
