"""Markdown with Dateline's directives, to safe HTML and plain text. Pure: text in, text out."""

from dateline.text.direction import direction
from dateline.text.finding import Span, spans_of, standing_in
from dateline.text.ids import board_names, claim_ids, image_ids, report_ids, source_ids
from dateline.text.nearest import Nearest, nearest
from dateline.text.plain import plain
from dateline.text.players import PLAYER_HOSTS, Player, player_of
from dateline.text.problems import LONGEST, heavy, problems
from dateline.text.quotes import held_among, quotation, quotes
from dateline.text.render import render
from dateline.text.scrub import scrub
from dateline.text.words import Board, Card, Image, Mark, Problem, Quote, Words

__all__ = [
    "LONGEST",
    "PLAYER_HOSTS",
    "Board",
    "Card",
    "Image",
    "Mark",
    "Nearest",
    "Player",
    "Problem",
    "Quote",
    "Span",
    "Words",
    "board_names",
    "claim_ids",
    "direction",
    "heavy",
    "held_among",
    "image_ids",
    "nearest",
    "plain",
    "player_of",
    "problems",
    "quotation",
    "quotes",
    "render",
    "report_ids",
    "scrub",
    "source_ids",
    "spans_of",
    "standing_in",
]
