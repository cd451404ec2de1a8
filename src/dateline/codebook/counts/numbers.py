"""A number at a place in the tokens: digits, words, digits with words, or a vague count."""

from dataclasses import dataclass
from fractions import Fraction

from dateline.codebook.counts.lexicon import Lexicon
from dateline.codebook.counts.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Number:
    """A number as read: its bounds, and the tokens that say it (`end` is the first behind)."""

    low: Fraction
    high: Fraction | None
    approximate: bool
    start: int
    end: int
    scale: int = 1
    """What its scale words multiplied it by: "15 thousand" is 15 times 1,000."""
    digits: bool = False
    """Whether digits say it."""

    def times(self, scale: int) -> "Number":
        """Return the number multiplied: the first end of "10 to 15 thousand"."""
        high = None if self.high is None else self.high * scale
        return Number(
            self.low * scale, high, self.approximate, self.start, self.end, scale, self.digits
        )


def figure(word: str) -> Fraction:
    """Return what digits say: "1.200" and "1,200" are thousands, "1,02,000" is a lakh and two.

    What is no group is a fraction: "12,5".
    """
    plain = word.replace(" ", "").replace("\u00a0", "").replace("\u202f", "").replace("\u2009", "")
    plain = plain.replace("'", "")
    head, *groups = plain.replace(",", ".").split(".")
    thousands = all(len(group) == 3 for group in groups)
    lakhs = [len(group) for group in groups] == [2] * (len(groups) - 1) + [3]
    grouped = groups and head[0] != "0" and (thousands or lakhs)
    last = None if not groups or grouped else groups.pop()
    whole = int(head + "".join(groups))
    return Fraction(whole) if last is None else whole + Fraction(int(last), 10 ** len(last))


def number_at(tokens: Tokens, n: int, lexicon: Lexicon) -> Number | None:
    """Return the longest number that starts at a token."""
    if n >= len(tokens.words):
        return None
    if tokens.kinds[n] != "number" and tokens.words[n] not in lexicon.anchors:
        return None
    return vague_at(tokens, n, lexicon) or plain_at(tokens, n, lexicon)


def vague_at(tokens: Tokens, n: int, lexicon: Lexicon) -> Number | None:
    """Return "a few", "dozens", "tens of thousands", "several hundred"."""
    found = lexicon.vague.starting(tokens.words, n)
    if found is None:
        return None
    length, (low, high, approximate) = found
    end, scale = n + length, 1
    while low and (step := scale_behind(tokens, end, lexicon)):
        end, times = step
        scale *= times
    top = None if high is None else Fraction(high * scale)
    return Number(Fraction(low * scale), top, approximate, n, end, scale)


def scale_behind(tokens: Tokens, n: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Return where a scale behind a vague count ends, and what it is: "of thousands"."""
    for at in (n, n + 1):
        times = lexicon.numerals.scales.get(tokens.word(at))
        if times and (at == n or tokens.word(n) in ("of", "a", "ال")):
            return at + 1, times
    return None


def plain_at(tokens: Tokens, n: int, lexicon: Lexicon) -> Number | None:
    """Return a number said exactly."""
    reading = Reading(lexicon, tokens)
    start = n
    if tokens.kinds[n] == "number":
        reading.part, reading.digits = figure(tokens.words[n]), True
        n += 1
    elif opening := opened(tokens, n, lexicon):
        start, reading.part = opening
    n = reading.run(n)
    value = reading.total + (reading.part or 0)
    if reading.part is None and not reading.total:
        return None
    return Number(value, value, False, start, n, reading.scale, reading.digits)


def opened(tokens: Tokens, n: int, lexicon: Lexicon) -> tuple[int, Fraction] | None:
    """Return where a scale without a number starts and how many it means: "half a", "a"."""
    table = lexicon.numerals
    if tokens.words[n] not in table.scales:
        return None
    if tokens.words[max(0, n - 2) : n] == ["half", "-"] and tokens.tight(n):
        return n - 2 - (tokens.word(n - 3) == "a"), Fraction(1, 2)
    if tokens.word(n - 1) in ("a", "an") and "a" in table.articles:
        return parted(tokens, n)
    return (n, Fraction(1)) if tokens.words[n] in table.bare else None


def parted(tokens: Tokens, n: int) -> tuple[int, Fraction]:
    """Return where "half a million", "a quarter of a million" or "a million" starts."""
    if tokens.word(n - 2) == "half":
        return n - 2, Fraction(1, 2)
    if tokens.words[max(0, n - 3) : n - 1] == ["quarter", "of"]:
        return n - 3 - (tokens.word(n - 4) == "a"), Fraction(1, 4)
    return n - 1, Fraction(1)


@dataclass(slots=True)
class Reading:
    """How far a number has been read."""

    lexicon: Lexicon
    tokens: Tokens
    total: Fraction = Fraction(0)
    part: Fraction | None = None
    room: int = 0
    """What may still be added to the part must be below this."""
    scale: int = 1
    largest: int = 0
    """The last scale from 1,000 up: what follows must be smaller."""
    digits: bool = False

    def run(self, n: int) -> int:
        """Take every token that belongs to the number; return the first that does not."""
        while True:
            at = n + 1 if n and self.linked(n) else n
            if self.scaled(at) or self.added(at, linked=at > n):
                n = at + 1
            else:
                return n

    def linked(self, n: int) -> bool:
        """Whether a link stands here inside the number: "two hundred and five"."""
        started = self.part is not None or bool(self.total)
        return started and not self.digits and self.tokens.word(n) in self.lexicon.numerals.links

    def scaled(self, n: int) -> bool:
        """Multiply by a scale word."""
        times = self.lexicon.numerals.scales.get(self.tokens.word(n))
        if not times or self.part is None or not self.may_scale(n, times):
            return False
        self.scale *= times
        if times < 1000:
            self.part, self.room = self.part * times, times
        else:
            self.total, self.part, self.room = self.total + self.part * times, None, times
            self.largest = times
        return True

    def may_scale(self, n: int, times: int) -> bool:
        """Whether a scale is smaller than the one before it, and "m" is a million and no metre."""
        word, table = self.tokens.word(n), self.lexicon.numerals
        if self.total and times >= self.largest:
            return False
        if times < 1000 and (self.part or 0) >= 100:
            return False
        if word not in table.units:
            return True
        people = table.units.get(self.tokens.word(n + 1)) == "people"
        return people or self.tokens.word(n - 2) in ("$", "€", "£")

    def added(self, n: int, *, linked: bool) -> bool:
        """Add a smaller number word: "twenty-five", "сто двадцать", "خمسة وعشرون"."""
        small = self.lexicon.numerals.small.get(self.tokens.word(n))
        if small is None or self.digits:
            return False
        if self.part is None:
            if self.total and small >= self.room:
                return False
            self.part = Fraction(small)
        elif small < self.room or self.teen(small, n) or self.tens_behind(small, linked=linked):
            self.part += small
        else:
            return False
        self.room = room(small)
        return True

    def teen(self, small: int, n: int) -> bool:
        """Whether an Arabic "ten" follows its unit without "and": "خمسة عشر"."""
        arabic = self.tokens.word(n) >= "\u0600"
        return arabic and small == 10 and 1 <= (self.part or 0) % 100 <= 9

    def tens_behind(self, small: int, *, linked: bool) -> bool:
        """Whether tens follow their unit with "and": "خمسة وعشرون"."""
        return linked and 20 <= small <= 90 and 1 <= (self.part or 0) % 100 <= 9


def room(small: int) -> int:
    """Return what may be added to a number word: below 10 to "twenty", below 100 to "сто"."""
    if small >= 100:
        return 100
    return 10 if small >= 20 and small % 10 == 0 else 0
