"""What may stand in a reader's page: whatever else goes wrong here, no more leaves this room."""

import re
from collections.abc import Callable
from typing import Final

import nh3

from dateline.text.address import is_evidence_page, is_link
from dateline.text.direction import is_tag
from dateline.text.players import is_player
from dateline.text.scrub import scrub

BLOCKS: Final = frozenset({"p", "h3", "h4", "ul", "ol", "li", "blockquote", "pre", "hr"})
FIGURES: Final = frozenset({"figure", "figcaption", "img", "span", "div", "details", "summary"})
WORDS: Final = frozenset({"a", "em", "strong", "s", "code", "br"})
TAGS: Final = BLOCKS | FIGURES | WORDS

ATTRIBUTES: Final = {
    "a": {"href", "title", "data-player"},
    "blockquote": {"lang"},
    "details": {"data-number"},
    "img": {"src", "srcset", "sizes", "width", "height", "alt", "loading", "decoding"},
    "ol": {"start"},
    "p": {"lang"},
}
DIRECTIONS: Final = {"ltr", "rtl", "auto"}
READS: Final = ("p", "h3", "h4", "li", "blockquote", "figcaption", "span")
VALUES: Final = {tag: {"dir": DIRECTIONS} for tag in READS} | {
    "a": {"data-kind": {"video", "post", "map"}}
}
CLASSES: Final = {
    "a": {"alleged", "claim", "leaves", "load-player", "said", "unconfirmed"},
    "blockquote": {"original", "translation"},
    "details": {"graphic"},
    "div": {"about"},
    "figure": {
        *("board", "card", "front", "held", "incident"),
        *("media", "missing", "quote", "toll"),
    },
    "p": {"address", "author", "dateline", "excerpt", "links", "note", "row", "title"},
    "span": {"address", "alt", "credit", "label", "note", "said", "source", "translator"},
}
REPORT: Final = re.compile(r"report-[A-Za-z0-9_-]{1,64}")


def _leads_out_or_to_evidence(address: str) -> bool:
    return is_link(address) or is_evidence_page(address)


JUDGES: Final[dict[tuple[str, str], Callable[[str], object]]] = {
    ("a", "href"): _leads_out_or_to_evidence,
    ("a", "data-player"): is_player,
    ("details", "data-number"): REPORT.fullmatch,
    ("", "lang"): is_tag,
}


def _attribute(tag: str, name: str, value: str) -> str | None:
    """Refuse what the lists cannot tell: ways into our own site other than to evidence, say."""
    judge = JUDGES.get((tag, name)) or JUDGES.get(("", name))
    return value if judge is None or judge(value) else None


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
