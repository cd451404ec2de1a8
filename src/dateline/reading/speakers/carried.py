"""Speech over paragraphs: quotations that go on, and what "Now Lebanon reports:" leads to."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from dateline.codebook import At
from dateline.reading.speakers.attribution import Attribution
from dateline.reading.speakers.quotes import quotes


@dataclass(frozen=True)
class Carried:
    """An attribution of an earlier paragraph whose content goes on in a later one."""

    paragraph: int
    """Where the attribution itself stands."""
    attribution: Attribution
    content: At
    """In the later paragraph."""


def carried(
    docs: Sequence[Doc], found: Sequence[Sequence[Attribution]]
) -> list[tuple[Carried, ...]]:
    """Return for each paragraph what goes on in it from the one before.

    It goes on in the quotations that a paragraph begins with: after a quotation, and after a cue
    that ends the paragraph before with a colon.
    """
    done: list[tuple[Carried, ...]] = []
    speaking: tuple[int, Attribution] | None = None
    is_open = False
    for index, doc in enumerate(docs):
        opening = _opening(doc.text, found[index], is_open)
        here = () if speaking is None else tuple(Carried(*speaking, at) for at in opening)
        done.append(here)
        is_open = any(not quote.closed for quote in quotes(doc.text))
        last = _speaking(doc.text, found[index])
        if last is not None:
            speaking = index, last
        elif not (here and not doc.text[here[-1].content[1] :].strip()):
            speaking = None
    return done


def _speaking(text: str, found: Sequence[Attribution]) -> Attribution | None:
    """Return who still speaks when the paragraph ends."""
    if text.rstrip().endswith(":"):
        return next((one for one in reversed(found) if one.act == "says"), None)
    quoted = (one for one in reversed(found) if one.quoted)
    return next((one for one in quoted if _reaches(text, one)), None)


def _reaches(text: str, one: Attribution) -> bool:
    """Return whether nothing but the cue's own sentence follows the quotation."""
    last = max(one.contents[-1][1], one.cue[1], one.source[1] if one.source else 0)
    return ". " not in text[last:]


def _opening(text: str, found: Sequence[Attribution], is_open: bool) -> list[At]:
    """Return the whole quotations at the paragraph's start that none of its speakers owns."""
    closing = text.find("”")
    if is_open and closing >= 0 and "“" not in text[:closing]:
        return [(0, closing + 1)]
    taken = {part for one in found if one.quoted for part in one.contents}
    opening: list[At] = []
    reached = 0
    for quote in quotes(text):
        at = quote.start, quote.end
        if text[reached : quote.start].strip() or not quote.whole or at in taken:
            break
        opening.append(at)
        reached = quote.end
    return opening
