"""YouTube's channels and their feeds."""

import pytest

from dateline.archive.watch.told import WatchError
from dateline.archive.watch.youtube import feed_in, feed_of, is_channel

from .conftest import sample

ID = "UCabcdefghijklmnopqrstuv"
FEED = f"https://www.youtube.com/feeds/videos.xml?channel_id={ID}"


@pytest.mark.parametrize(
    ("address", "feed"),
    [
        (f"https://www.youtube.com/channel/{ID}", FEED),
        (f"https://m.youtube.com/channel/{ID}/videos", FEED),
        ("https://youtube.com/playlist?list=PLabcdefghijklmnop",
         "https://www.youtube.com/feeds/videos.xml?playlist_id=PLabcdefghijklmnop"),
        ("https://www.youtube.com/@smartnews", ""),
        ("https://www.youtube.com/c/smartnews/videos", ""),
        ("https://www.youtube.com/user/smartnews", ""),
    ],
)  # fmt: skip
def test_a_channels_feed_is_known_by_its_id(address, feed):
    assert is_channel(address)
    assert feed_of(address) == feed


@pytest.mark.parametrize(
    "address",
    [
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ&list=PLabcdefghijklmnop",
        "https://youtube.example/@smartnews",
        "ftp://www.youtube.com/@smartnews",
        f"https://example.org/channel/{ID}",
        "https://www.youtube.com/playlist?list=../../x",
        "http://[",
    ],
)
def test_other_addresses_are_no_channels(address):
    assert not is_channel(address)


@pytest.mark.parametrize(
    "head",
    [
        sample("youtube-channel.html").decode(),
        f'<link rel="canonical" href="https://www.youtube.com/channel/{ID}">',
        f'<meta property="og:url" content="https://www.youtube.com/channel/{ID}">',
        f'<meta itemprop="identifier" content="{ID}">',
    ],
)
def test_a_channels_page_names_its_feed(head):
    assert feed_in(head) == FEED


@pytest.mark.parametrize(
    "head",
    [
        "",
        "<title>Before you continue to YouTube</title>",
        '<link rel="alternate" type="application/rss+xml" href="http://10.0.0.1/feeds">',
        '<link rel="canonical" href="https://www.youtube.com/channel/UC../x">',
    ],
)
def test_a_page_that_names_none_is_told_in_words(head):
    with pytest.raises(WatchError, match="/channel/UC"):
        feed_in(head)


def test_a_watched_handle_leads_to_its_videos(look_at, hostile):
    hostile.put("/www.youtube.com/@smartnews", sample("youtube-channel.html"))
    hostile.put(f"/www.youtube.com/feeds/videos.xml?channel_id={ID}", sample("youtube.xml"))
    looked = look_at("https://www.youtube.com/@smartnews")
    assert (looked.kind, looked.found_at, looked.title) == ("feed", FEED, "SMART News")
    short, video = looked.items
    assert video.address == "https://www.youtube.com/watch?v=dQw4w9WgXcQ"
    assert short.address == "https://www.youtube.com/watch?v=shortshort1"
    assert (video.text, video.author) == ("Uploaded earlier today.", "SMART News")
    assert video.has_media
    assert short.has_media


def test_the_next_look_goes_to_the_feed_at_once(look_at, hostile):
    hostile.put(f"/www.youtube.com/feeds/videos.xml?channel_id={ID}", sample("youtube.xml"))
    look_at("https://www.youtube.com/@smartnews", kind="feed", first=False, found_at=FEED)
    assert hostile.paths() == [f"/www.youtube.com/feeds/videos.xml?channel_id={ID}"]
