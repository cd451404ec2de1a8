"""Number words and count phrases per language, and reading them."""

from dateline.codebook.counts.count import COUNTED, Count, Unit
from dateline.codebook.counts.reader import counts

__all__ = ["COUNTED", "Count", "Unit", "counts"]
