"""The feeds: valid, stable, and honest about what was corrected or withdrawn."""

import json
import re
from datetime import datetime

import feedparser
import pytest

from dateline.ledger.verbs.blogs import Masthead, edit_blog
from dateline.ledger.verbs.publishing import correct_update, restore_update, withdraw_update
from dateline.ledger.verbs.writing import Text
from tests.live.site import BLOG

PUBLIC = "https://live.example.org/syria/"
HOSTILE = "<b>&amp; ]]> \x01\x0b\ufffe </title> \u2066 “x” 😀"


@pytest.fixture
def public(settings):
    settings.DATELINE_PUBLIC_URL = PUBLIC


@pytest.fixture
def atom(follow, site):
    """Follow, and return the Atom feed as a feed reader understands it."""

    def _atom():
        follow()
        read = feedparser.parse((site.root / BLOG / "feed.atom").read_bytes())
        assert not read.bozo, read.bozo_exception
        return read

    return _atom


@pytest.fixture
def json_feed(follow, site):
    """Follow, and return the JSON Feed."""

    def _json_feed():
        follow()
        return site.json(f"{BLOG}/feed.json")

    return _json_feed


def test_an_empty_blog_has_valid_feeds(blog, atom, json_feed):
    assert atom().entries == []
    assert json_feed()["items"] == []


def test_atom_says_whose_it_is_and_what(publish, atom, public):
    publish("Aleppo", "**Two** strikes.", byline="Pierre")
    read = atom()
    assert read.feed.title == "Putin in Syria: Assad in Moscow"
    assert read.feed.subtitle == "The day after."
    assert read.feed.author == "The Interpreter"
    assert re.match("urn:uuid:", read.feed.id)
    (entry,) = read.entries
    assert (entry.title, entry.author) == ("Aleppo", "Pierre")
    assert entry.summary == '<p dir="auto"><strong>Two</strong> strikes.</p>'
    assert entry.link == f"{PUBLIC}{BLOG}/u/1/"


def test_a_public_address_makes_every_link_absolute(publish, bring, atom, json_feed, public, site):
    publish("Aleppo", f"::media{{id={bring().pk}}}")
    links = [one.href for one in atom().feed.links]
    assert links == [f"{PUBLIC}{BLOG}/", f"{PUBLIC}{BLOG}/feed.atom"]
    feed = json_feed()
    assert feed["home_page_url"] == f"{PUBLIC}{BLOG}/"
    assert feed["feed_url"] == f"{PUBLIC}{BLOG}/feed.json"
    assert feed["items"][0]["url"] == f"{PUBLIC}{BLOG}/u/1/"
    pictures = re.findall(r'src="([^"]*)"', feed["items"][0]["content_html"])
    assert [one.startswith(f"{PUBLIC}media/") for one in pictures] == [True]
    assert f'src="{PUBLIC}media/' in atom().entries[0].summary
    assert f'src="{PUBLIC}' not in site.text(f"{BLOG}/index.html")


def test_without_one_every_link_is_relative(publish, bring, atom, json_feed):
    publish("Aleppo", f"::media{{id={bring().pk}}}")
    text = json.dumps(json_feed()) + str(atom().feed.links)
    assert "http" not in text.replace("https://jsonfeed.org/version/1.1", "")


def test_ids_stay_and_times_go_up_with_an_edit(publish, atom, alice, blog):
    update = publish("Aleppo")
    publish("Homs")
    before = {entry.title: entry for entry in atom().entries}
    feed_id = atom().feed.id
    text = Text(headline="Aleppo city")
    correct_update(by=alice, update=update, text=text, note="The city.", based_on=1)
    edit_blog(by=alice, blog=blog, masthead=Masthead(headline="Another"))
    after = {entry.title: entry for entry in atom().entries}
    assert atom().feed.id == feed_id
    assert after["Aleppo city"].id == before["Aleppo"].id
    assert after["Aleppo city"].published == before["Aleppo"].published
    assert instant(after["Aleppo city"].updated) >= instant(before["Aleppo"].updated)
    assert after["Homs"].updated == before["Homs"].updated
    assert instant(after["Aleppo city"].updated) > instant(after["Aleppo city"].published)
    assert "Corrected: The city." in after["Aleppo city"].summary


def instant(words):
    return datetime.fromisoformat(words)


def test_a_withdrawal_says_why_and_a_restored_update_stands_again(publish, atom, alice):
    update = publish("Aleppo", "Two strikes.")
    before = atom().entries[0]
    withdraw_update(by=alice, update=update, reason="The film is from 2013 & staged.")
    (stone,) = atom().entries
    assert (stone.title, stone.id) == ("Withdrawn", before.id)
    assert stone.summary == "<p>The film is from 2013 &amp; staged.</p>"
    assert instant(stone.updated) >= instant(before.updated)
    restore_update(by=alice, update=update)
    (entry,) = atom().entries
    assert (entry.title, entry.summary) == ("Aleppo", '<p dir="auto">Two strikes.</p>')


def test_hostile_text_breaks_neither_feed(publish, atom, json_feed, alice, blog):
    edit_blog(by=alice, blog=blog, masthead=Masthead(headline=HOSTILE, lead=HOSTILE))
    publish(HOSTILE, f"{HOSTILE} \u202e", byline=HOSTILE, place=HOSTILE)
    withdraw_update(by=alice, update=publish("Gone"), reason=HOSTILE)
    (stone, entry) = atom().entries
    assert "]]>" in entry.title
    assert "\x01" not in entry.title
    assert "<b>" not in stone.summary
    assert len(json_feed()["items"]) == 2


def test_json_feed_has_what_version_1_1_requires(publish, json_feed, public):
    publish("Aleppo", byline="Pierre")
    publish("", "Only words, " * 20)
    feed = json_feed()
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert all(isinstance(feed[key], str) for key in ("title", "language", "description"))
    assert isinstance(feed["expired"], bool)
    assert feed["authors"] == [{"name": "The Interpreter"}]
    for item in feed["items"]:
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", item["id"])
        assert item["content_html"]
        for key in ("date_published", "date_modified"):
            assert datetime.fromisoformat(item[key]).tzinfo
        assert len(item["title"]) <= 80
        assert all(set(one) == {"name"} for one in item["authors"])
    assert len({item["id"] for item in feed["items"]}) == 2


def test_only_the_newest_forty_stand_in_them(publish, atom, json_feed):
    for n in range(1, 43):
        publish(f"Update {n}")
    assert [entry.title for entry in atom().entries] == [f"Update {n}" for n in range(42, 2, -1)]
    assert len(json_feed()["items"]) == 40
