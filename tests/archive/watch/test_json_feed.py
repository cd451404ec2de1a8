"""JSON Feed 1.0 and 1.1, and JSON that is none."""

import json
from datetime import UTC, datetime

import pytest

from dateline.archive.watch.jsonfeed import read_json_feed
from dateline.archive.watch.told import WatchError

from .conftest import NOW, sample

VERSION = "https://jsonfeed.org/version/1"


def read(feed):
    text = feed if isinstance(feed, str) else json.dumps(feed)
    return read_json_feed(text, url="https://notes.example/feed.json", now=NOW)


def test_it_reads_a_json_feed():
    listing = read(sample("feed.json").decode())
    assert listing.title == "Field notes"
    clip, words = listing.items
    assert (clip.title, clip.text, clip.author) == (
        "Clip from <b>Sarmin</b>",
        "Filmed at noon.",
        "Abu Omar",
    )
    assert (clip.address, clip.has_media) == ("https://notes.example/2", True)
    assert clip.posted_at == datetime(2015, 10, 21, 9, tzinfo=UTC)
    assert (words.address, words.text) == ("https://elsewhere.example/1", "Only words")
    assert (words.posted_at, words.posted_words) == (None, "yesterday")


def test_version_1_0_names_one_author():
    listing = read({"version": VERSION, "items": [{"id": "1", "author": {"name": "Ann"}}]})
    assert listing.items[0].author == "Ann"


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        "[]",
        "null",
        '{"items": []}',
        '{"version": "https://jsonfeed.org/version/1", "items": {}}',
        "{" * 100_000,
        '{"version": "https://jsonfeed.org/version/1", "items": ' + "[" * 100_000,
        '{"items": ' + "9" * 10_000 + "}",
        "{not json",
    ],
)
def test_other_json_is_refused_in_words(text):
    with pytest.raises(WatchError, match="no JSON Feed"):
        read(text)


@pytest.mark.parametrize("wrong", [None, 7, True, [], {}, [[]], "", "\ud800", "\u202e"])
def test_a_field_may_be_of_any_type(wrong):
    names = (
        "id url external_url title content_html content_text summary date_published authors author"
        " attachments image"
    )
    item = dict.fromkeys(names.split(), wrong)
    listing = read({"version": VERSION, "title": wrong, "items": [item, wrong]})
    assert len(listing.items) == 1
    assert listing.items[0].title == ""
