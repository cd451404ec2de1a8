"""What "the attack" was: the means that a report told before leaves open."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

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
BURSTS: Final = frozenset({"explosion", "explosions", "blast", "blasts"})
AFAR: Final = frozenset(
    {
        *("strike", "strikes", "struck", "striking", "hit", "hits", "hitting"),
        *("pound", "pounds", "pounded", "pounding", "target", "targets", "targeted"),
        *("targeting", "hammered", "hammering", "battered", "battering"),
    }
)
"""Verbs of fire from afar, which leave open what was fired."""


def antecedents(report: Sequence[Sequence[EventMention]]) -> list[list[EventMention]]:
    """Return a report's events, paragraph by paragraph, with the means that was told before.

    "The attack" takes the code of the latest earlier event that it may stand for, and so does a
    verb of fire from afar ("struck", "pounded") unless somebody else did it. An explosion with
    no means told before is taken for a planted one.
    """
    before: list[EventMention] = []
    return [[_settled(event, before) for event in paragraph] for paragraph in report]


def _settled(event: EventMention, before: list[EventMention]) -> EventMention:
    sort = _sort(event)
    found = next((one for one in reversed(before) if one.code in sort), None)
    if found is not None and (event.points_back or _same_doer(event, found)):
        event = replace(event, code=found.code)
    elif event.code == "bombing" and event.words.lower() in BURSTS:
        event = replace(event, code="ied")
    if event.mood in {"actual", "background"}:
        before.append(event)
    return event


def _sort(event: EventMention) -> frozenset[str]:
    if event.points_back:
        return SORTS.get(event.code, frozenset())
    afar = event.code == "attack" and event.words.lower() in AFAR
    return FROM_AFAR if afar else frozenset()


def _same_doer(event: EventMention, other: EventMention) -> bool:
    one, two = event.actor and event.actor.name, other.actor and other.actor.name
    return one is None or two is None or one == two
