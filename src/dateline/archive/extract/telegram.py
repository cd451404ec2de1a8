"""Telegram's own pages of one message or of a channel's last ones."""

import re
from typing import Final

from lxml.html import HtmlElement

from dateline.archive.extract.address import absolute
from dateline.archive.extract.clean import one_line, whole_text
from dateline.archive.extract.language import guessed
from dateline.archive.extract.links import absolute_all
from dateline.archive.extract.moments import moment
from dateline.archive.extract.tree import text_of
from dateline.archive.extract.values import MOST_AUTHOR, MOST_EXCERPT, MOST_TITLE, Extracted
from dateline.archive.telegram.message import messages, of_class, posted, words_in

OWNER: Final = f".//*[{of_class('tgme_widget_message_owner_name')}]"
PICTURES: Final = (
    './/*[contains(@class, "tgme_widget_message_photo_wrap")'
    ' or contains(@class, "tgme_widget_message_video_thumb")]/@style'
)
BACKGROUND: Final = re.compile(r"background-image:\s*url\(['\"]?([^'\")]+)")
PREVIEW: Final = f"//*[{of_class('tgme_page')}]"
HOSTS: Final = re.compile(r"https?://(?:www\.)?t(?:elegram)?\.me/(?:s/)?(\w+/\d+)\b")


def telegram(tree: HtmlElement, *, url: str) -> Extracted | None:
    """Read a page of Telegram's, None where it is another's."""
    found = messages(tree)
    if found:
        return _read(_asked(found, url), url)
    return _preview(tree, url) if tree.xpath(PREVIEW) else None


def _asked(posts: list[HtmlElement], url: str) -> list[HtmlElement]:
    """Return the one message that the address names, all of a channel's where it names none."""
    named = HOSTS.match(url)
    wanted = named.group(1).lower() if named else ""
    found = [one for one in posts if one.get("data-post", "").lower() == wanted]
    return found or posts


def _read(posts: list[HtmlElement], url: str) -> Extracted:
    texts = [text for one in posts if (text := _text(one))]
    text = whole_text("\n\n".join(texts))
    owner = _owner(posts[0])
    post = posts[0].get("data-post", "")
    return Extracted(
        text=text,
        title=one_line(texts[0].split("\n")[0] if texts else owner, MOST_TITLE),
        author=owner,
        site_name="Telegram",
        excerpt=one_line(text, MOST_EXCERPT),
        language=guessed(text),
        canonical=f"https://t.me/{post}" if len(posts) == 1 and HOSTS.match(url) else "",
        posted_at=moment(posted(posts[-1])),
        image_url=_picture(posts, url),
        links=absolute_all(_linked(posts), base=url),
        looks_like="" if text else "empty",
        media_type="text/html",
    )


def _text(message: HtmlElement) -> str:
    words = words_in(message)
    if words is None:
        return ""
    for line_break in words.iter("br"):
        line_break.tail = "\n" + (line_break.tail or "")
    return "".join(words.itertext()).strip()


def _owner(message: HtmlElement) -> str:
    found = message.xpath(OWNER)
    return one_line(text_of(found[0]) if found else "", MOST_AUTHOR)


def _picture(posts: list[HtmlElement], url: str) -> str:
    styles = [str(style) for one in posts for style in one.xpath(PICTURES)]
    named = (found.group(1) for style in styles if (found := BACKGROUND.search(style)))
    return next(filter(None, (absolute(url, one) for one in named)), "")


def _linked(posts: list[HtmlElement]) -> list[str]:
    words = [found for one in posts if (found := words_in(one)) is not None]
    return [link.get("href", "") for one in words for link in one.iter("a")]


def _preview(tree: HtmlElement, url: str) -> Extracted:
    """Read the page that asks to open the program: the message is its description."""
    text = whole_text(_meta(tree, "og:description"))
    owner = one_line(_meta(tree, "og:title"), MOST_AUTHOR)
    return Extracted(
        text=text,
        title=one_line(text.split("\n")[0], MOST_TITLE) or owner,
        author=owner,
        site_name="Telegram",
        excerpt=one_line(text, MOST_EXCERPT),
        language=guessed(text),
        image_url=absolute(url, _meta(tree, "og:image")),
        looks_like="" if text else "empty",
        media_type="text/html",
    )


def _meta(tree: HtmlElement, name: str) -> str:
    return str(tree.xpath("string((//meta[@property=$name]/@content)[1])", name=name))
