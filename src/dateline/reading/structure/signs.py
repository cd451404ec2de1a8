"""The role of a line that tells it by itself."""

from dateline.reading.structure.boilerplate import is_boilerplate
from dateline.reading.structure.bylines import marked
from dateline.reading.structure.captions import caption_role
from dateline.reading.structure.cards import ends_card, is_related
from dateline.reading.structure.part import Part
from dateline.reading.structure.stamps import is_stamp


def sign(part: Part) -> Part:
    """Return the part with its role, where its own words show one; else as it is.

    What stands between tags within a line shows none.
    """
    text = part.text
    if part.gap == 0:
        return part
    if ends_card(text):
        part.role, part.cards = "card", True
    elif is_stamp(text):
        part.role = "stamp"
    elif is_related(text):
        part.role = "card"
    elif name := marked(text):
        part.role, part.name = "byline", name
    elif role := caption_role(text):
        part.role = role
    elif is_boilerplate(text):
        part.role = "boilerplate"
    return part
