"""Markdown with Dateline's directives, to safe HTML and plain text. Pure: text in, text out."""

from dateline.text.direction import direction
from dateline.text.ids import board_names, claim_ids, image_ids, report_ids, source_ids
from dateline.text.plain import plain
from dateline.text.players import PLAYER_HOSTS, Player, player_of
from dateline.text.problems import LONGEST, heavy, problems
from dateline.text.quotes import Quote, quotes
from dateline.text.render import render
from dateline.text.words import Board, Card, Image, Mark, Problem, Words

__all__ = [
    "LONGEST",
    "PLAYER_HOSTS",
    "Board",
    "Card",
    "Image",
    "Mark",
    "Player",
    "Problem",
    "Quote",
    "Words",
    "board_names",
    "claim_ids",
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
