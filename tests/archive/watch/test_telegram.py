"""Telegram's public previews."""

from datetime import UTC, datetime

import pytest

from dateline.archive.watch.telegram import channel, read_preview
from dateline.archive.watch.told import WatchError

from .conftest import NOW, sample


def read(name="telegram.html"):
    return read_preview(sample(name).decode(), name="sarmin_now", now=NOW)


@pytest.mark.parametrize(
    "named",
    [
        "@sarmin_now",
        "t.me/sarmin_now",
        "https://t.me/sarmin_now",
        "https://t.me/s/sarmin_now",
        "https://t.me/s/sarmin_now/41?before=40",
        "https://t.me/sarmin_now/41",
        "http://www.telegram.me/sarmin_now/",
        "https://sarmin_now.t.me",
    ],
)
def test_a_channel_has_many_addresses(named):
    assert channel(named) == "sarmin_now"


@pytest.mark.parametrize(
    "named", ["https://example.org/t.me/x", "https://nott.me/sarmin", "@a b", "http://[", "words"]
)
def test_other_addresses_are_not_telegrams(named):
    assert channel(named) == ""


@pytest.mark.parametrize(
    "named",
    ["https://t.me/+AbCdEf", "https://t.me/joinchat/AbCdEf", "https://t.me/c/12345/6", "t.me/"],
)
def test_an_invitation_is_refused_in_words(named):
    with pytest.raises(WatchError, match="shows to everybody") as error:
        channel(named)
    assert not error.value.retry


def test_posts_come_newest_first_without_service_messages():
    listing = read()
    assert listing.title == "سرمين الآن Sarmin Now"
    assert [one.address for one in listing.items] == [
        "https://t.me/sarmin_now/42",
        "https://t.me/sarmin_now/41",
    ]


def test_a_post_has_its_own_words_author_and_time():
    video, post = read().items
    assert post.text == "غارة على المستشفى 🔴\n12 & more wounded link"
    assert post.title == "غارة على المستشفى 🔴"
    assert (post.author, post.has_media) == ("Abu Omar", False)
    assert post.posted_at == datetime(2015, 10, 21, 17, 58, tzinfo=UTC)
    assert (video.text, video.has_media) == ("", True)
    assert video.posted_at == datetime(2015, 10, 21, 18, 10, tzinfo=UTC)


def test_a_channel_without_a_preview_is_told_in_words():
    with pytest.raises(WatchError, match="no public preview of @sarmin_now") as error:
        read("telegram-closed.html")
    assert not error.value.retry


def test_an_empty_channel_says_so():
    empty = '<div class="tgme_channel_info"></div>'
    assert read_preview(empty, name="empty", now=NOW).note == "Its preview shows no posts."


def test_a_key_is_the_same_however_the_channel_was_written():
    page = sample("telegram.html").decode()
    upper = read_preview(page, name="Sarmin_Now", now=NOW)
    assert [one.key for one in upper.items] == [one.key for one in read().items]
