"""What bytes hold, whatever they are."""

import logging
from typing import Final

from dateline.archive.charset import decode
from dateline.archive.extract.clean import one_line, whole_text
from dateline.archive.extract.language import guessed
from dateline.archive.extract.page import page
from dateline.archive.extract.pdf import pdf
from dateline.archive.extract.sniff import binary_type, has_mark, text_type
from dateline.archive.extract.values import MOST_TITLE, Extracted
from dateline.archive.extract.xml import xml

log = logging.getLogger(__name__)

PAGES: Final = ("text/html", "application/xhtml+xml")
WORDS: Final = ("text/plain", "application/json")


def extract(body: bytes, *, url: str, declared_type: str, charset: str) -> Extracted:
    """Read text and facts out of bytes; never raises, whoever made the bytes.

    What is declared settles only what the bytes leave open.
    """
    if not body.strip():
        return Extracted(looks_like="empty", media_type=_plain_or(declared_type))
    media_type = "" if has_mark(body) else binary_type(body)
    try:
        return _binary(body, media_type) if media_type else _text(body, url, declared_type, charset)
    except Exception as error:  # a dozen parsers stand behind this, and strangers feed them
        log.info("unreadable: %s: %r", url, error)
        return Extracted(looks_like="unreadable", media_type=media_type or _plain_or(declared_type))


def _binary(body: bytes, media_type: str) -> Extracted:
    return pdf(body) if media_type == "application/pdf" else Extracted(media_type=media_type)


def _text(body: bytes, url: str, declared_type: str, charset: str) -> Extracted:
    text = decode(body, declared=charset)
    media_type = text_type(text)
    if media_type == "text/plain" and declared_type in PAGES:
        media_type = "text/html"  # a page may hold a single tag, or none
    if media_type in PAGES:
        return page(text, url=url, media_type=media_type)
    if media_type in WORDS:
        return _words(text, media_type)
    if media_type == "application/octet-stream":
        return Extracted(looks_like="unreadable")
    return xml(text, media_type=media_type)


def _words(text: str, media_type: str) -> Extracted:
    kept = whole_text(text)
    if media_type == "application/json":
        return Extracted(text=kept, media_type=media_type)
    first = one_line(kept.split("\n", 1)[0], MOST_TITLE)
    return Extracted(text=kept, title=first, language=guessed(kept), media_type=media_type)


def _plain_or(declared_type: str) -> str:
    return declared_type if declared_type in PAGES else "application/octet-stream"
