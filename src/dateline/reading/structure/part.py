"""A paragraph, a line or a sign within a line, while its role is being found out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dateline.reading.structure.page import Owner, Role


@dataclass
class Part:
    """A stretch of the page. It begins as prose that belongs to nobody."""

    start: int
    end: int
    text: str
    gap: int
    """Line ends before it."""
    role: Role = "prose"
    owner: Owner | None = None
    quoted_date: str | None = None
    iso: str | None = None
    """What a stamp tells."""
    name: tuple[int, int] | None = None
    """Where a byline's name stands within `text`."""
    opens: bool = False
    """Whether it is a wire's dateline, which begins a story."""
    lines: int = 1
    cards: bool = False
    """Whether a card ends here, or a stamp belongs to the card before it."""

    def cut(self, at: int) -> tuple["Part", "Part"]:
        """Return what stands before and after a place, without the blanks around it."""
        left, right = self.text[:at].rstrip(), self.text[at:].lstrip()
        return (
            Part(self.start, self.start + len(left), left, self.gap),
            Part(self.end - len(right), self.end, right, 0, lines=self.lines),
        )


def runs(parts: list[Part], holds: Callable[[Part], bool]) -> Iterator[tuple[int, int]]:
    """Yield where neighbours that all fulfil something begin and end."""
    begin = None
    for at, part in enumerate(parts):
        if holds(part):
            begin = at if begin is None else begin
        elif begin is not None:
            yield begin, at
            begin = None
    if begin is not None:
        yield begin, len(parts)
