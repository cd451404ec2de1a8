"""Names in scripts without capitals: Arabic, Hebrew, Chinese, Japanese, Korean.

Every word may be a name there and many ordinary words are villages' names, so that a name counts
only where it is well known or the word before it says that a place follows.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from dateline.places.demonyms import country_of
from dateline.places.feature_words import COUNTRYSIDES, WORDS
from dateline.places.finding.candidate import Candidate
from dateline.places.finding.lexicon import words
from dateline.places.finding.standing import Standings
from dateline.places.finding.tokens import Token, joined
from dateline.places.scripts import script

PREFIXES: Final = {
    "ARABIC": {"وبال": 1.0, "وب": 1.0, "وال": 0.0, "بال": 1.0, "لل": 0.4, "فال": 0.0}
    | {"و": 0.0, "ب": 1.0, "ل": 0.4, "ف": 0.0, "ك": 0.0},
    "HEBREW": {"וב": 1.0, "מה": 0.5, "ב": 1.0, "מ": 0.5, "ל": 0.5, "ו": 0.0, "ה": 0.0, "ש": 0.0},
}
"""What is written in one word with a name, and how much it says for a place."""
ARTICLE: Final = "ال"
SUFFIXES: Final = (
    *("에서", "으로", "에", "의", "은", "는", "이", "가", "을", "를", "로", "와", "과", "도", "시"),
)
BEFORE: Final = {
    **dict.fromkeys(("في", "قرب", "داخل", "خارج", "باتجاه", "شمال", "جنوب", "شرق", "غرب"), 1.6),
    **dict.fromkeys(("من", "إلى", "الى", "على", "نحو", "بين", "عن"), 0.7),
    **dict.fromkeys(("ליד", "באזור", "בעיר", "בכפר", "העיר", "הכפר", "אל", "ב"), 1.6),
    **dict.fromkeys(("在", "于", "到", "从", "從", "於"), 0.8),
}
FEATURE: Final = 2.0
DOUBT: Final = 0.6
"""What every name must make up for, since no capital speaks for it."""
COMMON: Final = 4.0
MOST_WORDS: Final = 4
MOST_SIGNS: Final = 6
SHORTEST: Final = 3
FEWEST_SIGNS: Final = 2


def caseless(tokens: Sequence[Token], n: int, standings: Standings) -> Iterator[Candidate]:
    """Give what may begin at a token of a script without capitals, the longest first."""
    kind = script(tokens[n].text[0])
    most = MOST_SIGNS if kind == "OTHER" else MOST_WORDS
    for last in range(_reach(tokens, n, most), n, -1):
        yield from _candidates(tokens, n, last, kind, standings)


def _reach(tokens: Sequence[Token], n: int, most: int) -> int:
    last = n + 1
    while last < len(tokens) and last - n < most and tokens[last].shape == "caseless":
        last += 1
    return last


def _candidates(
    tokens: Sequence[Token], n: int, last: int, kind: str, standings: Standings
) -> Iterator[Candidate]:
    name = joined(tokens, n, last)
    for skip, cut, said in _readings(name, kind):
        told = name[skip : len(name) - cut]
        if len(told) < (FEWEST_SIGNS if kind == "OTHER" else SHORTEST):
            continue
        if skip and told in words("arabic"):
            return
        if (standing := standings.of(told)) and not country_of(told):
            score = standing.weight - DOUBT + max(said, _before(tokens, n)) - _common(told)
            yield Candidate(n, last, standing.key, score, standing.area, "", skip, cut)


def _readings(name: str, kind: str) -> Iterator[tuple[int, int, float]]:
    """Give the ways to read a name: what to cut off before and behind, and what the cut says."""
    yield 0, 0, 0.0
    for prefix, said in PREFIXES.get(kind, {}).items():
        if name.startswith(prefix):
            article = len(ARTICLE) if prefix.endswith(ARTICLE) else 0
            yield len(prefix) - article, 0, said
    for suffix in SUFFIXES if kind == "OTHER" else ():
        if name.endswith(suffix):
            yield 0, len(suffix), 0.5


def _before(tokens: Sequence[Token], n: int) -> float:
    if not n:
        return 0.0
    word = tokens[n - 1].text
    bare = word[1:] if word[0] in "وبل" else word
    if word in WORDS or bare in WORDS or bare in COUNTRYSIDES:
        return FEATURE
    return BEFORE.get(word, BEFORE.get(bare, 0.0))


def _common(name: str) -> float:
    return COMMON if name in words("arabic") or name in words("hebrew") else 0.0
