"""A stretch of tokens that a rule matched, and the little grammar in which rules are written."""

import re
from dataclasses import dataclass
from typing import Any, Final

from dateline.dates.kinds import KINDS
from dateline.dates.scene import Scene
from dateline.dates.tense import direction
from dateline.dates.tokens import Tokens

NAME: Final = re.compile(r"[a-z]+")
BARRIER: Final = KINDS["break"]


def pattern(written: str) -> str:
    """Return a rule's regular expression over letters: "month stop? day" becomes "m3?n"."""
    return NAME.sub(lambda name: KINDS[name.group()], written).replace(" ", "")


@dataclass(frozen=True)
class Hit:
    """From one token up to another."""

    tokens: Tokens
    scene: Scene
    start: int
    end: int

    @property
    def kinds(self) -> str:
        """The kinds of its tokens, one letter each."""
        return self.tokens.kinds[self.start : self.end]

    def all(self, *kinds: str) -> list[Any]:
        """Return the values of all tokens of these kinds, in order."""
        letters = {KINDS[kind] for kind in kinds}
        values = self.tokens.values
        return [
            values.get(at) for at in range(self.start, self.end) if self.tokens.kinds[at] in letters
        ]

    def one(self, *kinds: str) -> Any:
        """Return the value of the first token of these kinds; None where there is none."""
        return next(iter(self.all(*kinds)), None)

    def has(self, kind: str) -> bool:
        """Whether a token of this kind is among them."""
        return KINDS[kind] in self.kinds

    def word(self, at: int = 0) -> str:
        """Return one of its tokens as the text has it."""
        return self.tokens.word(self.start + at)

    def before(self) -> str:
        """Return the kind of the token before it; "" at the beginning."""
        return self.tokens.kinds[self.start - 1] if self.start else ""

    def behind(self) -> str:
        """Return the kind of the token behind it; "" at the end."""
        return self.tokens.kinds[self.end : self.end + 1]

    def alone(self) -> bool:
        """Whether nothing stands beside it: a cell of a table, a query."""
        return self.before() in ("", BARRIER) and self.behind() in ("", BARRIER)

    @property
    def direction(self) -> int:
        """1 where the words around say that it lies ahead, -1 behind, 0 where they say nothing."""
        return direction(self.tokens, self.start, self.end)
