"""What each stamp of a page is the time of: the page, an entry, or the card above it."""

from collections.abc import Iterator

from dateline.reading.structure.part import Part
from dateline.reading.structure.stamps import iso

HEAD = 8
"""Parts that the page's own date line is looked for in."""
REACH = 5
"""Parts that a card has at most."""
LONGEST_LEAD = 400
"""Code points of a paragraph that may stand above it."""


def date_parts(parts: list[Part]) -> Part | None:
    """Resolve every stamp, give cards theirs, and return the page's own date line."""
    stamps = [part for part in parts if part.role == "stamp"]
    line = _date_line(parts)
    day = line.iso if line else None
    for part in stamps:
        part.iso = iso(part.text, day)
        day = part.iso or day
    _to_cards(parts, line)
    return line


def _date_line(parts: list[Part]) -> Part | None:
    """Return the first whole date in the page's head, unless it is but the first of many."""
    for at, part in enumerate(parts[:HEAD]):
        if (part.role == "prose" and len(part.text) > LONGEST_LEAD) or part.role == "card":
            return None
        if part.role == "stamp" and (told := iso(part.text, None)):
            part.iso = told
            return None if ":" in told and _another(parts, at + 1) else part
    return None


def _another(parts: list[Part], first: int) -> bool:
    """Tell whether a whole date with a clock stands further down, on its own and on no card."""
    pairs = zip(parts[first - 1 :], parts[first:], strict=False)
    return any(
        part.role == "stamp"
        and above.role != "stamp"
        and not above.cards
        and ":" in (iso(part.text, None) or "")
        for above, part in pairs
    )


def _to_cards(parts: list[Part], line: Part | None) -> None:
    """Give stamps that follow a card to it, where the page is regular in this.

    It is where every stamp follows a card, or every card is followed by one; otherwise a stamp
    after a card is the next entry's.
    """
    cards = {at for at, part in enumerate(parts) if part.cards}
    stamps = {at for at, part in enumerate(parts) if part.role == "stamp" and part is not line}
    following = {at for at in stamps if at - 1 in cards}
    if not following or (stamps - following and len(following) < len(cards)):
        return
    for at in following:
        parts[at].cards = True
        for one in card_above(parts, at):
            one.quoted_date = parts[at].iso


def card_above(parts: list[Part], at: int) -> Iterator[Part]:
    """Yield the parts of the card that ends right above a place, from its end up."""
    for number, part in enumerate(reversed(parts[max(0, at - REACH) : at])):
        if part.role != "card" or (number and part.cards):
            return
        yield part
