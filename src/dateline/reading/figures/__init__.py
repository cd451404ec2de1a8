"""Tolls of a paragraph: how many, of what, and whom they are counted among."""

from dateline.reading.figures.found import FoundToll
from dateline.reading.figures.tolls import tolls
from dateline.reading.figures.unparsed import unparsed_tolls

__all__ = ["FoundToll", "tolls", "unparsed_tolls"]
