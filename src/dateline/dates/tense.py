"""Whether the verbs around an expression put it ahead of the report or behind it."""

from typing import Final

from dateline.dates.kinds import KINDS
from dateline.dates.tokens import Tokens

BACK: Final = 8
ON: Final = 4
"""How many tokens before and behind an expression are asked."""
PAST: Final = frozenset(
    (
        *("was", "were", "had", "has", "have", "did", "began", "came", "took", "said", "told"),
        *("went", "fell", "rose", "met", "left", "gave", "lost", "won", "held", "made", "got"),
        *("found", "saw", "sent", "ran", "struck", "wrote", "spoke", "broke", "brought", "hit"),
    )
)
ON_TO: Final = ("by", "through", "к", "بحلول")
"""Words that lead to a day ahead where no verb says otherwise."""
ENDS: Final = tuple(KINDS[kind] for kind in ("weekday", "month", "day", "year"))
"""What stands before "through" where it joins the two ends of a range."""
BARRIER: Final = KINDS["break"]
WILL: Final = KINDS["will"]
SINCE: Final = KINDS["since"]
UNTIL: Final = KINDS["until"]
SHORT: Final = 3
"""A stop behind a longer word ends its sentence; behind a shorter one it may abbreviate."""


def direction(tokens: Tokens, start: int, end: int) -> int:
    """Return 1 for ahead, -1 for behind, 0 where nothing says; the nearest verb before speaks."""
    before = tokens.kinds[start - 1] if start else ""
    if before == UNTIL:
        return 1
    if before == SINCE:
        return -1
    for at in range(start - 1, max(-1, start - 1 - BACK), -1):
        if tokens.kinds[at] == BARRIER or _ends_sentence(tokens, at):
            break
        if said := _verb(tokens, at):
            return said
    led_on = start > 0 and tokens.word(start - 1).lower() in ON_TO
    led_on = led_on and tokens.kinds[start - 2 : start - 1] not in ENDS
    return _behind(tokens, end) or int(led_on)


def _behind(tokens: Tokens, end: int) -> int:
    for at in range(end, min(len(tokens.kinds), end + ON)):
        if tokens.kinds[at] == BARRIER or _ends_sentence(tokens, at):
            break
        if said := _verb(tokens, at):
            return said
    return 0


def _verb(tokens: Tokens, at: int) -> int:
    word = tokens.word(at).lower()
    if tokens.kinds[at] == WILL or word.endswith(("'ll", "’ll")):
        return 1
    return -1 if word in PAST or (word.endswith("ed") and not word.endswith("eed")) else 0


def _ends_sentence(tokens: Tokens, at: int) -> bool:
    if tokens.kinds[at] != KINDS["stop"] or not 0 < at < len(tokens.kinds) - 1:
        return False
    return len(tokens.word(at - 1)) > SHORT and tokens.word(at + 1)[0].isupper()
