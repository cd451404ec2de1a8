"""Videos, posts and maps of other houses: the address of what loads only when a reader clicks."""

import re
from dataclasses import dataclass
from math import cos, radians
from typing import Final, Literal

PLAYER_HOSTS: Final = (
    "https://www.youtube-nocookie.com",
    "https://player.vimeo.com",
    "https://t.me",
    "https://platform.twitter.com",
    "https://www.openstreetmap.org",
)
"""The origins that a Content-Security-Policy names in its frame-src."""


@dataclass(frozen=True)
class Player:
    """What loads only on a click."""

    address: str
    kind: Literal["video", "post", "map"]
    host: str
    """The host that the click tells of this reader, as it is to be shown."""


@dataclass(frozen=True)
class _House:
    """Addresses of one house; each pattern also takes the address that it makes (`is_player`)."""

    pattern: re.Pattern[str]
    kind: Literal["video", "post"]
    host: str
    embed: str


def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.ASCII)


REST: Final = r"(?:[/?&#]\S*)?"
HOUSES: Final = (
    _House(
        _pattern(
            r"https?://(?:(?:www\.|m\.|music\.)?youtube\.com/"
            r"(?:watch\?(?:[^#\s]*&)?v=|shorts/|live/|embed/)"
            rf"|youtu\.be/|www\.youtube-nocookie\.com/embed/)([A-Za-z0-9_-]{{11}}){REST}"
        ),
        "video",
        "youtube-nocookie.com",
        "https://www.youtube-nocookie.com/embed/{}",
    ),
    # Nothing but a query may follow: what a secret part opens would not play without it.
    _House(
        _pattern(
            r"https?://(?:(?:www\.)?vimeo\.com/|player\.vimeo\.com/video/)(\d{1,12})/?(?:[?#]\S*)?"
        ),
        "video",
        "player.vimeo.com",
        "https://player.vimeo.com/video/{}",
    ),
    _House(
        _pattern(rf"https?://(?:t|telegram)\.me/(?:s/)?([A-Za-z]\w{{3,31}}/\d{{1,10}}){REST}"),
        "post",
        "t.me",
        "https://t.me/{}?embed=1",
    ),
    _House(
        _pattern(
            r"https?://(?:(?:(?:www|mobile)\.)?(?:twitter|x)\.com/(?:\w{1,15}|i/web)/status(?:es)?/"
            rf"|platform\.twitter\.com/embed/Tweet\.html\?id=)(\d{{1,20}}){REST}"
        ),
        "post",
        "platform.twitter.com",
        "https://platform.twitter.com/embed/Tweet.html?id={}",
    ),
)

MAP: Final = _pattern(
    r"https?://(?:www\.)?openstreetmap\.org/[^#\s]*"
    r"#map=(\d{1,2})/(-?\d{1,2}(?:\.\d{1,9})?)/(-?\d{1,3}(?:\.\d{1,9})?)(?:&\S*)?"
)
MAP_EMBED: Final = "https://www.openstreetmap.org/export/embed.html?bbox={}"
MAP_EMBEDDED: Final = _pattern(
    r"https://www\.openstreetmap\.org/export/embed\.html\?bbox="
    r"(-?\d{1,3}\.\d{5}(?:,-?\d{1,3}\.\d{5}){3})"
)
DEEPEST_ZOOM: Final = 19
NORTHMOST: Final = 85.0
"""Degrees; the map's projection ends there."""
TILES_ACROSS: Final = 2.5
"""How much of the map is in sight, in its own squares of 256 pixels."""
SHAPE: Final = 10 / 16


def player_of(address: str) -> Player | None:
    """Return what can be loaded of a video's, a post's or a map's address."""
    for house in HOUSES:
        if found := house.pattern.fullmatch(address):
            return Player(house.embed.format(found[1]), house.kind, house.host)
    box = _box(address)
    return Player(MAP_EMBED.format(box), "map", "openstreetmap.org") if box else None


def is_player(address: str) -> bool:
    """Tell whether `player_of` could have made this address."""
    found = player_of(address)
    return found is not None and found.address == address


def _box(address: str) -> str:
    """Return west, south, east, north of a map's address."""
    if embedded := MAP_EMBEDDED.fullmatch(address):
        return embedded[1]
    found = MAP.fullmatch(address)
    if not found:
        return ""
    zoom, latitude, longitude = int(found[1]), float(found[2]), float(found[3])
    if zoom > DEEPEST_ZOOM or abs(latitude) > NORTHMOST or abs(longitude) > 180:
        return ""
    wide = 360 / 2**zoom * TILES_ACROSS / 2
    high = wide * SHAPE * cos(radians(latitude))
    west, east = max(longitude - wide, -180.0), min(longitude + wide, 180.0)
    south, north = max(latitude - high, -NORTHMOST), min(latitude + high, NORTHMOST)
    return ",".join(f"{degrees:.5f}" for degrees in (west, south, east, north))
