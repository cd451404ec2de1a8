"""What a claim says, in plain words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from dateline.codebook import Actor, Claim, Place, Speaker, Target, Toll, When
from dateline.codebook.claim import HedgeClass, Kind
from dateline.codebook.events import EVENTS
from dateline.codebook.targets import TARGETS

KINDS: Final[Mapping[Kind, str]] = MappingProxyType(
    {
        "event": "an event",
        "situation": "a situation that goes on",
        "toll": "a count over a period",
        "statement": "that something was said",
        "responsibility": "who is responsible",
        "denial": "a denial",
        "forecast": "a forecast",
        "assessment": "a judgement",
    }
)
HEDGES: Final[Mapping[HedgeClass, str]] = MappingProxyType(
    {
        "asserted": "asserted, in its own voice",
        "said": "said",
        "claimed": "claimed",
        "reported": "reported",
        "alleged": "alleged",
        "unconfirmed": "not confirmed",
        "possible": "possible",
        "denied": "denied",
        "predicted": "predicted",
    }
)


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
    what = f"{KINDS[claim.kind]}: {event_label(claim.event)}"
    yield Fact("what it says", f"{what}{', denied' * claim.negated}", _event_words(claim))
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
    yield Fact("how sure", HEDGES[claim.hedge.cls], _unless(claim.hedge.words, claim.hedge.cls))


def _event_words(claim: Claim) -> str:
    return " … ".join(filter(None, (claim.negation_words, claim.event_words)))


def _speaker(speaker: Speaker, name: str) -> Fact:
    verb = f" ({speaker.verb})" if speaker.verb else ""
    return Fact(name, f"{speaker.name}{verb}", _unless(speaker.words, speaker.name))


def _party(name: str, one: Actor | Target) -> Fact:
    read = one.name or one.words
    kind = TARGETS.get(one.kind) if isinstance(one, Target) else None
    label = f" ({kind.label})" if kind and kind.label != read else ""
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
    return f"{where} ({place.level}, within {far_in_words(place.radius_m)})"


def far_in_words(metres: int) -> str:
    """Return a distance in metres as people say it."""
    if metres < 1_000:
        return f"{metres} m"
    return f"{metres / 1_000:,.0f} km" if metres >= 10_000 else f"{metres / 1_000:.2g} km"


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
