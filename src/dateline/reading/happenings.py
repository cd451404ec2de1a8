"""Which of a sentence's events are claims of their own."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from spacy.tokens import Doc

from dateline.codebook import At
from dateline.reading.coding import SPEECH
from dateline.reading.events import EventMention, foremost
from dateline.reading.kinds import BLAMES
from dateline.reading.predicate import is_aim

HARM: Final = frozenset({"casualties", "killing"})
TOLD: Final = frozenset({"actual", "planned", "possible"})


def happenings(events: Sequence[EventMention], doc: Doc) -> list[EventMention]:
    """Return the events of one sentence that are claimed, each with the clauses that claim it."""
    told = [_answering(one) for one in events if one.mood in TOLD]
    return _distinct(_without_aims(told, doc))


def _answering(event: EventMention) -> EventMention:
    """Return an accusation with the accused as its actor: who accuses is its speaker."""
    blames = event.code == "accusation" and event.target and BLAMES.match(event.words)
    return replace(event, actor=event.target, target=None) if blames else event


def _without_aims(told: list[EventMention], doc: Doc) -> list[EventMention]:
    """Leave out what is only the aim of something done: "advanced in a bid to retake it"."""
    done = [one for one in told if not _is_aim(one, doc)]
    return done if any(one.mood == "actual" for one in done) else told


def _is_aim(event: EventMention, doc: Doc) -> bool:
    words = doc.char_span(event.start, event.end, alignment_mode="expand")
    verb = words.root if words else doc[0]
    return is_aim(verb) and (event.mood != "actual" or verb.dep_ in ("advcl", "conj"))


def _distinct(events: Sequence[EventMention]) -> list[EventMention]:
    """Return one event a clause; speech about a happening that is told itself is none.

    Who was harmed belongs to what harmed them: an act and its toll are one claim, whose quote
    reaches over both clauses.
    """
    told = [one for one in events if one.code not in SPEECH] or list(events)
    hurt = [one.start for one in told if one.code == "casualties"]
    harms = [one for one in told if one.code in HARM or _befalls_too(one, hurt)]
    acts = [one for one in told if one not in harms]
    clauses = dict.fromkeys(one.clause for one in acts)
    kept = [foremost([one for one in acts if one.clause == clause]) for clause in clauses]
    first = [one for one in kept if one] or [one for one in [foremost(harms)] if one]
    for harm in harms:
        if first:
            n = min(range(len(first)), key=lambda n: abs(first[n].start - harm.start))
            first[n] = replace(first[n], clause=_both(first[n].clause, harm.clause))
    return first


def _befalls_too(event: EventMention, hurt: Sequence[int]) -> bool:
    """Tell whether people fled as others were killed, who were named first."""
    return (
        event.code == "displacement"
        and event.mood == "actual"
        and min(hurt, default=event.start) < event.start
    )


def _both(one: At, other: At) -> At:
    return min(one[0], other[0]), max(one[1], other[1])
