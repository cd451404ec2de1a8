"""Paragraphs out of lines: a hard-wrapped one is joined, a line that stands by itself is not."""

from collections.abc import Iterator

from dateline.reading.structure.bylines import alone
from dateline.reading.structure.lines import PARAGRAPH, Line
from dateline.reading.structure.part import Part
from dateline.reading.structure.signs import sign

WIDEST = 120
"""Code points: nobody wraps lines by hand that are longer."""
NARROWEST = 40
FULL = 0.85
ENDS = frozenset(".?!:…؟。")
CLOSING = "\"'”’»)]"
WEAK = ("prose", "caption", "boilerplate")
"""Roles that a line in the middle of a paragraph may seem to have by its words."""
RUNNING = (",", ";", "-", "–", "—", "،", "؛")


def paragraphs(found: list[Line]) -> Iterator[Part]:
    """Yield the parts of a page in order, those with a sign of their own with its role."""
    for run in _together(found):
        width = _width(run)
        open_part: Part | None = None
        for line in run:
            part = sign(Part(line.start, line.end, line.text, line.gap))
            if open_part and part.role in WEAK and _goes_on(open_part, line, width):
                open_part = _longer(open_part, line)
                continue
            if open_part:
                yield open_part
            open_part = part if part.role == "prose" else None
            if not open_part:
                yield part
        if open_part:
            yield open_part


def _together(found: list[Line]) -> Iterator[list[Line]]:
    """Yield the lines that no empty line parts."""
    run: list[Line] = []
    for line in found:
        if run and line.gap >= PARAGRAPH:
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _width(run: list[Line]) -> int:
    """Return how wide the lines are at most; 0 where each is a sentence of its own."""
    if all(_ended(line.text) for line in run[:-1]):
        return 0
    return max((len(line.text) for line in run if len(line.text) <= WIDEST), default=0)


def _ended(text: str) -> bool:
    return text.rstrip(CLOSING)[-1:] in ENDS


def _longer(part: Part, line: Line) -> Part:
    """Return a part with one more line; its text is the last line, for the next to be held to."""
    return Part(part.start, line.end, line.text, part.gap, lines=part.lines + 1)


def _goes_on(part: Part, line: Line, width: int) -> bool:
    """Tell whether a line is the rest of the paragraph that the part's last line left open."""
    last, text = part.text, line.text
    first = next((letter for letter in text if letter.isalpha()), "")
    if line.gap != 1 or line.tagged:
        return False
    if max(len(last), len(text)) > WIDEST:
        return first.islower() and not _ended(last)
    full = width > NARROWEST and len(last) + 1 + len(text.split(None, 1)[0]) >= FULL * width
    if _ended(last):
        return full and not first.islower() and not alone(text)
    return full or first.islower() or text[0] in "([" or last.endswith(RUNNING)
