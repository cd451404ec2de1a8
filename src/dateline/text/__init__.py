"""Markdown with Dateline's directives, to safe HTML and plain text. Pure: text in, text out."""

from dateline.text.direction import direction
from dateline.text.plain import plain
from dateline.text.problems import LONGEST, heavy, problems
from dateline.text.render import image_ids, render
from dateline.text.words import Image, Problem, Words

__all__ = [
    "LONGEST",
    "Image",
    "Problem",
    "Words",
    "direction",
    "heavy",
    "image_ids",
    "plain",
    "problems",
    "render",
]
