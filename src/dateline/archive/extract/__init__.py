"""Text and facts out of what was fetched or handed in. Bytes in, values out; nothing is fetched."""

from dateline.archive.extract.apart import Apart
from dateline.archive.extract.reading import extract
from dateline.archive.extract.values import EXTRACTOR, Extracted, LooksLike

__all__ = ["EXTRACTOR", "Apart", "Extracted", "LooksLike", "extract"]
