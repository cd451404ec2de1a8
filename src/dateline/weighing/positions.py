"""Positions: the answers to each question side by side, listed by relation, never in two camps."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.weighing.origins import Origins, Tracing
from dateline.weighing.questions import QUESTIONS, Answer, Question, answers
from dateline.weighing.relations import RELATIONS, Relation
from dateline.weighing.sourcing import Sourcing, sourcing
from dateline.weighing.testimony import Order, Testimony, Voice


@dataclass(frozen=True)
class Saying:
    """A claim that gives an answer; its quote and hedge stand in `testimony.claim`."""

    testimony: Testimony
    relation: Relation
    """Of its first voice."""


@dataclass(frozen=True)
class Position:
    """One answer to one question, with everyone who gives it."""

    answer: Answer
    sayings: tuple[Saying, ...]
    """By relation, then by when they were said; what is set aside is among them."""
    origins: Origins
    sourcing: Sourcing | None
    """None where all of it is set aside."""
    undisputed: bool
    """Two origins or an admission say so, and nobody answers the question otherwise."""


@dataclass(frozen=True)
class Asked:
    """One question of an incident, and what is said to it."""

    question: Question
    positions: tuple[Position, ...]
    """By relation; none where nobody answers: not said."""
    origins: Origins
    """Of all who give an answer that is no denial."""


@dataclass(frozen=True)
class Silence:
    """What a voice of the incident was not heard to say. It is no answer."""

    voice: Voice
    relation: Relation
    questions: tuple[Question, ...]


def asked(
    testimonies: Iterable[Testimony], tracing: Tracing, relations: Mapping[str, Relation]
) -> tuple[Asked, ...]:
    """Return the four questions, in their order, with their positions."""
    given: dict[Question, dict[Answer, list[Saying]]] = {each: {} for each in QUESTIONS}
    for one in testimonies:
        if not one.may_be:
            for answer in answers(one):
                saying = Saying(one, relations[one.voices[0].id])
                given[answer.question].setdefault(answer, []).append(saying)
    return tuple(_asked(question, said, tracing) for question, said in given.items())


def _asked(question: Question, said: Mapping[Answer, Sequence[Saying]], tracing: Tracing) -> Asked:
    standing = {
        answer for answer, sayings in said.items() if any(one.testimony.counts for one in sayings)
    }
    positions = [
        _position(answer, sayings, tracing, disputed=_rival(answer, standing))
        for answer, sayings in said.items()
    ]
    affirming = [
        one.testimony
        for answer, sayings in said.items()
        for one in sayings
        if not answer.denied and answer.high != 0
    ]
    found = tracing.origins(affirming)
    return Asked(question, tuple(sorted(positions, key=_order)), found)


def _rival(answer: Answer, standing: Iterable[Answer]) -> bool:
    """Whether anybody answers otherwise; naming nobody is no rival to naming somebody."""
    return any(
        other != answer and other.category == answer.category and not _names_nobody(other)
        for other in standing
    )


def _names_nobody(answer: Answer) -> bool:
    return answer.question == "who" and not (answer.party or answer.name)


def _position(
    answer: Answer, sayings: Iterable[Saying], tracing: Tracing, *, disputed: bool
) -> Position:
    ordered = sorted(sayings, key=_saying_order)
    told = [one.testimony for one in ordered]
    found = tracing.origins(told)
    how = sourcing(answer, told, found)
    # Who is only accused may have had no chance to answer: nobody's silence admits anything.
    enough = ("admitted",) if answer.question == "who" else ("independent", "admitted")
    sure = how in enough
    plain = not (disputed or answer.denied or _names_nobody(answer))
    return Position(answer, tuple(ordered), found, how, sure and plain)


def _saying_order(one: Saying) -> tuple[int, Order]:
    return RELATIONS.index(one.relation), one.testimony.order


def _order(one: Position) -> tuple[int, bool, Order]:
    relation, order = _saying_order(one.sayings[0])
    return relation, one.answer.denied, order


def silences(
    testimonies: Iterable[Testimony], relations: Mapping[str, Relation]
) -> tuple[Silence, ...]:
    """Return what the first voices did not say, by relation; none for who answers everything."""
    voices: dict[str, Voice] = {}
    heard: dict[str, set[Question]] = defaultdict(set)
    for one in testimonies:
        if not one.may_be:
            voices.setdefault(one.voices[0].id, one.voices[0])
            heard[one.voices[0].id].update(answer.question for answer in answers(one))
    found = [
        Silence(
            voice,
            relations[voice_id],
            tuple(each for each in QUESTIONS if each not in heard[voice_id]),
        )
        for voice_id, voice in sorted(voices.items())
    ]
    found.sort(key=lambda one: RELATIONS.index(one.relation))
    return tuple(one for one in found if one.questions)
