"""Where one entry of a live blog ends and the next begins."""

from collections import Counter
from itertools import pairwise

from dateline.reading.structure.part import Part
from dateline.reading.structure.stamps import alike, form, iso

BODY = ("prose", "quote", "card")
LIVE = 2
"""Stamps and signatures with text between them that make a page a live blog."""


def cut(parts: list[Part], line: Part | None) -> list[list[Part]]:
    """Return the parts of each entry. `line` is the page's own date line, which begins none."""
    marks = [part for part in parts if _is_mark(part, line)]
    if _entries_told(parts, marks) < LIVE:
        return [parts] if parts else []
    ending = _stamps_end(parts, marks)
    leading = set() if ending else _leading(parts, marks)
    entries: list[list[Part]] = [[]]
    body = closed = False
    for part in parts:
        mark = part.role == "headline" or _is_mark(part, line)
        closing = _closes(part, ending=ending, leading=id(part) in leading)
        opening = (mark and not closing and body) or (closed and (mark or part.role in BODY))
        opening = opening or (part.role == "stamp" and mark and _under(entries[-1], line, part))
        if opening and entries[-1] and not (closed and closing):
            entries.append([])
            body = closed = False
        entries[-1].append(part)
        closed = closed or (closing and body)
        body = body or part.role in BODY
    return entries


def _under(entry: list[Part], line: Part | None, part: Part) -> bool:
    """Tell whether a bare clock stands in the page's head, under its date: the first entry's."""
    return any(one is line for one in entry) and iso(part.text, None) is None


def _is_mark(part: Part, line: Part | None) -> bool:
    """Tell whether it is an entry's own stamp or byline, not a card's and not the page's."""
    if part.role == "stamp":
        return not part.cards and part is not line
    return part.role == "byline" and part.name is not None


def _closes(part: Part, *, ending: bool, leading: bool) -> bool:
    """Tell whether it may stand at an entry's end: a signature, a stamp where stamps do so."""
    if part.role == "byline":
        return part.name is not None and not part.opens and not leading
    return ending and part.role == "stamp" and not part.cards


def _entries_told(parts: list[Part], marks: list[Part]) -> int:
    """Return how many marks stand apart from each other, with text between.

    Of stamps that say something of themselves those count that say the same: an article's say
    "published" and "updated".
    """
    count, body = 0, True
    said = {id(part): form(part.text)[0] for part in marks if part.role == "stamp"}
    usual = Counter(filter(None, said.values())).most_common(1)
    odd = {at for at, words in said.items() if words and words != usual[0][0]}
    chosen = set(map(id, marks)) - odd
    for part in parts:
        if id(part) in chosen:
            count += body
            body = False
        body = body or part.role in BODY
    return count


def _leading(parts: list[Part], marks: list[Part]) -> set[int]:
    """Return the names that stand above the stamps of what they sign, not below what is above.

    Where a page sets names close to their stamps, these are the ones. Where it does not, all lead
    or none: they do where one stands above each stamp, and none under the last one's text.
    """
    chosen = set(map(id, marks))
    pairs = [
        (name, stamp)
        for name, stamp in pairwise(parts)
        if {id(name), id(stamp)} <= chosen and (name.role, stamp.role) == ("byline", "stamp")
    ]
    if close := {id(name) for name, stamp in pairs if stamp.gap < name.gap}:
        return close
    stamps = [at for at, part in enumerate(parts) if part.role == "stamp" and id(part) in chosen]
    if not LIVE <= len(stamps) == len(pairs):
        return set()
    below = any(id(part) in chosen for part in parts[stamps[-1] + 1 :])
    return set() if below else {id(name) for name, _ in pairs}


def _stamps_end(parts: list[Part], marks: list[Part]) -> bool:
    """Tell whether stamps stand under their entries: text before the first, none after the last."""
    stamps = {id(part) for part in marks if part.role == "stamp"}
    places = [at for at, part in enumerate(parts) if id(part) in stamps]
    if len(places) < LIVE:
        return False
    forms = [form(parts[at].text) for at in places]
    if not alike(forms[-1], Counter(forms).most_common(1)[0][0]):  # "Updated at", a pasted post's
        return False
    after = any(part.role in BODY for part in parts[places[-1] :])
    return not after and any(part.role in BODY for part in parts[: places[0]])
