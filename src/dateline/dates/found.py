"""A reading and the tokens that it rests on."""

from typing import NamedTuple

from dateline.dates.sense import Sense
from dateline.dates.tokens import Tokens


class Found(NamedTuple):
    """A reading, from one token up to another."""

    start: int
    end: int
    sense: Sense

    def gap(self, following: "Found", tokens: Tokens) -> str:
        """Return the kinds of the tokens between this one and the next."""
        return tokens.kinds[self.end : following.start]

    def is_day(self) -> bool:
        """Whether it names one day, to which a time can be added."""
        whole = self.sense.period
        return self.sense.kind == "DATE" and whole is not None and whole.unit == "day"

    def floats(self) -> bool:
        """Whether it is a time of day whose day was not said."""
        return self.sense.kind == "TIME" and self.sense.floating
