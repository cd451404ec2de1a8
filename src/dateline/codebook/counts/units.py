"""What a figure is of: people, kilometres, money, an age, a date, a name."""

from dateline.codebook.counts.bounds import Bounded
from dateline.codebook.counts.count import Unit
from dateline.codebook.counts.lexicon import Lexicon
from dateline.codebook.counts.numbers import Number
from dateline.codebook.counts.ranges import DASHES
from dateline.codebook.counts.tokens import Tokens

REACH = 4
"""How many words may stand between a figure and its people: "12 young Syrian army recruits"."""
ARTICLES = ("the", "its", "his", "her", "their", "our", "these", "those", "them")
IN_YEAR = frozenset(
    ("in", "since", "by", "until", "till", "from", "of", "during", "year", "early", "late", "mid")
)


def unit(tokens: Tokens, number: Number, found: Bounded, lexicon: Lexicon) -> Unit:
    """Return what a figure is of; "" where no word says."""
    names = lexicon.numerals.named_by
    before = names.get(tokens.word(number.start - 1)) or names.get(tokens.word(found.start - 1), "")
    behind = unit_behind(tokens, number.end, lexicon)
    if behind in ("", "measure") and found.end > number.end:
        behind = unit_behind(tokens, found.end, lexicon)
    if before == "money" or behind in ("money", "percent"):
        return before or behind
    if dated(tokens, number, lexicon, people=behind == "people"):
        return "date"
    if year(tokens, number, found, lexicon, behind):
        return "date"
    if behind != "people" and before and (before != "name" or named(tokens, number)):
        return before
    if not behind and aged(tokens, number):
        return "age"
    return behind or ("measure" if found.low is found.high is None else "")


def unit_behind(tokens: Tokens, n: int, lexicon: Lexicon) -> Unit:
    """Return the unit that the words behind a figure name."""
    if tokens.word(n) in DASHES and tokens.tight(n) and tokens.tight(n + 1):
        return compound(tokens, n + 1, lexicon)
    table = lexicon.numerals
    n += tokens.word(n) == "." and tokens.word(n - 1) in table.scales
    partly = tokens.word(n) == "of"
    n += partly + (partly and tokens.word(n + 1) in ARTICLES)
    for at in range(n, min(n + REACH, len(tokens.words))):
        word = tokens.words[at]
        kind: Unit = table.units.get(word) or table.units.get(f"{word} {tokens.word(at + 1)}", "")
        if kind == "people" or (kind and at < n + 2):
            return "age" if old(tokens, at + 1) else kind
        if word in table.stops or tokens.kinds[at] != "word":
            return ""
    return ""


def compound(tokens: Tokens, n: int, lexicon: Lexicon) -> Unit:
    """Return what "12-year-old", "30-kilometre", "10-man" and "five-storey" measure."""
    if tokens.word(n + 1) in DASHES and tokens.word(n + 2).startswith("old"):
        return "age"
    if tokens.word(n) == "strong":
        return "people"
    return lexicon.numerals.units.get(tokens.word(n), "measure")


def old(tokens: Tokens, n: int) -> bool:
    """Whether "old" follows: "12 years old"."""
    return tokens.word(n + (tokens.word(n) in DASHES)) == "old"


def dated(tokens: Tokens, number: Number, lexicon: Lexicon, *, people: bool) -> bool:
    """Whether a month stands beside: "October 19-20", "21 октября"; not "in May 12 people"."""
    if number.high is None or not 1 <= number.high <= 31:
        return False
    months, start = lexicon.numerals.months, number.start - 1
    start -= tokens.word(start) in (".", "the")
    if tokens.word(start) in months and tokens.capital(start):
        return not people or tokens.word(start - 1) != "in"
    end = number.end + (tokens.word(number.end) in ("of", "."))
    return tokens.word(end) in months and tokens.capital(end)


def year(tokens: Tokens, number: Number, found: Bounded, lexicon: Lexicon, behind: Unit) -> bool:
    """Whether four plain digits are a year: always, unless people follow and no date precedes."""
    plain = number.digits and number.end == number.start + 1
    if not plain or len(tokens.words[number.start]) != 4 or found.bounded:
        return False
    if not 1900 <= number.low <= 2099 or behind in ("distance", "measure"):
        return False
    before = tokens.word(number.start - 1)
    day = before == "," or before.rstrip("stndrh").isdecimal()
    dated = before in IN_YEAR or before in lexicon.numerals.months or day
    return behind != "people" or dated


def named(tokens: Tokens, number: Number) -> bool:
    """Whether the figure is written as part of a name: "Resolution 2254", not "no two alike"."""
    return number.digits or tokens.capital(number.start)


def aged(tokens: Tokens, number: Number) -> bool:
    """Whether the figure is an age between commas: "Ahmad, 34, said"."""
    start, end = number.start, number.end
    commas = tokens.word(start - 1) == "," and tokens.word(end) in (",", ".", ")")
    return commas and number.digits and number.low < 100 and tokens.capital(start - 2)
