"""Where the writer speaks again after somebody else's paragraphs."""

import re
from typing import Final

from dateline.reading.structure.page import Owner
from dateline.reading.structure.words import listed

HEAD: Final = 240
"""Code points of a paragraph that its voice is told by."""
OPEN: Final = '“«„"'
CLOSE: Final = '”»“"'
QUOTED: Final = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"")
DESK: Final = re.compile(
    r"\b(?:as\s+(?:we|i)\b|we\s+(?:\w+ly\s+)?(?:have\s+|had\s+|also\s+|will\s+|are\s+|can(?:not)?\s+|do\s+not\s+)*"
    r"(?:report|not(?:e|ic)|wr[io]te|predict|ask|discuss|cover|publish|post|translat|updat|verif|confirm"
    r"|follow|mention|monitor|argu)\w*"
    r"|our\s+(?:\w+\s+)?(?:column|podcast|live\s?blog|reporting|readers?|coverage|translation|summary"
    r"|updates?|translat\w+|earlier|previous|latest)"
    r"|как\s+мы\s+(?:сообщали|писали)|мы\s+(?:сообщали|писали)|كما\s+ذكرنا|كما\s+أشرنا)",
    re.IGNORECASE,
)
ADDRESSING: Final = re.compile(
    r"(?:as\s+(?:noted|mentioned|reported|discussed)\s+(?:above|earlier|below)|as\s+you\s+can\s+see"
    r"|note\s+that|in\s+other\s+words|the\s+bottom\s+line|of\s+course|in\s+short|to\s+(?:recap|sum\s+up)"
    r"|translation\s*:|update\s*[:\d]|updated\s*:|worth\s+noting|it\s+remains\s+to\s+be\s+seen"
    r"|it\s+is\s+worth)",
    re.IGNORECASE,
)
ARTICLE: Final = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
NAMED_WITHIN: Final = 80


def speaks(text: str, owner: Owner) -> bool:
    """Tell whether a paragraph after an owner's is the writer's, by its own words."""
    head = text[:HEAD]
    if text.endswith(":") or ADDRESSING.match(head):
        return True
    return DESK.search(QUOTED.sub("", head)) is not None or _names(head, owner)


def _names(head: str, owner: Owner) -> bool:
    """Tell whether it speaks of the owner: nobody says "according to" himself."""
    name = ARTICLE.sub("", owner.words)
    if name.lower() in listed("pronoun"):
        return False
    match = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", head[:NAMED_WITHIN])
    return match is not None and not QUOTED.search(head[: match.start()])


def opens(text: str) -> bool:
    """Tell whether a paragraph is a quotation as a whole, or the beginning of one."""
    return text[0] in OPEN and (closes(text) or not _closed(text))


def closes(text: str) -> bool:
    """Tell whether a quotation ends at the end of a paragraph."""
    return text.rstrip(".,;…!? ")[-1:] in CLOSE


def _closed(text: str) -> bool:
    """Tell whether the quotation that a paragraph begins with ends within it."""
    return any(mark in text[1:] for mark in "”»" if text[0] in "“«„") or (
        text[0] == '"' and '"' in text[1:]
    )
