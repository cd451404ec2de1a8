"""How sure a text is of what it says, what it denies, and exactly which words that is about."""

from dateline.reading.hedges.find import hedges
from dateline.reading.hedges.found import FoundHedge, FoundNegation
from dateline.reading.hedges.negation import negations

__all__ = ["FoundHedge", "FoundNegation", "hedges", "negations"]
