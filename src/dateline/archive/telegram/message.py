"""One message as Telegram's own pages carry it: a post's page, a channel's preview, an embed."""

from typing import Final

from lxml.html import HtmlElement


def of_class(name: str) -> str:
    """Return the XPath condition that an element is of this class."""
    return f'contains(concat(" ", normalize-space(@class), " "), " {name} ")'


POST: Final = f"{of_class('tgme_widget_message')} and @data-post"
MESSAGE: Final = f"//*[{POST}][not(ancestor::*[{POST}])]"
ANSWERED: Final = 'ancestor-or-self::*[contains(@class, "tgme_widget_message_reply")]'
WORDS: Final = f".//*[{of_class('tgme_widget_message_text')}][not({ANSWERED})]"
POSTED: Final = f".//*[{of_class('tgme_widget_message_date')}]//time/@datetime"


def messages(root: HtmlElement) -> list[HtmlElement]:
    """Return the messages on a page, in its order, each without those inside it."""
    found: list[HtmlElement] = root.xpath(MESSAGE)
    return found


def words_in(message: HtmlElement) -> HtmlElement | None:
    """Return the element of a message's own words: a reply quotes in the same class before them."""
    return next(iter(message.xpath(WORDS)), None)


def posted(message: HtmlElement) -> str:
    """Return when a message was posted, as it is written; "" where it is not."""
    return str(next(iter(message.xpath(POSTED)), ""))
