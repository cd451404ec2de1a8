"""What a claim says, in plain words."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.codebook import Actor, Claim, Place, Speaker, Target, Toll, When
from dateline.codebook.events import EVENTS
from dateline.codebook.targets import TARGETS


@dataclass(frozen=True)
class Fact:
    """One part of a claim: what it is, what it was read as, and the words that it rests on."""

    name: str
    read: str
    words: str = ""
    """Empty where they are what was read."""


def facts_of(claim: Claim) -> list[Fact]:
    """Return what a claim says, part by part."""
    return list(_facts(claim))


def _facts(claim: Claim) -> Iterator[Fact]:
    for number, speaker in enumerate(claim.speakers):
        yield _speaker(speaker, "relayed by" if number else "who says so")
    yield Fact(claim.kind, f"{'not: ' * claim.negated}{event_label(claim.event)}")
    if claim.actor:
        yield _party("who did it", claim.actor)
    if claim.target:
        yield _party("what was hit", claim.target)
    if claim.place:
        yield Fact("where", place_in_words(claim.place), claim.place.words)
    if claim.when:
        yield Fact("when", when_in_words(claim.when), claim.when.words)
    if claim.said_when:
        yield Fact("said when", when_in_words(claim.said_when), claim.said_when.words)
    for toll in claim.tolls:
        yield Fact(toll.category.replace("_", " "), toll_in_words(toll), toll.words)
    if claim.hedge.cls != "asserted":
        yield Fact("how sure", claim.hedge.cls, claim.hedge.words)


def _speaker(speaker: Speaker, name: str) -> Fact:
    verb = f" ({speaker.verb})" if speaker.verb else ""
    return Fact(name, f"{speaker.name}{verb}", _unless(speaker.words, speaker.name))


def _party(name: str, one: Actor | Target) -> Fact:
    read = one.name or one.words
    kind = TARGETS.get(one.kind) if isinstance(one, Target) else None
    label = f" ({kind.label})" if kind else ""
    return Fact(name, f"{read}{label}", _unless(one.words, read))


def _unless(words: str, read: str) -> str:
    return "" if words == read else words


def event_label(code: str) -> str:
    """Return an event's code in plain words."""
    if code == "other":
        return "what happened is not said"
    return EVENTS[code].label if code in EVENTS else code.replace("_", " ")


def place_in_words(place: Place) -> str:
    """Say where, how exactly, and how far off it may be."""
    where = ", ".join([place.name, *place.admin])
    far = f"{place.radius_m / 1000:g} km" if place.radius_m >= 1000 else f"{place.radius_m} m"
    return f"{where} ({place.level}, within {far})"


def when_in_words(when: When) -> str:
    """Return a date as it was resolved."""
    return when.edtf or "date not resolved"


def toll_in_words(toll: Toll) -> str:
    """Return a toll's interval and its groups."""
    groups = ", ".join(group for group in toll.groups if group != "unknown")
    about = "about " if toll.approximate else ""
    period = " so far" if toll.cumulative else ""
    return f"{about}{_interval(toll)}{period}{f' ({groups})' if groups else ''}"


def _interval(toll: Toll) -> str:
    match toll.low, toll.high:
        case None, None:
            return "no number"
        case low, None:
            return f"at least {low:,}"
        case None, high:
            return f"up to {high:,}"
        case low, high:
            return f"{low:,}" if low == high else f"{low:,}–{high:,}"
