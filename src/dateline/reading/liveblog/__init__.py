"""A live blog's page, as text, into what a desk can publish again: entries with their times, quotes
and cards. Pure text: no language pipeline.
"""

from dateline.reading.liveblog.mentions import Mention, shares
from dateline.reading.liveblog.order import in_order
from dateline.reading.liveblog.page import (
    Card,
    Entry,
    Left,
    LivePage,
    Masthead,
    Paragraph,
    Part,
    Piece,
    Quote,
    Time,
)
from dateline.reading.liveblog.read import live_page

__all__ = [
    "Card",
    "Entry",
    "Left",
    "LivePage",
    "Masthead",
    "Mention",
    "Paragraph",
    "Part",
    "Piece",
    "Quote",
    "Time",
    "in_order",
    "live_page",
    "shares",
]
