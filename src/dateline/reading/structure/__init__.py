"""What stands where on a page: entries, headlines, bylines, stamps, cards, and whose words a
paragraph is. Pure text: no language pipeline.
"""

from dateline.reading.structure.page import (
    Block,
    Byline,
    Entry,
    Layout,
    Owner,
    Role,
    Span,
    Stamp,
)
from dateline.reading.structure.read import layout

__all__ = ["Block", "Byline", "Entry", "Layout", "Owner", "Role", "Span", "Stamp", "layout"]
