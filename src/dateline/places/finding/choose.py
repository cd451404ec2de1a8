"""Candidates weighed and chosen: the longest that is credible, in order, none over another."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from dateline.places.demonyms import country_of
from dateline.places.finding import evidence
from dateline.places.finding.abbreviations import ALWAYS, DOTTED, POSTAL
from dateline.places.finding.candidate import Candidate
from dateline.places.finding.caseless import caseless
from dateline.places.finding.lexicon import BEARINGS, PARTICLES, words
from dateline.places.finding.reading import Reading
from dateline.places.finding.runs import Run, is_capital
from dateline.places.finding.standing import Standing, Standings
from dateline.places.finding.tokens import Token, joined

MOST_WORDS: Final = 7
"""Tokens of one name: "Democratic Republic of the Congo", "Port-au-Prince"."""
ENOUGH: Final = 1.5
NEVER_FIRST: Final = frozenset(("a", "an", "in", "on", "at", "from", "to"))
SHORT: Final = 3
LETTERS: Final = 5
"""Capitals that may be an acronym; only known ones are places."""


def candidates(reading: Reading, n: int, standings: Standings) -> Iterator[Candidate]:
    """Give what may begin at a token, the longest first."""
    tokens = reading.tokens
    if tokens[n].shape == "caseless":
        yield from caseless(tokens, n, standings)
    elif is_capital(tokens[n]):
        yield from _capitalised(reading, n, standings)


def _capitalised(reading: Reading, n: int, standings: Standings) -> Iterator[Candidate]:
    tokens = reading.tokens
    for last in reversed(list(_ends(tokens, n))):
        if last == n + 1 and (short := _abbreviated(tokens, n)) is not None:
            if short:
                yield Candidate(n, short, tokens[n].text, _beside(reading, n, short), True)
            return
        name = joined(tokens, n, last)
        standing = standings.of(name)
        if last == n + 1 and _is_demonym(name, standing):
            return
        if standing:
            score = _score(reading, n, last, standing)
            yield Candidate(n, last, standing.key, score, standing.area, standing.form)


def _is_demonym(name: str, standing: Standing | None) -> bool:
    """Tell of "Syrian" and "Syrians", but not of "Philippines"."""
    if standing and standing.level == "country" and name.endswith("s"):
        return False
    return bool(country_of(name))


def _beside(reading: Reading, first: int, last: int) -> float:
    """Return the score of an abbreviation; "US$5" is money, "US Airways" a company."""
    tokens = reading.tokens
    if (last < len(tokens) and tokens[last].text == "$") or (
        first and tokens[first - 1].text == "$"
    ):
        return 0.0
    run = reading.runs.get(first) or Run(first, last)
    return 4.0 + evidence.company(tokens, run, first, last, 4.0)


def _ends(tokens: Sequence[Token], n: int) -> Iterator[int]:
    """Give the tokens after which a name that begins at `n` may end."""
    yield n + 1
    for k in range(n + 1, min(len(tokens), n + MOST_WORDS)):
        token = tokens[k]
        if is_capital(token):
            if token.opens:
                return
            yield k + 1
        elif not _joins(token, tokens[k - 1]):
            return


def _joins(token: Token, before: Token) -> bool:
    if token.text in "-–" and token.glued:
        return True
    if token.text == "." and token.glued:
        return len(before.text) <= 3
    return token.low in PARTICLES or token.text in ("'s", "’s", "&")


def _abbreviated(tokens: Sequence[Token], n: int) -> int | None:
    """Return where an abbreviation of a place ends, 0 where letters are none, None for a word."""
    token = tokens[n]
    after_comma = n > 1 and tokens[n - 1].text == "," and is_capital(tokens[n - 2])
    if token.text in ALWAYS or (after_comma and token.text in POSTAL):
        return n + 1
    if after_comma and token.text in DOTTED and n + 1 < len(tokens) and tokens[n + 1].text == ".":
        return n + 2
    is_acronym = token.shape == "upper" and ("." in token.text or len(token.text) <= SHORT)
    return 0 if is_acronym else None


def _score(reading: Reading, first: int, last: int, standing: Standing) -> float:
    tokens, weight = reading.tokens, standing.weight
    score = weight + _ordinary(reading, first, last)
    score += evidence.before(tokens, first) + evidence.after(tokens, last, weight)
    if reading.loud[first]:
        return score - 0.6
    if last == first + 1 and _is_acronym(tokens, first):
        score -= 3.0
    run = reading.runs.get(first) or Run(first, last)
    return score + evidence.company(tokens, run, first, last, weight)


def _ordinary(reading: Reading, first: int, last: int) -> float:
    """Return what a name costs that is a common word or a person's name."""
    if last > first + 1:
        if reading.tokens[first].low in NEVER_FIRST or _opens_small(reading.tokens[first]):
            return -6.0
        said = [t.low for t in reading.tokens[first:last] if is_capital(t)]
        return -1.0 if all(w in words("common") or w in words("function") for w in said) else 0.0
    token = reading.tokens[first]
    low, told = token.low, 0.0
    if low in words("function") or low in words("calendar") or low in BEARINGS:
        told -= 6.0
    if low in words("common"):
        told -= 2.2
    elif low in reading.small:
        told -= 1.5
    if low in words("first"):
        told -= 1.5
    if low in words("surname"):
        told -= 0.9
    if low in reading.others:
        told -= 2.5
    elif low in reading.last_names:
        told -= 1.0
    return told - (0.4 if token.opens else 0.0)


def _is_acronym(tokens: Sequence[Token], n: int) -> bool:
    """Tell of four or five capitals; "PARIS (AP)" and "IDLIB, Syria" open a story instead."""
    if tokens[n].shape != "upper" or len(tokens[n].text) > LETTERS:
        return False
    return not (tokens[n].opens and n + 1 < len(tokens) and tokens[n + 1].text in ",(-–—")


def _opens_small(token: Token) -> bool:
    """Tell of "In Syria" at the start of a sentence, but not of "The Hague"."""
    return token.opens and token.low in words("function") and token.low != "the"


def choose(found: Sequence[Sequence[Candidate]], more: Mapping[int, float]) -> list[Candidate]:
    """Return the candidates taken: at each token the longest with enough evidence.

    `more` is evidence that the first choice brought, by first token.
    """
    taken: list[Candidate] = []
    free = 0
    for choices in found:
        if choices[0].first < free:
            continue
        for candidate in choices:
            if candidate.score + more.get(candidate.first, 0.0) >= ENOUGH:
                taken.append(candidate)
                free = candidate.last
                break
    return taken
