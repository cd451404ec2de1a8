"""A place that no gazetteer has, that may be several, or that is not the claim's."""

import re
from collections.abc import Iterator
from typing import Final

from dateline.codebook import Place, distance_m
from dateline.places.candidate import Candidate
from dateline.places.names import key
from dateline.places.resolving import Resolution
from dateline.reading.warning.attributing import BLANK
from dateline.reading.warning.draft import Draft, Sentence
from dateline.reading.warning.likeness import FINE, same_place
from dateline.reading.warning.warned import Fix, Known, Warned

NEAR: Final = 0.35
"""Candidates whose scores lie closer than this are as likely as each other."""
FAR_M: Final = 25_000
"""Places nearer than this on the claim's own scale may be one event's."""


TOLD: Final = re.compile(rf", (?:[^\W\d_a-zа-я]|{BLANK})")
"""An area's name behind a comma, or the place for one."""


def spots(draft: Draft, sentence: Sentence, known: Known) -> Iterator[Warned]:
    """Yield the places of a sentence that a reader could take for another, or could not find."""
    theirs = _claimed(sentence, known)
    for one in sentence.places:
        if one.role != "place" or _is_told(draft, one):
            continue
        if one.place is None:
            yield _unknown(one, theirs)
        elif elsewhere := _elsewhere(one, sentence, theirs):
            yield _differs(one, elsewhere)
        elif not theirs and (others := _others(one)):
            yield _ambiguous(draft, one, others)


def _claimed(sentence: Sentence, known: Known) -> list[Place]:
    """Return the places of the claims that a sentence is marked with."""
    claims = (known.claims.get(mark.claim) for mark in sentence.marks)
    return [claim.place for claim in claims if claim and claim.place]


def _is_told(draft: Draft, one: Resolution) -> bool:
    """Tell whether the words right behind or before say which place it is: "X, Idlib"."""
    behind = draft.text[one.mention.end :]
    return behind.startswith(" (") or bool(TOLD.match(behind))


def _elsewhere(one: Resolution, sentence: Sentence, theirs: list[Place]) -> Place | None:
    """Return the claim's place where the sentence names one, and one far from it."""
    here = one.place
    if here is None or len(theirs) != 1 or not _is_marked(one, sentence):
        return None
    claimed = theirs[0]
    if here.level not in FINE or claimed.level not in FINE or same_place(here, claimed):
        return None
    if any(key(here.name) == key(area) for area in claimed.admin):
        return None
    if _means(one, claimed) or _is_named_too(one, sentence, claimed):
        return None
    apart = distance_m(here.lat, here.lon, claimed.lat, claimed.lon)
    return claimed if apart > here.radius_m + claimed.radius_m + FAR_M else None


def _is_marked(one: Resolution, sentence: Sentence) -> bool:
    start, end = one.mention.start, one.mention.end
    return any(mark.start <= start and end <= mark.end for mark in sentence.marks)


def _means(one: Resolution, claimed: Place) -> bool:
    """Tell whether the claim's place is among those that the name may mean."""
    found = one.located.candidates if one.located else ()
    named = key(one.mention.words) in (key(claimed.words), key(claimed.name))
    return named or any(each.id == claimed.gazetteer for each in found)


def _is_named_too(one: Resolution, sentence: Sentence, claimed: Place) -> bool:
    """Tell whether the sentence names the claim's place besides: "from Homs to Sarmin"."""
    others = (each for each in sentence.places if each is not one and each.place)
    return any(_means(each, claimed) for each in others)


def _others(one: Resolution) -> list[Candidate]:
    """Return the two likeliest places of a name, where neither is likelier and they lie apart."""
    found = [each for each in one.located.candidates if each.level in FINE] if one.located else []
    if len(found) < 2 or not one.located or one.located.candidates[0].level not in FINE:
        return []
    first, second = found[:2]
    apart = distance_m(first.lat, first.lon, second.lat, second.lon)
    alike = first.how == second.how and first.score - second.score < NEAR
    return [first, second] if alike and apart > FAR_M else []


def _unknown(one: Resolution, theirs: list[Place]) -> Warned:
    start, end, words = one.mention.start, one.mention.end, one.mention.words
    if len(theirs) == 1:
        name = theirs[0].words or theirs[0].name
        why = f"No gazetteer here has {words}; the claim is of {_full(theirs[0])}."
        return Warned("place", start, end, words, why, Fix(start, end, name, f"write “{name}”"))
    said = " (place not confirmed)"
    why = f"No gazetteer here has {words}, so that it cannot be put on the map."
    return Warned("place", start, end, words, why, Fix(end, end, said, "add “place not confirmed”"))


def _differs(one: Resolution, claimed: Place) -> Warned:
    start, end, words = one.mention.start, one.mention.end, one.mention.words
    why = f"The text says {words}; the claim is of {_full(claimed)}."
    fix = Fix(start, end, claimed.name, f"write “{claimed.name}”")
    return Warned("place", start, end, words, why, fix)


def _ambiguous(draft: Draft, one: Resolution, others: list[Candidate]) -> Warned:
    start, end, words = one.mention.start, one.mention.end, one.mention.words
    first, second = (_area(each) for each in others)
    if first == second:
        why = f"There are several places called {words}; say which."
        return Warned("place", start, end, words, why, _added(draft, one, BLANK))
    why = f"There is a {words} in {first} and one in {second}; say which."
    return Warned("place", start, end, words, why, _added(draft, one, first))


def _added(draft: Draft, one: Resolution, area: str) -> Fix:
    """Return the fix that names the area behind a place, between commas as they are needed."""
    at = one.mention.end
    comma = "," if draft.text[at : at + 2].strip(" ")[:1].isalnum() else ""
    return Fix(at, at, f", {area}{comma}", f"add “{area}”")


def _area(one: Candidate) -> str:
    return ", ".join(dict.fromkeys(one.admin[-2:])) or one.country


def _full(place: Place) -> str:
    return ", ".join([place.name, *place.admin[:1]])
