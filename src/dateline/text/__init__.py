"""Markdown with Dateline's directives, to safe HTML and plain text. Pure: text in, text out."""

from dateline.text.direction import direction
from dateline.text.ids import image_ids, report_ids, source_ids
from dateline.text.plain import plain
from dateline.text.players import PLAYER_HOSTS, Player, player_of
from dateline.text.problems import LONGEST, heavy, problems
from dateline.text.quotes import Quote, quotes
from dateline.text.render import render
from dateline.text.words import Card, Image, Problem, Words

__all__ = [
    "LONGEST",
    "PLAYER_HOSTS",
    "Card",
    "Image",
    "Player",
    "Problem",
    "Quote",
    "Words",
    "direction",
    "heavy",
    "image_ids",
    "plain",
    "player_of",
    "problems",
    "quotes",
    "render",
    "report_ids",
    "source_ids",
]
