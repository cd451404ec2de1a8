"""Which of a sentence's happenings a toll belongs to, and tolls that each have their own place."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from spacy.tokens import Doc, Token

from dateline.codebook import At
from dateline.reading.events import EventMention
from dateline.reading.figures import FoundToll
from dateline.reading.quoting import within

HARM: Final = frozenset({"killed", "injured"})
FARTHEST: Final = 40
"""Code points from a toll's words to the place that is its own: "three killed in Nikopol"."""


def owned(
    tolls: Sequence[FoundToll], event: EventMention, told: Sequence[EventMention], doc: Doc
) -> list[FoundToll]:
    """Return the tolls of one of a sentence's events: those of its clause that it governs.

    Killed and injured whose words stand in the clauses of several belong to the first that their
    word of harm hangs on, else to the nearest; sorties and what was hit to all of them.
    """
    return [
        one
        for one in tolls
        if within(one.toll.at, event.clause)
        and (one.category not in HARM or _owner(one, event, told, doc) is event)
    ]


def _owner(
    toll: FoundToll, event: EventMention, told: Sequence[EventMention], doc: Doc
) -> EventMention:
    rivals = [one for one in told if within(toll.toll.at, one.clause)]
    if len(rivals) < 2:
        return event
    for token in _upwards(doc, toll.trigger):
        for one in rivals:
            if one.start <= token.idx < one.end:
                return one
    return min(rivals, key=lambda one: abs(one.start - toll.trigger[0]))


def _upwards(doc: Doc, at: At) -> Iterator[Token]:
    """Yield a word and what it hangs on, up to the root of its sentence."""
    words = doc.char_span(*at, alignment_mode="expand")
    if words is None:
        return
    token = words.root
    while token.head != token:
        yield token
        token = token.head
    yield token


def apart(
    event: EventMention, tolls: Sequence[FoundToll], places: Sequence[tuple[At, str]], doc: Doc
) -> list[EventMention]:
    """Return an event once for each place that has tolls of its own, each with its clause.

    "Shelling injured 12 in Kherson and killed three in Nikopol" tells two. `places` are where
    places stand that a word such as "in" leads to, and their names.
    """
    told = [one for one in tolls if not one.part_of]
    if not told:
        return [event]
    ends = [*(_opening(one) for one in told[1:]), event.clause[1]]
    placed = zip(told, ends, strict=True)
    own = [(end, name) for one, end in placed if (name := _own_place(one, end, places))]
    if len(own) < 2 or len({name for _, name in own}) < len(own):
        return [event]
    cuts = [event.clause[0], *(end for end, _ in own[:-1]), event.clause[1]]
    return [_piece(event, at, told, doc) for at in pairwise(cuts)]


def _own_place(toll: FoundToll, until: int, places: Sequence[tuple[At, str]]) -> str:
    """Return the name of the place that stands right behind a toll, before the next one."""
    end = toll.toll.at[1]
    near = (name for at, name in places if end <= at[0] <= end + FARTHEST and at[1] <= until)
    return next(near, "")


def _opening(toll: FoundToll) -> int:
    """Return where the words begin that tell a toll, its verb with it: "wounded nine"."""
    start, end = toll.trigger
    return start if 0 <= toll.toll.at[0] - end <= 1 else toll.toll.at[0]


def _piece(event: EventMention, at: At, tolls: Sequence[FoundToll], doc: Doc) -> EventMention:
    """Return the event as one part of its clause tells it."""
    words = doc.text[slice(*at)].rstrip(" ,;")
    clause = at[0], at[0] + len(words.removesuffix(" and").rstrip(" ,;"))
    target = event.target if event.target and event.target.end <= clause[1] else None
    if within((event.start, event.end), clause):
        return replace(event, clause=clause, target=target)
    harm = next(one.trigger for one in tolls if within(one.toll.at, clause))
    start, end = harm if within(harm, clause) else clause
    words = doc.text[start:end]
    return replace(event, clause=clause, start=start, end=end, words=words, target=None)
