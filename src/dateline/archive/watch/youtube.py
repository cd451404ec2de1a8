"""YouTube channels and playlists: the feed that an address leads to, and its videos' addresses."""

import re
from dataclasses import replace
from typing import Final
from urllib.parse import parse_qs, urlsplit

from dateline.archive.watch.page import parsed
from dateline.archive.watch.told import Item, Listing, WatchError
from dateline.archive.watch.words import address

HOSTS: Final = ("youtube.com", "m.youtube.com", "music.youtube.com")
FEED: Final = "https://www.youtube.com/feeds/videos.xml"
CHANNEL: Final = re.compile(r"UC[\w-]{22}", re.ASCII)
PLAYLIST: Final = re.compile(r"[A-Z]{2}[\w-]{10,48}", re.ASCII)
SHORT: Final = re.compile(r"/(?:shorts|live|embed)/([\w-]{11})", re.ASCII)

NOT_NAMED: Final = (
    "YouTube's page does not name this channel's feed. Open the channel, copy the address that "
    "holds /channel/UC… and name that."
)


def is_channel(url: str) -> bool:
    """Tell whether this is the address of a channel or a playlist."""
    path = _path(url)
    return path.startswith(("/@", "/c/", "/user/", "/channel/")) or bool(feed_of(url))


def feed_of(url: str) -> str:
    """Return the feed of an address that holds an id; "" where its page must be read."""
    path = _path(url)
    if path.startswith("/channel/") and CHANNEL.fullmatch(path.split("/")[2]):
        return f"{FEED}?channel_id={path.split('/')[2]}"
    named = parse_qs(urlsplit(url).query, max_num_fields=20).get("list", [""])[0] if path else ""
    if path == "/playlist" and PLAYLIST.fullmatch(named):
        return f"{FEED}?playlist_id={named}"
    return ""


def feed_in(text: str) -> str:
    """Return the feed that a channel's page names. Raises WatchError where it names none."""
    root = parsed(text)
    declared = root.xpath('//link[@rel="alternate"][@type="application/rss+xml"]/@href')
    own = root.xpath('//link[@rel="canonical"]/@href | //meta[@property="og:url"]/@content')
    ids = root.xpath('//meta[@itemprop="identifier" or @itemprop="channelId"]/@content')
    for href in declared[:20]:
        found = address(href, FEED)
        if found.startswith(f"{FEED}?"):
            return found
    named = [*own[:20], *(f"https://www.youtube.com/channel/{one}" for one in ids[:20])]
    found = next(filter(None, map(feed_of, named)), "")
    if not found:
        raise WatchError(NOT_NAMED)
    return found


def videos(listing: Listing) -> Listing:
    """Give every item the address under which a video is known, a short one's too."""
    return replace(listing, items=tuple(map(_video, listing.items)))


def _video(item: Item) -> Item:
    path = _path(item.address)
    short = SHORT.fullmatch(path)
    known = f"https://www.youtube.com/watch?v={short[1]}" if short else item.address
    return replace(item, address=known, has_media=True) if short or path == "/watch" else item


def _path(url: str) -> str:
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    return parts.path if parts.scheme in ("http", "https") and host in HOSTS else ""
