"""What weighing computes of an incident, in the desk's words."""

from typing import Final

from dateline.codebook.targets import TARGETS
from dateline.desk.claims.words import event_label
from dateline.weighing.area import Area
from dateline.weighing.incident import Weighed
from dateline.weighing.origins import Origins
from dateline.weighing.positions import Asked, Position
from dateline.weighing.ranges import Range
from dateline.weighing.span import Span

QUESTIONS: Final = {
    "happened": "Did it happen?",
    "who": "Who did it?",
    "what": "What was hit?",
    "harmed": "Who was harmed?",
}
SOURCING: Final = {
    "one_source": "one source",
    "several_one_origin": "several reports, one original source",
    "independent": "independent sources",
    "admitted": "admitted by those who had reason to deny it",
}
WHO: Final = {
    "admitted": "admitted",
    "denied": "denied",
    "alleged_not_answered": "alleged, not answered",
    "unknown": "unknown",
}
LEFT_OUT: Final = {
    "set_aside": "set aside",
    "may_be": "may belong to another incident",
    "denied": "it denies this number",
    "foreseen": "a forecast",
    "below_zero": "below zero",
    "no_interval": "its low is above its high",
    "no_bound": "it gives no number",
    "too_large": "more than can be",
    "superseded": "replaced by a newer figure",
    "older": "older than its speaker's newest figure",
    "part": "part of a larger figure in the same report",
    "passed_on": "passed on from another source",
    "cumulative": "a count over a period",
}


def code(name: str) -> str:
    """Return a code in plain words."""
    return name.replace("_", " ")


def number(counted: Range | None) -> str:
    """Return a range: "12", "12–17", "at least 12", "about 40"; "unknown" of none."""
    if counted is None or (counted.low is None and counted.high is None):
        return "unknown"
    low, high = counted.low, counted.high
    if low is None:
        said = f"at most {high:,}"
    elif high is None:
        said = f"at least {low:,}"
    else:
        said = f"{low:,}" if low == high else f"{low:,}–{high:,}"
    return f"about {said}" if counted.approximate else said


def sources(found: Origins) -> str:
    """Return "9 reports, 3 original sources"."""
    count = len(found.reports)
    many = f"{found.low}" if found.low == found.high else f"{found.low}–{found.high}"
    plural = "" if found.high == 1 else "s"
    return f"{count} report{'' if count == 1 else 's'}, {many} original source{plural}"


def days(span: Span | None) -> str:
    """Return the days of an incident as ISO 8601 has them."""
    if span is None or (span.start is None and span.end is None):
        return "day not known"
    if span.start == span.end:
        return f"{span.start}"
    said = f"{span.start or '…'} to {span.end or '…'}"
    return f"{said}, disputed" if span.disputed else said


def place(area: Area | None) -> str:
    """Return where, how exactly, and how far off it may be."""
    if area is None:
        return "place not known"
    where = ", ".join(filter(None, [area.name or "not named", *area.within[:1]]))
    disputed = ", disputed" if area.disputed else ""
    return f"{where} ({code(area.level)}, within {metres(area.radius_m)}{disputed})"


def metres(radius_m: int) -> str:
    """Return a distance: "300 m", "1.5 km"."""
    return f"{radius_m / 1000:.3g} km" if radius_m >= 1000 else f"{radius_m} m"


def standing(asked: Asked, weighed: Weighed) -> str:
    """Say in a few words how a question stands."""
    answered = [one for one in asked.positions if one.sourcing]
    if not answered:
        return "not said"
    if asked.question == "who":
        return WHO[weighed.who]
    if len(answered) > 1:
        return "the answers differ"
    return SOURCING[answered[0].sourcing or "one_source"]


def answer(position: Position) -> str:
    """Return a position's answer."""
    found, claim = position.answer, position.sayings[0].testimony.claim
    match found.question:
        case "happened":
            yes = f"Yes: {event_label(claim.event)}"
            return "No, it did not happen" if found.denied else yes
        case "who":
            said = (claim.actor.name or claim.actor.words) if claim.actor else ""
            said = said if found.party or found.name else "Nobody is named"
        case "what":
            target = claim.target
            kind = TARGETS[found.kind].label if found.kind in TARGETS else code(found.kind)
            said = f"{kind}: {target.name or target.words}" if target else kind
        case _:
            groups = f" ({', '.join(map(code, found.groups))})" if found.groups else ""
            said = f"{number(Range(found.low, found.high))} {code(found.category or '')}{groups}"
    return f"Not: {said}" if found.denied else said
