"""What "the attack" was: the means that a report told before leaves open."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.codebook.events import EVENTS
from dateline.reading.events.mention import EventMention

FLYING: Final = frozenset({"air_strike", "drone_strike", "missile_strike", "repeat_strike"})
FIRED: Final = frozenset({"shelling", "rocket_attack"})
PLANTED: Final = frozenset({"ied", "suicide_attack", "grenade_attack"})
BY_HAND: Final = frozenset({"shooting", "ambush", "ground_assault", "sniping"})
POISON: Final = frozenset({"chemical_attack"})
FROM_AFAR: Final = FLYING | FIRED | POISON
SORTS: Final = {
    "attack": FROM_AFAR | PLANTED | BY_HAND,
    "bombing": FROM_AFAR | PLANTED,
    "air_strike": FLYING | POISON,
}
"""Of an event that points back, the codes that it may stand for."""
SPOKEN: Final = frozenset({"responsibility", "accusation", "rejection"})
"""Speech about an event: who did it, that it was wrong, that it was not so."""
VIOLENT: Final = frozenset(code.code for code in EVENTS.values() if code.lethal)
LEFT_OPEN: Final = frozenset({"attack", "casualties", "killing", "bombing", "accident", "disaster"})
MEANS: Final = VIOLENT - LEFT_OPEN - {"clash", "riot", "mob_violence"}
"""What somebody may be asked to answer for."""
BURSTS: Final = frozenset({"explosion", "explosions", "blast", "blasts"})
BURSTING: Final = frozenset({"rocked", "rocks", "ripped", "rips", "blew", "blown", "blows"})
BACK: Final = 400
"""How many events "the attack" may look back over, so that an endless report costs no more."""
AFAR: Final = frozenset(
    {
        *(
            "raid",
            "raids",
            "bombardment",
            "strike",
            "strikes",
            "struck",
            "striking",
            "hit",
            "hits",
            "hitting",
        ),
        *("pound", "pounds", "pounded", "pounding", "target", "targets", "targeted"),
        *("targeting", "hammered", "hammering", "battered", "battering"),
    }
)
"""Words of fire from afar, which leave open what was fired."""


def antecedents(report: Sequence[Sequence[EventMention]]) -> list[list[EventMention]]:
    """Return a report's events, paragraph by paragraph, with the means that was told before.

    "The attack" takes the code of the latest earlier event that it may stand for, and so does a
    verb of fire from afar ("struck", "pounded") unless somebody else did it. An explosion with
    no means told before is taken for a planted one.
    """
    before: list[EventMention] = []
    settled: list[list[EventMention]] = []
    for paragraph in report:
        told = [_settled(event, before) for event in paragraph]
        settled.append([_about(event, told, before) for event in told])
    return settled


def _settled(event: EventMention, before: list[EventMention]) -> EventMention:
    found = _earlier(event, before)
    if found is not None and (event.points_back or _same_doer(event, found)):
        event = replace(event, code=found.code)
    elif event.code == "bombing" and event.words.lower() in BURSTS | BURSTING:
        event = replace(event, code="ied")
    if event.mood in {"actual", "background"}:
        before.append(event)
    return event


def _earlier(event: EventMention, before: Sequence[EventMention]) -> EventMention | None:
    """Return what an event may stand for, of the latest so many before."""
    sort = _sort(event)
    if not sort:
        return None
    fitting = [one for one in before[: -BACK - 1 : -1] if one.code in sort]
    burst = event.words.lower() in BURSTS
    fitting = [one for one in fitting if burst and one.code in PLANTED] or fitting
    return next((one for one in fitting if _agree(event, one)), next(iter(fitting), None))


def _about(
    event: EventMention, paragraph: Sequence[EventMention], before: Sequence[EventMention]
) -> EventMention:
    """Return speech about an event with that one's code.

    It is what the same clause tells, else the latest violence of the report so far; what somebody
    is accused of otherwise has no code.
    """
    if event.code not in SPOKEN:
        return event
    own = [one for one in paragraph if _overlap(one.clause, event.clause) and one.code in VIOLENT]
    said = [one.code for one in own if one.code not in LEFT_OPEN]
    if not said and (own or not event.words.lower().startswith("accus")):
        said = [one.code for one in before[: -BACK - 1 : -1] if one.code in MEANS]
    return replace(event, about=next(iter(said), ""))


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _agree(event: EventMention, other: EventMention) -> bool:
    """Tell whether two nouns agree in number; a verb agrees with either."""
    return event.words.endswith("s") or not other.words.lower().endswith("strikes")


def _sort(event: EventMention) -> frozenset[str]:
    if event.points_back and event.words.lower() in BURSTS:
        return SORTS["bombing"]
    if event.points_back:
        return SORTS.get(event.code, frozenset())
    afar = event.code == "attack" and event.words.lower() in AFAR
    return FROM_AFAR if afar else frozenset()


def _same_doer(event: EventMention, other: EventMention) -> bool:
    one, two = event.actor and event.actor.name, other.actor and other.actor.name
    return one is None or two is None or one == two
