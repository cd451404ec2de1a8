"""What the words around a number make of it: "at least", "more than", "up to", "or more"."""

from dataclasses import dataclass
from math import ceil, floor

from dateline.codebook.counts.languages.table import Bound
from dateline.codebook.counts.lexicon import Lexicon
from dateline.codebook.counts.numbers import Number
from dateline.codebook.counts.tokens import Tokens


@dataclass(slots=True)
class Bounded:
    """An interval that grows with each word around it. `whole` is False for "12.5"."""

    low: int | None
    high: int | None
    approximate: bool
    start: int
    end: int
    bounded: bool = False

    def take(self, bound: Bound) -> None:
        """Apply what a phrase says."""
        self.bounded = True
        if bound == "about":
            self.approximate = True
        elif bound in ("least", "more"):
            self.low = None if self.low is None else self.low + (bound == "more")
            self.high = None
        elif bound in ("most", "less"):
            self.high = None if self.high is None else max(0, self.high - (bound == "less"))
            self.low = None


def bounded(tokens: Tokens, number: Number, lexicon: Lexicon) -> Bounded:
    """Return a number's interval with every word that bounds it."""
    whole = number.low.denominator == 1 or number.scale >= 1000
    low = ceil(number.low) if whole else None
    high = None if number.high is None or not whole else floor(number.high)
    found = Bounded(low, high, number.approximate, number.start, number.end)
    backwards(tokens, found, lexicon)
    forwards(tokens, found, lexicon)
    return found


def backwards(tokens: Tokens, found: Bounded, lexicon: Lexicon) -> None:
    """Take the phrases before; a filler ("at least another 12") is no bound by itself."""
    at = found.start
    while step := lexicon.before.ending(tokens.words, at):
        length, bound = step
        at -= length
        if bound != "filler":
            found.take(bound)
            found.start = at


def forwards(tokens: Tokens, found: Bounded, lexicon: Lexicon) -> None:
    """Take a phrase behind the number, or behind its noun: "12 people or more"."""
    noun = lexicon.numerals.units.get(tokens.word(found.end)) == "people"
    for at in (found.end, found.end + 1) if noun else (found.end,):
        at += tokens.word(at) == "-" and tokens.word(at + 1) == "odd"
        step = lexicon.after.starting(tokens.words, at)
        behind = at + step[0] if step else at
        more = tokens.word(behind) in lexicon.anchors or tokens.kinds[behind : behind + 1] == [
            "number"
        ]
        if step and not more:
            found.take(step[1])
            found.end = behind
            return
