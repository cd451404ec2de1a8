"""Gives the paragraphs that belong to somebody else their owner."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from dateline.reading.structure.owners import Handover, handover, owner
from dateline.reading.structure.page import Owner
from dateline.reading.structure.part import Part
from dateline.reading.structure.stamps import iso, whole_date
from dateline.reading.structure.voice import closes, opens, speaks
from dateline.reading.structure.words import listed

TWEET: Final = re.compile(
    r"[—–\-]{1,2}\s*(?P<name>[^()\n]{1,60}?)\s*\(@\w{1,30}\)\s*(?P<date>[^()]{0,40})$"
)
LONGEST_SIGNATURE: Final = 140
CITED: Final = re.compile(
    r"(?P<name>(?:[A-Z][\w.&’'-]*\s+){0,4}[A-Z][\w.&-]*)\s+(?:reports|reported|writes|wrote|says)\b"
)
CITED_REACH: Final = 1000
"""Code points of the paragraph above that a translated source is looked for in."""
TRANSLATING: Final = ("translates", "translated", "translate", "переводит")
PASSING: Final = ("caption",)
"""What stands in the middle of a quoted work and ends nothing."""


def mark_quotes(parts: list[Part], gap: int) -> None:
    """Mark quotes within one entry. `gap` is the page's usual distance between paragraphs, in
    line ends: a wider one is where something stood that was lost.
    """
    _mark_tweets(parts)
    _mark_cited(parts)
    last: Handover | None = None
    for at, part in enumerate(parts):
        if part.role != "prose" or not (found := handover(part.text, part.start)):
            continue
        found = _resolved(found, parts[at - 1] if at else None, last)
        owned = list(_owned(parts, at + 1, found, gap))
        date = whole_date(part.text[-200:]) or _card_date(parts, at + 1 + len(owned))
        for one in owned:
            if one.role == "prose":
                one.role, one.owner, one.quoted_date = "quote", found.owner, date
        last = found if owned else last


def _owned(parts: list[Part], first: int, found: Handover, gap: int) -> Iterator[Part]:
    """Yield what follows a handover up to where the writer speaks again."""
    quoted = open_ = False
    for at in range(first, len(parts)):
        part = parts[at]
        lost = gap and part.gap > gap
        if part.role in PASSING and not lost:
            yield part
            continue
        if part.role != "prose" or lost:
            return
        if at == first:
            quoted = open_ = opens(part.text)
            if not (quoted or found.sure):
                return
        elif not open_ and not (opens(part.text) if quoted else found.lasting):
            return
        if not open_ and speaks(part.text, found.owner):
            return
        yield part
        open_ = quoted and not closes(part.text)


def _resolved(found: Handover, before: Part | None, last: Handover | None) -> Handover:
    """Return a handover whose owner stands elsewhere: whom a translator translates, and who
    "the article continues:" goes on with.
    """
    if found.verb in TRANSLATING and before and before.role == "prose":
        text = before.text[-CITED_REACH:]
        shift = before.end - len(text)
        if cited := CITED.search(text):
            origin = owner(cited["name"], shift + cited.start("name"), found.owner)
            return replace(found, owner=origin)
    subject = found.owner.words.lower().split()
    if last and len(subject) == 2 and subject[0] == "the" and subject[1] in listed("same-work"):
        return replace(found, owner=last.owner)
    return found


def _card_date(parts: list[Part], at: int) -> str | None:
    """Return the date of the card that a quote runs up to: it leads to the quoted work."""
    while at < len(parts) and parts[at].role in ("card", "headline"):
        if parts[at].cards:
            return parts[at].quoted_date
        at += 1
    return None


def _mark_tweets(parts: list[Part]) -> None:
    """Mark each post that ends with "— Name (@handle) date", and its text above."""
    for before, part in zip([None, *parts], parts, strict=False):
        if part.role not in ("prose", "byline") or len(part.text) > LONGEST_SIGNATURE:
            continue
        if not (match := TWEET.match(part.text)):
            continue
        by = owner(match["name"], part.start + match.start("name"))
        both = [part, before] if before and before.role == "prose" else [part]
        for one in both:
            one.role, one.owner = "quote", by
            one.quoted_date = iso(match["date"], None)


def _mark_cited(parts: list[Part]) -> None:
    """Mark paragraphs that each begin with ">"."""
    for before, part in zip([None, *parts], parts, strict=False):
        if part.role == "prose" and part.text.startswith(">"):
            part.role = "quote"
            part.owner = _owner_above(before) if before else None


def _owner_above(before: Part) -> Owner | None:
    found = handover(before.text, before.start)
    return found.owner if found else before.owner
