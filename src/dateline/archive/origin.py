"""Whose an address is: the site, or the account on a site of many."""

from urllib.parse import urlsplit

ACCOUNTS = frozenset(
    {
        "t.me",
        "x.com",
        "twitter.com",
        "facebook.com",
        "instagram.com",
        "tiktok.com",
        "threads.net",
        "bsky.app",
        "vk.com",
        "ok.ru",
        "medium.com",
        "telegra.ph",
        "reddit.com",
        "github.com",
    }
)
"""Sites on which the first part of a path is somebody's account."""
BY_AUTHOR = frozenset({"youtube.com", "youtu.be", "vimeo.com", "rumble.com", "dailymotion.com"})
"""Sites whose addresses do not say whose an item is; its author does."""
ITEMS = frozenset(
    {"p", "reel", "reels", "tv", "share", "status", "web", "watch", "photo", "photo.php", "photos"}
    | {"story.php", "permalink.php", "video.php", "post", "t", "comments", "explore", "search"}
)
"""First parts of a path on such sites that lead to an item and do not say whose it is."""
RENAMED = {"twitter.com": "x.com", "telegram.me": "t.me"}
PREFIXES = ("www.", "m.", "mobile.", "amp.")
BESIDE = frozenset({"s", "i", "c", "channel", "user", "u", "r", "profile", "groups"})
"""First parts of a path that are followed by the account."""


def source_of(url: str, *, author: str = "", site_name: str = "") -> tuple[str, str]:
    """Return the address and the name of the source that publishes at an address.

    Both are empty where there is no address, for a file or pasted text.
    """
    parts = urlsplit(url)
    host = _site(parts.hostname or "")
    if not host:
        return "", ""
    if host in ACCOUNTS and (account := _account(parts.path)):
        return f"{host}/{account.lower()}"[:300], (author or account)[:120]
    if host in BY_AUTHOR | ACCOUNTS and author:
        return f"{host} {author}"[:300], author[:120]
    return host[:300], (site_name or host)[:120]


def _site(host: str) -> str:
    host = host.lower().rstrip(".")
    for prefix in PREFIXES:
        if host.startswith(prefix) and host.count(".") > 1:
            host = host.removeprefix(prefix)
            break
    return RENAMED.get(host, host)


def _account(path: str) -> str:
    steps = [step for step in path.split("/") if step]
    while len(steps) > 1 and steps[0] in BESIDE:
        steps.pop(0)
    return steps[0].removeprefix("@") if steps and steps[0] not in ITEMS else ""
