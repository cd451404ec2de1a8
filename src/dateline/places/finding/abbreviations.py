"""Abbreviated names: "U.S.", "D.C.", "Calif."; what letters alone would never let through."""

from typing import Final

from dateline.places.abbreviations import abbreviations
from dateline.places.finding.lexicon import words

ALWAYS: Final = words("short")
DOTTED: Final = frozenset(short for short in abbreviations() if not short.isupper())
"""Names after a comma, and only with their full stop."""
POSTAL: Final = frozenset(short for short in abbreviations() if short.isupper())
"""Names after a name and a comma."""
