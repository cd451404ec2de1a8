"""Linked cards: a title, an excerpt, and the line that leads to the page."""

import re
from typing import Final

from dateline.reading.structure.headlines import titular
from dateline.reading.structure.part import Part

LONGEST: Final = 60
MOST_ABOVE: Final = 3
"""Paragraphs of a card above the line that ends it."""
ENDING: Final = re.compile(
    r"""(?:
    (?:view|read|see|open|visit)\s+(?:the\s+)?(?:full|whole|entire|original|more|rest)
      (?:\s+(?:page|story|article|post|report|text|here|at\s+[\w. ]+|on\s+[\w. ]+))?
    |(?:read|see|view|learn|find\s+out|full)\s+(?:more|story|article|on)
    |читать\s+(?:далее|полностью|дальше)|подробнее|читати\s+(?:далі|повністю)
    |اقرأ\s+(?:المزيد|أكثر)|للمزيد|المزيد
    )[\s.…»>→›➔⇒]*""",
    re.IGNORECASE | re.VERBOSE,
)
RELATED: Final = re.compile(
    r"(?:read\s+more|also\s+read|read\s+also|see\s+also|related|more\s+on\s+this|read\s+next"
    r"|читайте\s+также|читайте\s+також|см\.?\s+также|اقرأ\s+أيضا[ًَ]?)\s*[:：|»>]\s*\S",
    re.IGNORECASE,
)


def ends_card(text: str) -> bool:
    """Tell whether a line leads to the page of the card above it."""
    return len(text) <= LONGEST and ENDING.fullmatch(text) is not None


def is_related(text: str) -> bool:
    """Tell whether a line is a link with its title behind a label ("Read more: …")."""
    return len(text) <= LONGEST * 4 and RELATED.match(text) is not None


def mark_cards(parts: list[Part]) -> None:
    """Give the title and the excerpt above each card's last line the role of a card.

    Without a title within reach the line ends nothing that can be told: it is boilerplate.
    """
    for at, part in enumerate(parts):
        if not part.cards:
            continue
        top = _title(parts, at)
        if top is None:
            part.role, part.cards = "boilerplate", False
            continue
        for one in parts[top:at]:
            one.role = "card"


def _title(parts: list[Part], at: int) -> int | None:
    for above in range(at - 1, max(-1, at - 1 - MOST_ABOVE), -1):
        part = parts[above]
        if part.role in ("stamp", "card") or part.cards:
            return None
        if part.role == "prose" and part.lines == 1 and titular(part.text):
            return above
    return None
