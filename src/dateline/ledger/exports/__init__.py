"""What researchers load: claims and incidents as rows, and the files that hold them."""

from .audience import Audience
from .formats import FORMATS
from .package import describe
from .tables import KINDS, count, text_of
from .writing import Written, written

__all__ = [
    "FORMATS",
    "KINDS",
    "Audience",
    "Written",
    "count",
    "describe",
    "text_of",
    "written",
]
