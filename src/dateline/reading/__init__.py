"""Reading: from a report's text to proposed claims, each resting on its words."""

from typing import Final

from dateline.reading.reader import Reader
from dateline.reading.reading import Reading

VERSION: Final = "1"
"""Changes whenever the same text would be read otherwise; kept with what was read."""

__all__ = ["VERSION", "Reader", "Reading"]
