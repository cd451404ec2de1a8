"""What may stand in a reader's page: whatever else goes wrong here, no more leaves this room."""

from typing import Final

import nh3

from dateline.text.direction import is_tag
from dateline.text.reader import is_link
from dateline.text.scrub import scrub

BLOCKS: Final = frozenset({"p", "h3", "h4", "ul", "ol", "li", "blockquote", "pre", "hr"})
FIGURES: Final = frozenset({"figure", "figcaption", "img", "span"})
WORDS: Final = frozenset({"a", "em", "strong", "s", "code", "br"})
TAGS: Final = BLOCKS | FIGURES | WORDS

ATTRIBUTES: Final = {
    "a": {"href", "title"},
    "blockquote": {"lang"},
    "img": {"src", "srcset", "sizes", "width", "height", "alt", "loading", "decoding"},
    "ol": {"start"},
}
DIRECTIONS: Final = {"ltr", "rtl", "auto"}
VALUES: Final = {
    tag: {"dir": DIRECTIONS} for tag in ("p", "h3", "h4", "li", "blockquote", "figcaption")
}
CLASSES: Final = {
    "figure": {"media", "missing", "quote"},
    "blockquote": {"original", "translation"},
    "span": {"alt", "credit", "source", "translator"},
}


def _attribute(tag: str, name: str, value: str) -> str | None:
    """Refuse relative links, which would lead into our own site, and odd languages."""
    if (tag, name) == ("a", "href"):
        return value if is_link(value) else None
    if name == "lang":
        return value if is_tag(value) else None
    return value


_CLEANER: Final = nh3.Cleaner(
    tags=TAGS,
    attributes=ATTRIBUTES,
    tag_attribute_values=VALUES,
    allowed_classes=CLASSES,
    attribute_filter=_attribute,
    url_schemes={"http", "https", "mailto"},
    link_rel="noopener",
)


def sanitise(html: str) -> str:
    """Keep only the tags, attributes and addresses listed above."""
    # Scrubbed before and after: an entity such as &#x202E; becomes a character only in between.
    return scrub(_CLEANER.clean(scrub(html)))
