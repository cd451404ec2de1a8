"""What mentions lend one another: the same name elsewhere, ", Texas" after it, a list."""

from collections.abc import Mapping, Sequence
from typing import Final

from dateline.places.finding.candidate import Candidate
from dateline.places.finding.reading import Reading
from dateline.places.finding.tokens import Token

TAKEN: Final = 1.0
MAYBE: Final = 0.6
"""What a place before "," or "and" lends: one taken, one that may be; the least of the latter."""
LISTING: Final = frozenset((",", "(", ";", "/", "and", "or"))


def support(
    reading: Reading, found: Sequence[Sequence[Candidate]], taken: Sequence[Candidate]
) -> dict[int, float]:
    """Return what other mentions lend: the same name elsewhere, ", Texas" after it, a list."""
    keys = {candidate.key for candidate in taken}
    at = {candidate.first: candidate for candidate in taken}
    until = {candidate.last: TAKEN for candidate in taken}
    maybe = {choices[0].last: MAYBE for choices in found if choices[0].score > MAYBE}
    lending = maybe | until
    more: dict[int, float] = {}
    for choices in found:
        for candidate in choices[:1]:
            told = 1.2 if candidate.key in keys else 0.0
            told += _neighbours(reading.tokens, candidate, at, lending)
            more[candidate.first] = told
    return more


def _neighbours(
    tokens: Sequence[Token],
    candidate: Candidate,
    at: Mapping[int, Candidate],
    until: Mapping[int, float],
) -> float:
    told = 0.0
    follower = at.get(_past(tokens, candidate.last))
    if follower:
        told += 2.5 if follower.area else 1.0
    n = candidate.first - 1
    while n >= 0 and tokens[n].text in LISTING:
        n -= 1
    if n < candidate.first - 1:
        told += until.get(n + 1, 0.0)
    return told


def _past(tokens: Sequence[Token], n: int) -> int:
    """Return the token after "," or ", in" or "and", -1 where none of them stands here."""
    if n >= len(tokens) or tokens[n].text not in LISTING:
        return -1
    while n < len(tokens) and (tokens[n].text in LISTING or tokens[n].text in ("in", "the")):
        n += 1
    return n
