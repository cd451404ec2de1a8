"""Finding place mentions in a text by the gazetteer and what stands around a name."""

from dateline.places.finding.finder import Finder, mentions
from dateline.places.finding.found import Found, Sort

__all__ = ["Finder", "Found", "Sort", "mentions"]
