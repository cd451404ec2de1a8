"""Names that stand alone on a line: bylines, told by what stands around them."""

from dateline.reading.structure.bylines import alone, dateline, is_affiliation, signature
from dateline.reading.structure.headlines import titular
from dateline.reading.structure.part import Part
from dateline.reading.structure.stamps import leading
from dateline.reading.structure.voice import closes, opens
from dateline.reading.structure.wrapping import CLOSING, ENDS

REACH = 6
"""Parts below a name that may be about the page only."""
SHORTEST_TITLE = 4
"""Words of a headline under an entry's last line; fewer may be a list's items."""
DASHES = "-–—―"
BODY = ("prose", "card", "quote", "caption")


def mark_names(parts: list[Part]) -> None:
    """Give lines that hold but a name their role: at an entry's end, or under its headline."""
    for at, part in enumerate(parts):
        if part.role == "byline" and part.text[0] in DASHES and _said(parts, at):
            part.role, part.name = "prose", None
            continue
        if part.role != "prose" or part.lines > 1 or part.gap == 0:
            continue
        if at and parts[at - 1].name and is_affiliation(part.text):
            part.role = "byline"
        elif (
            (name := alone(part.text))
            and (_ends(parts, at) or _begins(parts, at))
            and not _said(parts, at)
        ):
            part.role, part.name = "byline", name


def _said(parts: list[Part], at: int) -> bool:
    """Tell whether a quotation stands above and the text goes on below: its speaker's name."""
    if not 0 < at < len(parts) - 1:
        return False
    above, below = parts[at - 1], parts[at + 1]
    spoken = above.role == "prose" and opens(above.text) and closes(above.text)
    return spoken and below.role == "prose" and not _is_title(below)


def _ends(parts: list[Part], at: int) -> bool:
    """Tell whether a body stands above, and below begins something new or nothing."""
    above = parts[at - 1] if at else None
    if above is None or above.role not in (*BODY, "stamp") or _is_title(above):
        return False
    if above.role == "prose" and above.text.rstrip(CLOSING)[-1:] not in ENDS:
        return False
    if above.role == "stamp" and not (at > 1 and parts[at - 2].cards):
        return False
    near = parts[at + 1 : at + 1 + REACH]
    below = next((part for part in near if part.role != "boilerplate"), None)
    if below is None or below.role in ("stamp", "byline"):
        return True
    return _is_title(below) and len(below.text.split()) >= SHORTEST_TITLE


def _begins(parts: list[Part], at: int) -> bool:
    """Tell whether a headline or a stamp stands above and the entry's text below."""
    if not 0 < at < len(parts) - 1:
        return False
    above, below = parts[at - 1], parts[at + 1]
    if above.role == "stamp":
        return at < 2 or not parts[at - 2].cards
    under_stamp = at > 1 and parts[at - 2].role == "stamp"
    under = (at < 3 or under_stamp) and not _is_title(below)
    return _is_title(above) and (below.role == "stamp" or under)


def _is_title(part: Part) -> bool:
    return part.role == "prose" and part.lines == 1 and titular(part.text)


def split(parts: list[Part]) -> list[Part]:
    """Return the parts with a wire's dateline, its signature and the page's date cut off."""
    found: list[Part] = []
    for part in parts:
        pieces = _split(part, first=not found) if part.role == "prose" else [part]
        found.extend(pieces)
    return found


def _split(part: Part, *, first: bool) -> list[Part]:
    before: list[Part] = []
    if first and 0 < (end := leading(part.text)) < len(part.text):
        stamp, part = part.cut(end)
        stamp.role = "stamp"
        before.append(stamp)
    end, name = dateline(part.text)
    if 0 < end < len(part.text):
        place, part = part.cut(end)
        place.role, place.name, place.opens = "byline", name, True
        before.append(place)
    if found := signature(part.text):
        part, signed = part.cut(found[0])
        signed.role, signed.name = "byline", found[1]
        return [*before, part, signed]
    return [*before, part]
