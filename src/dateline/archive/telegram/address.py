"""Telegram's public posts: the address that people share shows an empty shell to a fetch."""

import re
from typing import Final

POST: Final = re.compile(
    r"(?i:https?://(?:www\.)?(?:t|telegram)\.me)/(?:s/)?(\w{4,32})/(\d{1,12})/?(?:[?#].*)?",
    re.ASCII,
)
EMBED: Final = "embed=1&mode=tme"


def fetched_as(address: str) -> str:
    """Return the address under which a post's words are served; any other stays as it is."""
    post = POST.fullmatch(address)
    return f"https://t.me/{post[1]}/{post[2]}?{EMBED}" if post else address


def shown_as(address: str) -> str:
    """Return the address by which people know a post; any other stays as it is."""
    post = POST.fullmatch(address)
    return f"https://t.me/{post[1]}/{post[2]}" if post else address
