"""Whether a sentence tells of what a claim tells of: by place, day, kind of event and figures."""

from typing import Final

from dateline.codebook import Claim, Place, distance_m
from dateline.dates import Expression
from dateline.places.names import key
from dateline.reading.warning.draft import Sentence
from dateline.reading.warning.telling import are_alike

FINE: Final = frozenset(
    {"exact", "building", "neighbourhood", "village", "town", "city", "feature"}
)
"""Levels of which a day seldom holds two happenings of one kind."""


def is_about(sentence: Sentence, event: str, claim: Claim) -> bool:
    """Tell whether a claim is of the sentence's place, day and event, and of its figures."""
    if not are_alike(event, claim.event) or not is_there(sentence, claim):
        return False
    return may_be_then(sentence, claim) and _counts_so(sentence, claim)


def is_there(sentence: Sentence, claim: Claim) -> bool:
    """Tell whether a sentence names the place of a claim, which is no wide one."""
    place = claim.place
    if place is None or place.level not in FINE:
        return False
    named = (one.place for one in sentence.places)
    return any(found is not None and same_place(found, place) for found in named)


def same_place(one: Place, other: Place) -> bool:
    """Tell whether two places are one, by entry or by name and nearness."""
    if one.gazetteer == other.gazetteer:
        return True
    if distance_m(one.lat, one.lon, other.lat, other.lon) > one.radius_m + other.radius_m:
        return False
    return key(one.name) == key(other.name) or key(one.words) == key(other.words)


def may_be_then(sentence: Sentence, claim: Claim) -> bool:
    """Tell whether no day of a sentence speaks against a claim's."""
    when = claim.when
    days = [day for day in sentence.days if is_day(day)]
    if not days or when is None or not when.start or not when.end:
        return True
    first, last = when.start[:10], when.end[:10]
    return any(day.when.start[:10] <= last and first <= day.when.end[:10] for day in days)


def is_day(one: Expression) -> bool:
    """Tell whether an expression means one day, or a part of one."""
    return bool(one.when.start) and one.when.start[:10] == one.when.end[:10]


def _counts_so(sentence: Sentence, claim: Claim) -> bool:
    said = {(one.low, one.high) for one in sentence.figures if one.counted}
    return not said or any((toll.low, toll.high) in said for toll in claim.tolls)
