"""The summary by front: clauses drafted from incidents, each with what it rests on."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Final, Literal

from dateline.weighing.fronts import Front, front_of
from dateline.weighing.incident import Weighed
from dateline.weighing.phrases import PHRASES, Phrases
from dateline.weighing.positions import Asked, Position, Saying
from dateline.weighing.resting import resting
from dateline.weighing.span import Span
from dateline.weighing.tolls import Tally

Sort = Literal["attributed", "silence", "assessment"]
"""What somebody says; that nobody says anything; what the desk judges, signed."""
HARMS: Final = ("killed", "injured", "missing", "abducted", "detained", "displaced")
"""Categories that a clause names, in this order."""


@dataclass(frozen=True)
class Happening:
    """An incident as the summary takes it."""

    id: str
    weighed: Weighed
    place: str = ""
    """As the public may see it."""
    assessment: str = ""
    """The desk's standing sentence."""
    signed: str = ""


@dataclass(frozen=True)
class Watch:
    """What was heard from a front."""

    sources: int
    """How many sources that spoke of it are watched."""
    last: str = ""
    """When the newest report of it came, in the caller's words; "" where none ever did."""


@dataclass(frozen=True)
class Clause:
    """A drafted clause. Its words keep the speaker and the hedge where one origin alone says it."""

    front: str
    sort: Sort
    words: str
    claims: tuple[str, ...] = ()
    incidents: tuple[str, ...] = ()
    basis: str = field(default="", compare=False)
    """Digest of what it was drafted from: another digest later says that it is outdated."""


def draft(
    fronts: Sequence[Front],
    happenings: Iterable[Happening],
    window: tuple[date, date],
    watched: Mapping[str, Watch],
    phrases: Phrases = PHRASES,
) -> list[Clause]:
    """Return the clauses of each front, in the order given; one without news says so.

    `window` is its first and last day; what is not dated counts by when it was said. Incidents
    outside every front are left out: a front that should hold them is missing.
    """
    within = [one for one in happenings if _in_window(one.weighed, window)]
    found: list[Clause] = []
    for front in fronts:
        here = [one for one in within if front_of(one.weighed.area, fronts) == front]
        clauses = [
            clause for one in sorted(here, key=_newest) for clause in _of(front, one, phrases)
        ]
        found += clauses or [_silence(front, watched.get(front.id, Watch(0)), phrases)]
    return found


def _in_window(weighed: Weighed, window: tuple[date, date]) -> bool:
    days = _days(weighed.span)
    if days is None and weighed.as_of:
        days = weighed.as_of.date(), weighed.as_of.date()
    return days is not None and days[0] <= window[1] and days[1] >= window[0]


def _newest(one: Happening) -> tuple[float, int, str]:
    """Put the newest first; of one moment, as the report tells them."""
    said = one.weighed.as_of
    told = (each.testimony for asked in one.weighed.asked for each in _sayings(asked))
    first = min((each.claim.start for each in told if each.counts), default=0)
    return -said.timestamp() if said else 0.0, first, one.id


def _sayings(asked: Asked) -> Iterator[Saying]:
    for position in asked.positions:
        yield from position.sayings


def _of(front: Front, one: Happening, phrases: Phrases) -> Iterator[Clause]:
    if position := _account(one.weighed):
        words = _attributed(one, position, phrases)
        claims = resting(one.weighed, position)
        yield _clause(front, "attributed", words, claims, one, _facts(one.weighed, position))
    if one.assessment:
        words = phrases.signed.format(sentence=one.assessment, signed=one.signed)
        yield Clause(
            *(front.id, "assessment", words, (), (one.id,)),
            assessment_basis(front.id, one.assessment),
        )


def assessment_basis(front: str, sentence: str) -> str:
    """Return the digest of what a clause with the desk's sentence is drafted from."""
    return _digest([front, "assessment", sentence, []])


def _account(weighed: Weighed) -> Position | None:
    """Return the position that says that it happened and that most original sources give."""
    said = [one for one in weighed.asked[0].positions if not one.answer.denied and one.sourcing]
    return max(said, key=lambda one: (one.origins.low, one.origins.high), default=None)


def _attributed(one: Happening, position: Position, phrases: Phrases) -> str:
    clause = _who_says(one, position, phrases)
    alone = position.origins.high == 1
    return _blame(one.weighed, _harm(one.weighed, clause, phrases, alone=alone), phrases)


def _who_says(one: Happening, position: Position, phrases: Phrases) -> str:
    happening = {
        "event": _event(position, phrases),
        "where": phrases.where.format(place=one.place) if one.place else "",
        "when": _when(one.weighed.span, phrases),
    }
    low, high = position.origins.low, position.origins.high
    if high > 1:
        many = phrases.several if low == high else phrases.perhaps_one
        return many.format(count=high, low=low, high=high, **happening)
    first = _first(position).testimony
    says = phrases.says.get(first.claim.hedge.cls, phrases.says["said"])
    return phrases.one_source.format(speaker=first.voices[0].name, says=says, **happening)


def _first(position: Position) -> Saying:
    return next(one for one in position.sayings if one.testimony.counts)


def _event(position: Position, phrases: Phrases) -> str:
    """Return what happened, as most of the claims have it."""
    codes = [one.testimony.claim.event for one in position.sayings if one.testimony.counts]
    most = max(dict.fromkeys(codes), key=codes.count)
    return phrases.events.get(most, most.replace("_", " "))


def _when(span: Span | None, phrases: Phrases) -> str:
    if span is None or (days := _days(span)) is None:
        return ""
    first, last = map(phrases.day, days)
    if span.start is None or span.end is None:
        return (phrases.by if span.start is None else phrases.since).format(day=first)
    return (phrases.when if first == last else phrases.between).format(
        day=first, first=first, last=last
    )


def _days(span: Span | None) -> tuple[date, date] | None:
    """Return the first and last day of a span, an open end as the other one."""
    start, end = (span.start or span.end, span.end or span.start) if span else (None, None)
    return (start, end) if start and end else None


def _harm(weighed: Weighed, clause: str, phrases: Phrases, *, alone: bool) -> str:
    tallies = {one.category: one for one in weighed.tallies if one.range is not None}
    said = [_figure(tallies[each], phrases, alone=alone) for each in HARMS if each in tallies]
    return phrases.harm.format(clause=clause, figures=phrases.join.join(said)) if said else clause


def _figure(tally: Tally, phrases: Phrases, *, alone: bool) -> str:
    assert tally.range is not None  # noqa: S101  `_harm` leaves the others out
    number = phrases.number(tally.range)
    said = phrases.figure.format(number=number, category=phrases.category(tally.category))
    if tally.origins.high != 1:
        return said
    if alone:  # who says it stands before it
        return phrases.by_one.format(figures=said)
    return phrases.by_another.format(figures=said, speaker=tally.figures[0].voice.name)


def _blame(weighed: Weighed, clause: str, phrases: Phrases) -> str:
    forms = {
        "denied": phrases.who_denied,
        "admitted": phrases.who_admitted,
        "alleged_not_answered": phrases.who_unanswered,
    }
    for one in weighed.blames:
        if one.status in forms and one.name:
            clause = forms[one.status].format(clause=clause, party=one.name)
    return clause


def _facts(weighed: Weighed, position: Position) -> list[object]:
    """Return what a clause rests on; names and places are said in another way to other readers."""
    origins, span = position.origins, weighed.span
    counted = [(one.category, one.range) for one in weighed.tallies if one.category in HARMS]
    return [
        origins.low,
        origins.high,
        _event(position, PHRASES),
        [str(span.start), str(span.end)] if span else None,
        [[category, asdict(known)] for category, known in counted if known],
        [[one.party, one.status] for one in weighed.blames],
    ]


def _silence(front: Front, watch: Watch, phrases: Phrases) -> Clause:
    said = phrases.silence if watch.last else phrases.never
    words = said.format(time=watch.last, count=watch.sources)
    return Clause(front.id, "silence", words, basis=_digest([front.id, "silence"]))


def _clause(
    front: Front, sort: Sort, words: str, claims: tuple[str, ...], one: Happening, basis: object
) -> Clause:
    digest = _digest([front.id, sort, basis, sorted(claims)])
    return Clause(front.id, sort, words, claims, (one.id,), digest)


def _digest(parts: object) -> str:
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:16]
