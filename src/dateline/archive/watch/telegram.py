"""Public Telegram channels, from the preview that t.me/s/<channel> shows to everybody."""

import re
from datetime import UTC, datetime
from typing import Final
from urllib.parse import urlsplit

from lxml import html

from dateline.archive.telegram.message import messages, of_class, posted, words_in
from dateline.archive.watch.feeds import when
from dateline.archive.watch.page import parsed
from dateline.archive.watch.told import Item, Listing, WatchError, key
from dateline.archive.watch.words import cut, line, lines, text_of

NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9_]{3,31}")
POST: Final = re.compile(r"[A-Za-z][A-Za-z0-9_]{3,31}/([0-9]{1,12})")
HOSTS: Final = ("t.me", "telegram.me", "telegram.dog")
RESERVED: Final = frozenset(["joinchat", "addstickers", "share", "proxy", "socks", "login"])
HEADLINE: Final = 120
MOST_POSTS: Final = 100

CLOSED: Final = (
    "This is an invitation or a private chat. Dateline reads only what Telegram shows to "
    "everybody; name a public channel, as in t.me/s/channel."
)
NO_PREVIEW: Final = (
    "Telegram shows no public preview of {name}: it is private, restricted, a person, a group, or "
    "there is none. Bring its posts in by hand."
)
MEDIA: Final = (
    "tgme_widget_message_photo_wrap",
    "tgme_widget_message_video_player",
    "tgme_widget_message_voice_player",
    "tgme_widget_message_roundvideo_player",
    "tgme_widget_message_document_wrap",
    "tgme_widget_message_sticker_wrap",
    "message_media_not_supported_wrap",
)


def channel(named: str) -> str:
    """Return the channel that an address or @name means; "" for what is not Telegram's.

    Raises WatchError for invitations and private chats, which nobody may read from outside.
    """
    named = named.strip()
    if named.startswith("@"):
        return named[1:] if NAME.fullmatch(named[1:]) else ""
    try:
        parts = urlsplit(named if "//" in named else f"https://{named}")
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    if host.removesuffix(".t.me") != host:
        return _public(host.removesuffix(".t.me"))
    return _public(parts.path.strip("/")) if host in HOSTS else ""


def _public(path: str) -> str:
    name = path.removeprefix("s/").partition("/")[0]
    if not NAME.fullmatch(name) or name.lower() in RESERVED:
        raise WatchError(CLOSED, retry=False)
    return name


def preview(name: str, before: int | None = None) -> str:
    """Return the address of a channel's preview; `before` a post, what is older than it."""
    return f"https://t.me/s/{name}" + (f"?before={before}" if before else "")


def read_preview(text: str, *, name: str, now: datetime) -> Listing:
    """Return a preview's posts, newest first. Raises WatchError where there is no preview."""
    root = parsed(text)
    if not _of_class(root, "tgme_channel_info") and not _of_class(root, "tgme_channel_history"):
        raise WatchError(NO_PREVIEW.format(name=f"@{name}"), retry=False)
    newest = messages(root)[-MOST_POSTS:]
    numbered = dict(filter(None, (_post(one, name, now) for one in newest)))
    title = next(iter(_of_class(root, "tgme_channel_info_header_title")), None)
    return Listing(
        note="" if numbered else "Its preview shows no posts.",
        items=tuple(item for _, item in sorted(numbered.items(), reverse=True)),
        title="" if title is None else line(text_of(title)),
    )


def number_of(item: Item) -> int:
    """Return a post's number in its channel."""
    return int(item.address.rpartition("/")[2])


def _post(message: html.HtmlElement, name: str, now: datetime) -> tuple[int, Item] | None:
    post = POST.fullmatch(message.get("data-post") or "")
    if not post or "service_message" in (message.get("class") or "").split():
        return None
    number = int(post[1])
    written = posted(message)
    posted_at, posted_words = when(_moment(written), written, now)
    words = words_in(message)
    text = "" if words is None else lines(text_of(words))
    author = next(iter(_of_class(message, "tgme_widget_message_from_author")), None)
    return number, Item(
        key=key("telegram", name.lower(), str(number)),
        address=f"https://t.me/{name}/{number}",
        title=cut(text.partition("\n")[0], HEADLINE),
        posted_at=posted_at,
        posted_words=posted_words,
        text=text,
        author="" if author is None else line(text_of(author), 200),
        has_media=any(_of_class(message, one) for one in MEDIA),
    )


def _of_class(element: html.HtmlElement, name: str) -> list[html.HtmlElement]:
    found: list[html.HtmlElement] = element.xpath(f".//*[{of_class(name)}]")
    return found


def _moment(written: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(written[:40])
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
