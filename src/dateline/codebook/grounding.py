"""Whether a claim rests on its words: a number whose quote does not contain it is an error."""

from collections.abc import Collection, Iterator

from dateline.codebook.claim import At, Claim
from dateline.codebook.counts import counts
from dateline.codebook.events import EVENTS
from dateline.codebook.targets import TARGETS
from dateline.codebook.toll import Toll

SINGLE_DETERMINERS = frozenset(("a", "an", "the", "his", "her", "its", "their", "another", "this"))


def numbers_stand_in(toll: Toll, quote: str) -> bool:
    """Whether every bound that a toll asserts follows from a count in its quote.

    Digits and number words of any script count; dates, ages, names and distances do not. One
    person or thing may be named without a number ("a commander", "Nader Hamid").
    """
    said = [count for count in counts(quote) if count.counted]
    low = toll.low is None or any(count.low == toll.low for count in said)
    high = toll.high is None or any(count.high == toll.high for count in said)
    return (low and high) or one_named(toll, quote)


def one_named(toll: Toll, quote: str) -> bool:
    """Whether a toll of one rests on words that name one: a name, or one with its article."""
    if (toll.low, toll.high) != (1, 1) or not toll.words or toll.words not in quote:
        return False
    if any(count.counted for count in counts(toll.words)):
        return False
    first, *rest = toll.words.split()
    titled = bool(rest) and not any(word[0].islower() for word in rest)  # "general Nader Hamid"
    named = not first[0].islower() or titled
    return any(map(str.isalpha, toll.words)) and (named or first in SINGLE_DETERMINERS)


def faults(claim: Claim, text: str, *, events: Collection[str] = EVENTS) -> list[str]:
    """Return in plain words what a claim asserts that the report's text does not bear out.

    `events` are the codes that `claim.event` may be. An empty list means that the claim stands.
    """
    return [*placed(claim, text), *coded(claim, events), *counted(claim)]


def placed(claim: Claim, text: str) -> Iterator[str]:
    """Say which words do not stand where the claim has them."""
    start, end = claim.start, claim.end
    if not 0 <= start < end <= len(text) or text[start:end] != claim.quote:
        yield f"the quote does not stand at {start}–{end}"
    for what, words, at in rests(claim):
        if bool(words) != (at is not None):
            yield f"{what}: words and their place belong together"
        elif at is not None and not (0 <= at[0] < at[1] and text[at[0] : at[1]] == words):
            yield f"{what}: {words!r} does not stand at {at[0]}–{at[1]}"


def rests(claim: Claim) -> Iterator[tuple[str, str, At | None]]:
    """Yield every part of a claim with its words and their place."""
    yield "event", claim.event_words, claim.event_at
    yield "negation", claim.negation_words, claim.negation_at
    yield "hedge", claim.hedge.words, claim.hedge.at
    for part in (*claim.speakers, claim.actor, claim.target, claim.place, *claim.tolls):
        if part is not None:
            yield type(part).__name__.lower(), part.words, part.at
    for what, when in (("when", claim.when), ("said when", claim.said_when)):
        if when is not None:
            yield what, when.words, when.at


def coded(claim: Claim, events: Collection[str]) -> Iterator[str]:
    """Say which codes nobody knows, and which parts contradict each other."""
    if claim.event not in events:
        yield f"event: {claim.event!r} is no code of the codebook"
    if claim.target is not None and claim.target.kind not in TARGETS:
        yield f"target: {claim.target.kind!r} is no kind of the codebook"
    if bool(claim.negation_words) and not claim.negated:
        yield "negation: words that negate, but the claim is not negated"


def counted(claim: Claim) -> Iterator[str]:
    """Say which tolls are no interval, or assert a number that the quote does not contain."""
    for toll in claim.tolls:
        if toll.low is None and toll.high is None:
            yield f"toll: {toll.words!r} has no bound at all"
        elif min(toll.low or 0, toll.high or 0) < 0:
            yield f"toll: {toll.words!r} is below zero"
        elif toll.low is not None and toll.high is not None and toll.low > toll.high:
            yield f"toll: {toll.low} to {toll.high} is no interval"
        elif toll.words not in claim.quote:
            yield f"toll: {toll.words!r} does not stand in the quote"
        elif not numbers_stand_in(toll, toll.words):
            yield f"toll: {toll.words!r} does not say its number"
