"""What an incident's page shows of what was weighed: questions, tolls, who rests on whom."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.weighing.figures import Figure
from dateline.weighing.incident import Weighed
from dateline.weighing.origins import Edge, Node
from dateline.weighing.positions import Position, Saying
from dateline.weighing.tolls import Tally

from . import words
from .weighed import Weighing

ON = {
    "relays": "passes on what {name} says",
    "derives": "its report rests on {name}",
    "cites": "its own word may rest on {name}, whom it quotes",
    "echoes": "its estimate may be that of {name}, quoted in the same report",
}
ORIGINAL = {
    "yes": "an original source",
    "perhaps": "perhaps an original source",
    "no": "not an original source",
}


@dataclass(frozen=True)
class Said:
    """A claim that gives an answer, in a line."""

    claim: str
    speaker: str
    via: str
    relation: str
    how: str
    quote: str
    aside: str
    kept_back: str


@dataclass(frozen=True)
class Answered:
    """A position with those who give it."""

    answer: str
    sourcing: str
    undisputed: bool
    sayings: Sequence[Said]


@dataclass(frozen=True)
class Asked:
    """A question, how it stands for the desk and, where that differs, for readers."""

    question: str
    standing: str
    for_readers: str
    positions: Sequence[Answered]


@dataclass(frozen=True)
class Counted:
    """A toll's range for the desk and, where that differs, for readers; with its figures."""

    category: str
    number: str
    for_readers: str
    figures: Sequence[str]
    disputed: bool


@dataclass(frozen=True)
class Voice:
    """Who speaks, whether as an original source, and on whom they rest."""

    id: str
    name: str
    standing: str
    relation: str
    ruled: bool
    on: Sequence[str]
    known: bool
    """The desk has it as a source, so that its relation can be put right."""

    @property
    def relation_words(self) -> str:
        """Return its relation in plain words."""
        return words.code(self.relation)


def questions(weighing: Weighing, kept_back: Mapping[str, str]) -> list[Asked]:
    """Return the four questions with their positions."""
    readers = {one.question: words.standing(one, weighing.seen) for one in weighing.seen.asked}
    return [
        Asked(
            words.QUESTIONS[one.question],
            standing := words.standing(one, weighing.weighed),
            readers[one.question] if readers[one.question] != standing else "",
            [_answered(position, kept_back) for position in one.positions],
        )
        for one in weighing.weighed.asked
    ]


def _answered(position: Position, kept_back: Mapping[str, str]) -> Answered:
    return Answered(
        words.answer(position),
        words.SOURCING[position.sourcing] if position.sourcing else "set aside",
        position.undisputed,
        [_said(one, kept_back) for one in position.sayings],
    )


def _said(saying: Saying, kept_back: Mapping[str, str]) -> Said:
    one = saying.testimony
    hedge = one.claim.hedge
    how = f"{words.code(hedge.cls)}, “{hedge.words}”" if hedge.words else words.code(hedge.cls)
    return Said(
        claim=one.id,
        speaker=name_of(one.voices[0].name),
        via=", ".join(name_of(voice.name) for voice in one.voices[1:]),
        relation=words.code(saying.relation),
        how=how,
        quote=one.claim.quote,
        aside=one.set_aside,
        kept_back=kept_back.get(one.id, ""),
    )


def name_of(name: str) -> str:
    """Return what a voice is called."""
    return name or "a source that is not named"


def tolls(weighing: Weighing) -> list[Counted]:
    """Return the tolls; those that readers see otherwise say so."""
    readers = {one.category: words.number(one.range) for one in weighing.seen.tallies}
    return [_counted(one, readers.get(one.category, "nothing")) for one in weighing.weighed.tallies]


def _counted(tally: Tally, readers: str) -> Counted:
    number = words.number(tally.range)
    figures = [
        *(_figure(one) for one in tally.figures),
        *(_figure(one, "a count over a period") for one in tally.cumulative),
        *(_figure(one.figure, f"left out: {words.LEFT_OUT[one.why]}") for one in tally.left_out),
    ]
    return Counted(
        words.code(tally.category),
        number,
        readers if readers != number else "",
        figures,
        tally.status_disputed,
    )


def _figure(one: Figure, note: str = "") -> str:
    said = f"{name_of(one.voice.name)}: {words.number(one.range)}"
    quoted = f" “{one.words}”" if one.words else ""
    return f"{said}{quoted}{f' ({note})' if note else ''}"


def voices(weighing: Weighing) -> list[Voice]:
    """Return who speaks, original sources first."""
    weighed = weighing.weighed
    order = {"yes": 0, "perhaps": 1, "no": 2}
    nodes = sorted(weighed.origins.nodes, key=lambda one: (order[one.original], one.voice.name))
    return [_voice(one, weighed, weighing.rulings) for one in nodes]


def _voice(node: Node, weighed: Weighed, rulings: Iterable[str]) -> Voice:
    pk = node.voice.id
    edges = {(one.on, one.how): one for one in weighed.origins.edges if one.by == pk}
    names = {one.voice.id: name_of(one.voice.name) for one in weighed.origins.nodes}
    return Voice(
        id=pk,
        name=name_of(node.voice.name),
        standing=ORIGINAL[node.original],
        relation=weighed.relations.get(pk, ""),
        ruled=pk in rulings,
        on=[_on(one, names) for one in edges.values()],
        known=":" not in pk,
    )


def _on(edge: Edge, names: Mapping[str, str]) -> str:
    said = ON[edge.how].format(name=names.get(edge.on, "a report that has no claim here"))
    return said if edge.sure else f"perhaps {said}"
